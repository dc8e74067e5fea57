import type { ContestFile } from '../../domain/contest/contest-file.js';
import { fileOf } from '../../store/contest/contest-sheet.js';
import type { Store } from '../../store/engine/unit.js';
import { Unusable } from './unusable.js';

/** The whole file of a contest whose figures are complete: rules, figures, vetoes and lists, people under numbers alone. */
export async function contestExport(store: Store, said: string): Promise<ContestFile> {
  const edition = Number(said);
  if (!Number.isSafeInteger(edition) || edition < 1)
    throw new Unusable('contest needs the edition: grid -- contest EDITION, such as grid -- contest 1.');
  return store.inUnit(async open => {
    const [grid] = await open.grids.all();
    const unit = grid && (await open.within(grid));
    const contest = unit && (await unit.contests.byEdition(edition));
    if (!contest) throw new Unusable(`There is no contest ${edition}.`);
    if (contest.state === 'opened' || contest.state === 'scoring')
      throw new Unusable(`The figures of contest ${edition} are not complete; try again once it has been scored.`);
    return fileOf(unit, contest);
  });
}
