import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** What the processes must agree on about the long connection: who holds it, and what has gone out over it. */
export class SecondDoor1764300000110 implements MigrationInterface {
  readonly name = 'SecondDoor1764300000110';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'lease', { name: 'text', holder: 'text', until: 'big' }, { keyed: 'name' });
    await createTable(
      runner,
      'channel_use',
      { id: 'id', channel: 'text', at: 'big' },
      { indexed: [['channel', 'at']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('channel_use');
    await runner.dropTable('lease');
  }
}
