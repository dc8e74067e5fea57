import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Buildings and entrances are names, not numbers: A座, 甲1. A building without entrances had the number 0 for one. */
export class Labels1764400000220 implements MigrationInterface {
  readonly name = 'Labels1764400000220';

  async up(runner: QueryRunner): Promise<void> {
    await retype(runner, 'text');
    await runner.query(`UPDATE "household" SET "unit" = '' WHERE "unit" = '0'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE "household" SET "unit" = '0' WHERE "unit" = ''`);
    await retype(runner, 'integer');
  }
}

/** Plain SQL, because TypeORM makes a whole table anew on SQLite and loses indexes that it does not know. */
async function retype(runner: QueryRunner, type: 'text' | 'integer'): Promise<void> {
  if (runner.connection.options.type === 'postgres') {
    const columns = [
      ['household', 'building'],
      ['household', 'unit'],
      ['role', 'building'],
    ] as const;
    for (const [table, column] of columns)
      await runner.query(`ALTER TABLE "${table}" ALTER COLUMN "${column}" TYPE ${type} USING "${column}"::${type}`);
    return;
  }
  const places = ['gridId', 'building', 'unit', 'room'];
  const index = runner.connection.namingStrategy.indexName('household', places);
  const rest = '"id", "gridId", "room", "areaCentiM2", "owners", "userids", "phone", "leftAt"';
  await runner.query(
    `CREATE TABLE "household_anew" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "gridId" integer NOT NULL, "building" ${type} NOT NULL, "unit" ${type} NOT NULL, "room" text NOT NULL, "areaCentiM2" integer NOT NULL, "owners" text NOT NULL, "userids" text NOT NULL, "phone" text, "leftAt" bigint)`,
  );
  await runner.query(
    `INSERT INTO "household_anew" (${rest}, "building", "unit") SELECT ${rest}, CAST("building" AS ${type}), CAST("unit" AS ${type}) FROM "household"`,
  );
  await runner.query('DROP TABLE "household"');
  await runner.query('ALTER TABLE "household_anew" RENAME TO "household"');
  await runner.query(
    `CREATE UNIQUE INDEX "${index}" ON "household" (${places.map(column => `"${column}"`).join(', ')})`,
  );
  await runner.query(`ALTER TABLE "role" ADD COLUMN "buildingAnew" ${type}`);
  await runner.query(`UPDATE "role" SET "buildingAnew" = CAST("building" AS ${type})`);
  await runner.query('ALTER TABLE "role" DROP COLUMN "building"');
  await runner.query('ALTER TABLE "role" RENAME COLUMN "buildingAnew" TO "building"');
}
