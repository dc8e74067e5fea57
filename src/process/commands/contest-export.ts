import type { ContestFile } from '../../domain/contest/contest-file.js';
import { fileOf } from '../../store/contest/contest-sheet.js';
import type { Store } from '../../store/engine/store.js';
import { Unusable } from './unusable.js';

/** The whole file of a contest whose figures are complete: rules, figures, vetoes and lists, people under numbers alone. */
export async function contestExport(store: Store, said: string): Promise<ContestFile> {
  const edition = Number(said);
  if (!Number.isSafeInteger(edition) || edition < 1)
    throw new Unusable({
      en: 'contest needs the edition: grid -- contest EDITION, such as grid -- contest 1.',
      zh: '请写届次：grid -- contest 届次，例如 grid -- contest 1。',
    });
  return store.inUnit(async open => {
    const [grid] = await open.grids.all();
    const unit = grid && (await open.within(grid));
    const contest = unit && (await unit.contests.byEdition(edition));
    if (!contest) throw new Unusable({ en: `There is no contest ${edition}.`, zh: `没有第${edition}届擂台赛。` });
    if (contest.state === 'opened' || contest.state === 'scoring')
      throw new Unusable({
        en: `The figures of contest ${edition} are not complete; try again once it has been scored.`,
        zh: `第${edition}届擂台赛的数据还不全，评完分再来。`,
      });
    return fileOf(unit, contest);
  });
}
