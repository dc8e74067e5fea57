/** A promise, or with fewer than nothing what was taken back: by whom, and for which household. */
export interface Promised {
  readonly by: number;
  readonly forWhom: number;
  readonly fen: number;
}

/**
 * The households that a promise stands for, in the order in which promises were made and taken back: what a giver takes back is what they
 * promised last (docs/domain.md 8.3: payer and beneficiary are kept apart).
 */
export function promising(promises: readonly Promised[]): Set<number> {
  const byGiver = new Map<number, { forWhom: number; fen: number }[]>();
  for (const { by, forWhom, fen } of promises) {
    const own = byGiver.get(by) ?? [];
    byGiver.set(by, own);
    if (fen > 0) own.push({ forWhom, fen });
    else takeBack(own, -fen);
  }
  return new Set([...byGiver.values()].flat().map(({ forWhom }) => forWhom));
}

function takeBack(own: { forWhom: number; fen: number }[], fen: number): void {
  let left = fen;
  while (left > 0) {
    const last = own.pop();
    if (!last) return;
    if (last.fen > left) own.push({ forWhom: last.forWhom, fen: last.fen - left });
    left -= last.fen;
  }
}
