const classes: readonly (readonly [string, RegExp])[] = [
  ['urgent', /迫切(?:需求|需要)?(?:类|型)?|急需(?:类)?|紧急(?:类|需求)|迫需/u],
  ['light', /轻量(?:影响|级)?(?:类|型)?|轻微影响(?:类)?|轻影响类?/u],
  ['quality', /品质(?:提升|改善|提高)(?:类|型)?|品质类|质量提升类|提升品质类|提质类|提升类/u],
];

/** The funding class that a text names. */
export function classOf(text: string): string | undefined {
  return classes.find(([, words]) => words.test(text))?.[0];
}

/** What is meant of the three by whoever was asked which: 归轻量的, 算提升品质的吧, 急的, 小事一桩. */
const plainly: readonly (readonly [string, RegExp])[] = [
  ['urgent', /迫切|(?<!不|不太|没那么|不算)(?:急|要紧)(?!吗|不)|等不得|等不了|拖不(?:得|了|起)/u],
  ['light', /轻量|轻微|轻的|小事|小东西|小打小闹|影响(?:不大|小|很小|不了)/u],
  ['quality', /品质|提质|提升|改善|锦上添花/u],
];

/** The one class that an answer names in plain words; 不是轻量的 and words of two name none. */
export function classAnswered(text: string): string | undefined {
  if (/[?？吗么]\s*$|(?:不是|不算|不归|别归|不属于)[^，,。]{0,4}(?:轻|品质|提升|迫切|小)/u.test(text)) return undefined;
  const named = plainly.filter(([, words]) => words.test(text));
  return named.length === 1 ? named[0]?.[0] : undefined;
}
