import { ormconfig } from '../../ormconfig.js';
import { verify } from '../../src/process/commands/verify.js';
import { openStore } from '../../src/store/engine/open.js';
import { lives } from '../lives/lives.js';

/** So many lives share one record: each has a grid of its own. */
const together = 500;

/** Random lives of projects against the model of the rules; each record proves itself at its end. The seed of a batch makes it again. */
export async function livesDrill({
  count,
  seed,
  file,
  say,
}: {
  count: number;
  seed: number;
  /** Where the record of a batch lies. */
  file: (batch: number) => string;
  say: (line: string) => void;
}): Promise<{ lived: number; faults: string[] }> {
  const faults: string[] = [];
  let lived = 0;
  // At once: a run of an hour may be cut short.
  const fault = (found: string): void => {
    faults.push(found);
    say(`  FAULT ${found}`);
  };
  for (let batch = 0; lived < count; batch += 1) {
    const store = await openStore(ormconfig(`sqlite:${file(batch)}`));
    // A made-up life needs no protection from a power cut.
    await store.dataSource.query('PRAGMA synchronous = OFF');
    const size = Math.min(together, count - lived);
    try {
      const { ends } = await lives(store, { count: size, seed: seed + batch });
      const lines: string[] = [];
      if (!(await verify(store, line => lines.push(line)))) fault(`seed ${seed + batch}: ${lines.at(-1)}`);
      say(`  seed ${seed + batch}: ${size} lives, ${JSON.stringify(ends)}`);
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? `\n${error.cause.message}` : '';
      fault(`seed ${seed + batch}: ${error instanceof Error ? error.message : String(error)}${cause}`);
    }
    lived += size;
    await store.dataSource.destroy();
  }
  return { lived, faults };
}
