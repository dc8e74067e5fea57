import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './table.js';

/** Spaces, agreements with operators, what they declared, and which receipt is for what. */
export class Market1764300000145 implements MigrationInterface {
  readonly name = 'Market1764300000145';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'market_space',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        name: 'text',
        ownership: 'text?',
        consent: 'text?',
        setById: 'int',
        setAt: 'big',
      },
      { unique: [['gridId', 'no']] },
    );
    await createTable(
      runner,
      'market_agreement',
      {
        id: 'id',
        gridId: 'int',
        no: 'int',
        spaceId: 'int',
        operator: 'text',
        contactId: 'int?',
        basis: 'text',
        rateBp: 'int',
        minFen: 'big',
        cycle: 'text',
        destination: 'text',
        consent: 'text?',
        startsOn: 'text',
        endsOn: 'text',
        agreedById: 'int',
        agreedAt: 'big',
        endReason: 'text?',
        endedById: 'int?',
        endedAt: 'big?',
      },
      { unique: [['gridId', 'no']] },
    );
    await createTable(
      runner,
      'market_declaration',
      {
        id: 'id',
        gridId: 'int',
        agreementId: 'int',
        period: 'text',
        baseFen: 'big',
        dueFen: 'big',
        declaredById: 'int',
        declaredAt: 'big',
      },
      { indexed: [['agreementId', 'period']] },
    );
    await createTable(
      runner,
      'market_receipt',
      { id: 'id', gridId: 'int', agreementId: 'int', period: 'text', entryNo: 'int' },
      { unique: [['gridId', 'entryNo']] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['market_receipt', 'market_declaration', 'market_agreement', 'market_space'])
      await runner.dropTable(table);
  }
}
