/** Something with a number of its own, beside that of its matter. */
interface Numbered {
  /** The word before the number: 整改3. */
  readonly said: string;
  /** What counts it: 那条整改. */
  readonly measure: string;
  /** True where the number behind the word may count something else: 公示7天, 积分50, 电话13…. */
  readonly isLoose?: true;
  /** The slot that takes the number, where it is not called as the thing is. */
  readonly slot?: 'no';
}

/** What has a number of its own, by the slot and the fact of the journal that hold the number. */
export const things = {
  report: { said: '报事', measure: '件' },
  idea: { said: '建议', measure: '条' },
  objection: { said: '异议', measure: '条' },
  request: { said: '申请', measure: '笔' },
  task: { said: '任务', measure: '个', slot: 'no' },
  finding: { said: '整改', measure: '条' },
  paper: { said: '纸票', measure: '张' },
  voucher: { said: '凭证', measure: '张' },
  outside: { said: '请办', measure: '件' },
  action: { said: '事项', measure: '件' },
  mandate: { said: '委托', measure: '份' },
  agreement: { said: '协议', measure: '份' },
  space: { said: '空间', measure: '处' },
  benefit: { said: '优惠', measure: '项' },
  sheet: { said: '纸单', measure: '张' },
  candidate: { said: '候选', measure: '个' },
  statement: { said: '流水', measure: '条', isLoose: true },
  notice: { said: '公示', measure: '个', isLoose: true },
  phone: { said: '电话', measure: '个', isLoose: true },
  entry: { said: '积分', measure: '条', isLoose: true },
} as const satisfies Readonly<Record<string, Numbered>>;

/** All of them by name, for names that may be of something else. */
export const thingsByName: ReadonlyMap<string, Numbered> = new Map(Object.entries(things));

/** The slots that hold the number of such a thing. */
export const thingSlots: readonly string[] = [...thingsByName].flatMap(([name, { slot = name }]) =>
  slot === name ? [name] : [],
);

/** The words before their numbers, as one alternative of a regular expression; strictly those behind which a number is always theirs. */
export function thingWords(isStrict: boolean): string {
  return [...thingsByName.values()].flatMap(({ said, isLoose }) => (isStrict && isLoose ? [] : [said])).join('|');
}

/** The measures that count them, each once, as a class of a regular expression. */
export const thingMeasures = `[${[...new Set([...thingsByName.values()].map(({ measure }) => measure))].join('')}]`;
