import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Entry {
  readonly id: number;
  readonly projectId: number;
  readonly householdId: number;
  readonly postings: string;
}

const batch = 5000;

/** What each household promises and has paid in a project, kept as running totals from now on. */
export class HouseholdStandings1764200000067 implements MigrationInterface {
  readonly name = 'HouseholdStandings1764200000067';

  async up(runner: QueryRunner): Promise<void> {
    const totals = new Map<string, number>();
    for (let after = 0; ;) {
      const entries = (await runner.query(
        `SELECT "id", "projectId", "householdId", "postings" FROM "ledger_entry" WHERE "id" > ${after} AND "householdId" IS NOT NULL ORDER BY "id" LIMIT ${batch}`,
      )) as Entry[];
      for (const entry of entries) add(entry, totals);
      const last = entries.at(-1);
      if (!last) break;
      after = last.id;
    }
    // Keys of digits and letters, and whole numbers: nothing in them can end the text.
    for (const [account, fen] of totals)
      if (fen !== 0) await runner.query(`INSERT INTO "balance" ("account", "amountFen") VALUES ('${account}', ${fen})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "balance" WHERE "account" LIKE '%/household/%'`);
  }
}

function add({ projectId, householdId, postings }: Entry, totals: Map<string, number>): void {
  const own = `${projectId}/household/${householdId}`;
  const move = (key: string, fen: number): void => void totals.set(key, (totals.get(key) ?? 0) + fen);
  for (const { from, to, amountFen } of JSON.parse(postings) as { from: string; to: string; amountFen: number }[]) {
    if (to === 'promised') move(`${own}/promised`, amountFen);
    if (from === 'promised') move(`${own}/promised`, -amountFen);
    if (from === 'outside/residents' || from === 'refunded') move(`${own}/paid`, amountFen);
    if (to === 'outside/residents' || to === 'refunded') move(`${own}/paid`, -amountFen);
  }
}
