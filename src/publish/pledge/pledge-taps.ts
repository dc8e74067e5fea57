import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { typed } from '../../domain/money.js';
import { ownShareFen } from './own-share.js';

/** What neighbours often give, in fen. */
const usualFen = [5000, 10_000];

/**
 * Sums to tap beside the question how much: the usual ones within the cap, the cap, and in private the own share, which is nobody else's
 * business. Any other sum may be typed; none looks better than another, for all of it is voluntary (docs/domain.md 6.3).
 */
export async function pledgeTaps(
  unit: Unit,
  project: Project | null,
  { householdId, isPrivate }: { householdId: number | null; isPrivate: boolean },
): Promise<(readonly [number, string])[]> {
  const capFen = project?.round?.capFen;
  const own = project && isPrivate && householdId !== null ? await ownShareFen(unit, project, householdId) : null;
  const usual = [...usualFen, ...(capFen === undefined ? [] : [capFen])].filter(
    fen => fen <= (capFen ?? fen) && fen !== own,
  );
  const sums = [...new Set(usual)].toSorted((a, b) => a - b).map(fen => [fen, typed(fen)] as const);
  return own === null ? sums : [[own, `我家${typed(own)}`], ...sums];
}
