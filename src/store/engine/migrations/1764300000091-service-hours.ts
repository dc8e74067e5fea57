import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** Sessions of volunteering, and who served how long. */
export class ServiceHours1764300000091 implements MigrationInterface {
  readonly name = 'ServiceHours1764300000091';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'service_session',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        title: 'text',
        code: 'text',
        openedById: 'int',
        openedAt: 'big',
        closesAt: 'big',
      },
      { unique: [['gridId', 'no']] },
    );
    await createTable(
      runner,
      'service_shift',
      {
        id: 'id',
        gridId: 'int',
        sessionId: 'int',
        memberId: 'int',
        startedAt: 'big',
        endedAt: 'big?',
        halfHours: 'int',
        enteredById: 'int?',
        confirmedById: 'int?',
        confirmedAt: 'big?',
        flaggedAt: 'big?',
      },
      { indexed: [['gridId', 'memberId'], ['sessionId']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('service_shift');
    await runner.dropTable('service_session');
  }
}
