const classes: readonly (readonly [string, RegExp])[] = [
  ['urgent', /迫切(?:需求|需要)?(?:类|型)?|急需(?:类)?|紧急(?:类|需求)|迫需/u],
  ['light', /轻量(?:影响|级)?(?:类|型)?|轻微影响(?:类)?|轻影响类?/u],
  ['quality', /品质(?:提升|改善|提高)(?:类|型)?|品质类|质量提升类|提升品质类|提质类|提升类/u],
];

/** The funding class that a text names. */
export function classOf(text: string): string | undefined {
  return classes.find(([, words]) => words.test(text))?.[0];
}
