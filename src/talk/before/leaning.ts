import { thingsByName } from '../../domain/things.js';
import { onlyOne } from '../../domain/only-one.js';
import { givingStates } from '../../domain/lifecycle.js';
import { withoutMarks } from '../../language/values/width.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { topicAsked } from '../asked/answered.js';
import { type Called, byName, matterAlone } from '../meaning/by-name.js';
import { homeAsked } from '../meaning/home-asked.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { contextOf } from './context.js';
import { followUp } from './follow-up.js';
import { lastLine } from './last-line.js';
import { paymentsAsked } from './payments-asked.js';
import { requestAsked } from './request-asked.js';
import type { SpokenOf } from './spoken.js';

/** Longer messages say what they mean. */
const longest = 24;

/** What leans on what was said or done just before: 几号来着, 那路灯呢, 另一个呢. Null for all else; nothing is done. */
export async function leaning(parts: Parts, turn: Turn, text: string, called: Called): Promise<Reply | Wish | null> {
  if ([...text].length > longest) return null;
  const bare = withoutMarks(text);
  if (asksNumber.test(bare)) return numberOfLast(parts, turn);
  const request = (await requestAsked(parts, turn, bare)) ?? (await paymentsAsked(parts, turn, bare));
  if (request) return request;
  const what = ofOther.exec(bare)?.groups?.['what'];
  const last = what === undefined ? null : parts.spoken.last(turn);
  if (what === undefined || !last) return null;
  const no = theOther.test(what) ? await otherOf(turn, last) : await matterAlone(what, called);
  return no === undefined || no === last.no ? null : askedOf(parts, turn, last, no);
}

const asksNumber =
  /^(?:那|它|这个|那个|刚才|刚刚|我|俺|报|提|记|的|事|是)*(?:第)?(?:几号|多少号|编号(?:是)?(?:多少|几号?))(?:来着|啊|呀|呢)*$/u;

/** The number of what this member did last: of the thing that was opened by it, else of its matter. */
async function numberOfLast(parts: Parts, turn: Turn): Promise<Reply | null> {
  const facts = (await lastLine(parts, turn))?.facts ?? {};
  const { no = parts.spoken.own(turn)?.no } = facts;
  const thing = [...thingsByName].find(([name]) => typeof facts[name] === 'number');
  const of = typeof no === 'number' ? `${no}号` : '';
  if (thing)
    return { text: `是${of && thing[0] !== 'report' ? `${of}的` : ''}${thing[1].said}${String(facts[thing[0]])}。` };
  return of === '' ? null : { text: `是${of}。` };
}

const ofOther =
  /^(?:那么?|哦|噢|嗯|还有|对了)*(?<what>.{1,12}?)(?:那个|那件|那边|那头|这个)?(?:的)?(?:事|项目)?(?:呢|怎么说)(?:啊|呀)?$/u;
const theOther = /^(?:另外?|剩下?|其他|余下)的?(?:那|这)?(?:一)?(?:个|件|样|项)?$/u;

/** Of what is asked about, the only one besides the last. */
async function otherOf({ unit }: Turn, { intent, no }: SpokenOf): Promise<number | undefined> {
  const all = /^(?:poll|ballot)\./u.test(intent)
    ? await unit.polls.open()
    : /^(?:pledge|funds)\./u.test(intent)
      ? await unit.projects.inStates(givingStates)
      : await unit.projects.underWay();
  return onlyOne(all.filter(one => one.no !== no))?.no;
}

/** Behind an own deed it is asked how that stands for the other matter. */
const ofOwn: readonly (readonly [RegExp, string])[] = [
  [/^(?:poll\.(?:vote|undo)|ballot\.)/u, '我投了没'],
  [/^pledge\./u, '我家认了多少钱'],
];

/** The last question once more, of another matter. */
async function askedOf(parts: Parts, turn: Turn, last: SpokenOf, no: number): Promise<Reply | Wish> {
  const own = ofOwn.find(([deed]) => deed.test(last.intent))?.[1];
  const words = last.isDone || last.text === undefined ? own && `${no}号${own}` : await withNumber(turn, last.text, no);
  const found = words === undefined ? null : await answered(parts, turn, words);
  if (found) return found;
  const { binds, slots } = parts.intents.get(last.intent) ?? {};
  const intent = binds === 'nobody' && slots?.['no'] ? last.intent : 'proposal.show';
  return { intent, slots: { no }, sure: true, confirmed: false };
}

/** 车棚花了多少钱 and 2号花了多少钱 of 1号: 1号花了多少钱. */
async function withNumber(turn: Turn, asked: string, no: number): Promise<string> {
  const text = (await byName(turn, asked))?.text ?? asked;
  const [number] = findNumbers(text);
  return number ? `${text.slice(0, number.start)}${no}号${text.slice(number.end)}` : `${no}号${text}`;
}

async function answered(parts: Parts, turn: Turn, words: string): Promise<Reply | Wish | null> {
  const called: Called = () => byName(turn, words);
  const asked = (await homeAsked(parts, turn, words, called)) ?? (await followUp(parts, turn, words, called));
  if (asked) return asked;
  const context = await contextOf(turn.unit, turn.member, { text: words, quoted: undefined });
  return topicAsked(parts, turn, words, { understood: () => parts.understand(words, turn.now, context) });
}
