import { may } from '../../domain/permissions.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { readSequence } from '../../language/values/numbers.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import type { Did } from './spoken.js';

const row =
  /^(?:那|还有|然后|另外|再|对了|[，,\s])*第(?<n>\d{1,2}|[一二三四五六七八九十]{1,3})条(?:的?(?:建议|异议|意见))?(?:呢|的话|那个)?(?:也|就|再|还|我|给|都)*(?:(?:答复?|回复?|说|回应)(?:一下|一答|了|吧)?)?[，,：:\s]*(?<rest>[^]{2,300})$/u;
const alsoThere =
  /^(?:那|还有|另外|[，,\s])*(?<place>[^，,。?？]{2,20}?)(?:那边|那儿|那里)?(?:也|又|还)(?:都)?(?:贴|张贴|挂|粘)(?:好|上|了)+(?:一?[张份块])?(?:了)?[。.!！]*$/u;

const oneMore = /^(?:还有|另外|再加|再有|对了，?还有)(?:一?[条处个样点项])?[，,：:\s]+(?<rest>[^?？]{4,200})$/u;

type Next = (done: Did, parts: Parts, text: string) => Pick<Wish, 'intent' | 'slots'> | null;

/** The same form with the number that is next; the words behind it are read by the form. */
const inForm =
  (form: (no: string, n: number, rest: string) => string): Next =>
  ({ intent, slots: { no } }, { fixedForm }, text) => {
    const { n = '', rest = '' } = row.exec(text.trim())?.groups ?? {};
    const nth = readSequence(n);
    const found = nth === null ? null : fixedForm(form(String(no), nth, rest));
    return found?.intent === intent ? found : null;
  };

/** Deeds that are done one after another, by what is said of the next. */
const nexts: Readonly<Record<string, Next>> = {
  'objection.answer': inForm((no, n, rest) => `答复${no}号异议${n}：${rest}`),
  'idea.answer': inForm((no, n, rest) => `${no}号建议${n}${rest}`),
  'finding.add': ({ intent, slots: { no } }, { fixedForm }, text) => {
    const rest = oneMore.exec(text.trim())?.groups?.['rest'];
    const found = rest === undefined ? null : fixedForm(`${String(no)}号限期整改：${rest}`);
    return found?.intent === intent ? found : null;
  },
  'notice.post': ({ intent, slots: { notice } }, _, text) => {
    const place = alsoThere.exec(text.trim())?.groups?.['place'];
    return place === undefined ? null : { intent, slots: { notice, place } };
  },
};

/**
 * 第二条也答一下，棚子往北挪三米 behind an answer, 三号楼楼道里也贴了一张 behind a notice that was hung up: the same deed for the next one of the same
 * matter. It is read back. Null behind every other deed.
 */
export function nextInRow(parts: Parts, turn: Turn, text: string): Wish | null {
  const [did] = parts.spoken.did(turn);
  const next = did && nexts[did.intent];
  const intent = did && parts.intents.get(did.intent);
  if (!next || !intent || !may(turn.member, intent.permission)) return null;
  if (hasMood(text, 'forwarded', 'quoted', 'asked', 'conditional', 'joking')) return null;
  const found = next(did, parts, text);
  return found && { ...found, sure: false, confirmed: false };
}
