import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTable, dropColumns } from './table.js';

/**
 * One person, several identities, and the codes that lead from one door to another. Members of before need no row of these: their
 * account is their key, so nothing that was sealed changes.
 */
export class Persons1764400000250 implements MigrationInterface {
  readonly name = 'Persons1764400000250';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'person',
      { id: 'id', userid: 'text', gridId: 'int?', createdAt: 'big', erasedAt: 'big?' },
      { unique: [['userid']] },
    );
    const known = { userid: 'text', corpId: 'text', kind: 'text', value: 'text', proof: 'text' } as const;
    await createTable(
      runner,
      'identity',
      { id: 'id', ...known, provenAt: 'big', lastSeenAt: 'big?', unreachableAt: 'big?' },
      { unique: [['corpId', 'kind', 'value']], indexed: [['userid']] },
    );
    const led = { digest: 'text', purpose: 'text', userid: 'text', gridId: 'int?', about: 'text?' } as const;
    await createTable(
      runner,
      'door_link',
      { id: 'id', ...led, expiresAt: 'big', usedAt: 'big?' },
      { unique: [['digest']], indexed: [['userid']] },
    );
    const coded = { gridId: 'int', householdId: 'int', digest: 'text', byId: 'int' } as const;
    await createTable(
      runner,
      'household_code',
      { id: 'id', ...coded, madeAt: 'big', endsAt: 'big' },
      { indexed: [['gridId', 'householdId']] },
    );
    await addColumns(runner, 'member', { bindNo: 'int?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'member', ['bindNo']);
    for (const table of ['household_code', 'door_link', 'identity', 'person']) await runner.dropTable(table);
  }
}
