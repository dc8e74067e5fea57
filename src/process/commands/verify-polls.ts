import { canonical } from '../../domain/journal.js';
import { countBallots } from '../../domain/ballot/count-ballots.js';
import type { Tally } from '../../domain/poll/tally.js';
import { Grid } from '../../store/people/grid.js';
import { Poll } from '../../store/poll/poll.js';
import { inBatches } from '../../store/engine/rows.js';
import type { Store } from '../../store/engine/store.js';

/** Every announced result is what the sealed ballots give when they are counted anew. Throws naming the poll that is not. */
export async function checkPolls(store: Store): Promise<string> {
  const grids = new Map<number, Grid>();
  for await (const grid of inBatches(store.dataSource.manager, Grid)) grids.set(grid.id, grid);
  let count = 0;
  for await (const poll of inBatches(store.dataSource.manager, Poll)) {
    const grid = grids.get(poll.gridId);
    if (poll.closedAt === null || !grid) continue;
    const facts = await store.inGrid(grid, unit => unit.polls.facts(poll));
    const said = poll.result;
    if (!said || canonical(decisive(countBallots(poll, facts))) !== canonical(decisive(said)))
      throw new Error(`poll#${poll.id}: its result is not what its ballots give`);
    count += 1;
  }
  return `polls: ${count} results are what their ballots give`;
}

/** What of a tally decides; zero counts and absent ones are the same. */
function decisive({ households, voted, counts, quorum, passed, area }: Tally): object {
  const chosen = Object.fromEntries(Object.entries(counts).filter(([, heads]) => heads > 0));
  return { households, voted, counts: chosen, quorum, passed, area: area && { ...area, invalid: area.invalid ?? 0 } };
}
