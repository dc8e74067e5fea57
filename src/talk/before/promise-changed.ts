import { onlyOne } from '../../domain/only-one.js';
import { readWholeSum } from '../../language/values/manner/whole-answer.js';
import { hasMood, isMood, readMood } from '../../language/values/manner/mood.js';
import type { Understanding } from '../../language/reading/understand.js';
import { matterNamed } from '../meaning/by-name.js';
import type { Parts, Turn } from '../turn.js';
import { inItsPlace, mayChangePromise, ownPromises } from './own-promises.js';
import type { Wish } from '../wish.js';

const own = '(?:那|就|算了|还是|要不|我看|反正|嗯|好|行|我|俺|咱|们|家|给|帮|[，,\\s])*';
const tail = '(?:吧|了|算了|好了|得了|就行|就好|啊|呗)*[。.!！]*$';
/** 减半吧, 翻一倍: so many times what was promised. */
const times: readonly (readonly [RegExp, number])[] = [
  [
    new RegExp(
      `^${own}(?:先)?(?:减|砍|少|改|出|捐|认|打|来)*(?:成|到|个|掉|去|出|它)*(?:一半|半数|对半|对折|(?<=[减砍折])半)${tail}`,
      'u',
    ),
    0.5,
  ],
  [new RegExp(`^${own}(?:再)?(?:给|出|认|捐|加|翻)*(?:翻(?:一)?[倍番]|(?:加|多)一?倍|一倍|双份|两倍)${tail}`, 'u'), 2],
];
/** 一共一百五吧: the whole of the own household, whatever stands beside it in other clauses. */
const whole = new RegExp(
  `^${own}(?:来|出|认|捐|记|算|凑)*(?:一共|总共|合计|拢共|统共|加起来|加一起)(?:就|我|俺|出|认|捐|给|记|算|凑|来|是|个)*(?<sum>.{1,12}?)${tail}`,
  'u',
);

/**
 * 减半吧; 一共一百五: the sum stands in the place of the household's promise, or is reckoned from it,
 * and is never added to it. It is read back. Null where the household promised nothing in the one matter that may be meant.
 */
export async function promiseChanged(
  { spoken }: Pick<Parts, 'spoken'>,
  turn: Turn,
  read: Understanding,
  text: string,
): Promise<Wish | null> {
  const changed = changeIn(text, turn.now);
  if (!changed || !mayChangePromise(turn, read, text)) return null;
  if (!changed.isWhole && hasMood(text, 'forwarded', 'quoted', 'reported', 'onBehalf', 'joking')) return null;
  const promises = await ownPromises(turn, await matterNamed(turn, text));
  const only = onlyOne(promises) ?? promises.find(({ no }) => no === spoken.own(turn)?.no);
  const amount = only && changed.of(only.fen);
  if (!only || amount === undefined || amount <= 0 || amount === only.fen) return null;
  return inItsPlace(only.no, amount);
}

interface Changed {
  /** The sum that is wished, of the one that was promised. */
  readonly of: (fen: number) => number;
  readonly isWhole?: true;
}

function changeIn(text: string, now: Date): Changed | null {
  const factor = times.find(([words]) => words.test(text.trim()))?.[1];
  if (factor !== undefined) return { of: fen => Math.round(fen * factor) };
  const all = wholeSum(text, now);
  return all === undefined ? null : { of: () => all, isWhole: true };
}

function wholeSum(text: string, now: Date): number | undefined {
  const mood = readMood(text);
  for (const { 0: clause, index } of text.matchAll(/[^，,。.!！?？；;\s]+/gu)) {
    const sum = whole.exec(clause)?.groups?.['sum'];
    const span = { start: index, end: index + clause.length };
    if (sum !== undefined && !isMood(mood, span, 'forwarded', 'quoted', 'asked', 'conditional', 'past', 'joking'))
      return readWholeSum(sum, now);
  }
  return undefined;
}
