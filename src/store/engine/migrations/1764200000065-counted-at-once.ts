import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = ['pollId', 'id'];

/** A poll's ballots are read in the order of casting after every vote: no sorting, however many there are. */
export class CountedAtOnce1764200000065 implements MigrationInterface {
  readonly name = 'CountedAtOnce1764200000065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "${nameIn(runner)}" ON "ballot" ("pollId", "id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "${nameIn(runner)}"`);
  }
}

function nameIn(runner: QueryRunner): string {
  return runner.connection.namingStrategy.indexName('ballot', columns);
}
