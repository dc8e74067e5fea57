interface Objected {
  readonly about: 'plan' | 'result';
  readonly at: Date;
  readonly answeredAt: Date | null;
  readonly upheld: number | null;
}

/** True where an objection to the result of a vote was granted: that vote was none (docs/domain.md 4.1, 7.10). */
export function isVoid({ opensAt }: { readonly opensAt: Date }, objections: readonly Objected[]): boolean {
  return objections.some(({ about, at, upheld }) => about === 'result' && upheld === 1 && at > opensAt);
}

/** True where a vote stands whatever is still said against it: no objection to its result was granted, and none waits for an answer. */
export function isUndisputed(poll: { readonly opensAt: Date }, objections: readonly Objected[]): boolean {
  const isWaiting = objections.some(
    ({ about, at, answeredAt }) => about === 'result' && answeredAt === null && at > poll.opensAt,
  );
  return !isWaiting && !isVoid(poll, objections);
}
