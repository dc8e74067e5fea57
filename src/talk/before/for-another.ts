import { may } from '../../domain/permissions.js';
import { type Correction, readCorrection } from '../../language/values/manner/corrections.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { readInside } from '../../language/values/manner/said-inside.js';
import { readWholeSum } from '../../language/values/manner/whole-answer.js';
import { findAddresses } from '../../language/values/people/household.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { act } from '../act.js';
import { homeSaid } from '../meaning/home-said.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { correctLast } from './last-deed.js';

const they =
  '(?:那?(?:他|她|人家|对方|老人家|老人|老爷子|老太太|大[爷娘妈姐哥叔嫂伯]|阿姨|奶奶|爷爷|师傅)(?:家|们|那边)?|那[一]?[家户])';
/** 她又说, 人家打电话来讲: who says it, before what is said. */
const told = new RegExp(
  `^(?:(?:算了|哎呀?|唉|哦|对了|那|等等|不好意思|刚才?)[，,。\\s]*)*${they}(?:刚才?|又|也|现在|后来|打电话来?|来电话|自己)*(?:说|讲|让|叫|要|想|说是|回话|改口|变卦)*(?:了|我)?[，,：:\\s]*`,
  'u',
);
const aboutThem = new RegExp(they, 'u');
const ownPart = /我(?:们)?(?:家|自己)|俺|咱家|(?:^|[，,。\s])我(?:也|再|就)?[出捐认]/u;
const takenBack =
  /撤(?:了|掉|回|销|吧)|取消|作废|勾掉|划掉|不(?:想|要|打算)?(?:出|捐|认|交|给|掏)(?:钱)?了|(?:先)?不算(?:她|他|那)/u;
/** 她自己来弄: what was said for them is for them to say. */
const bySelf = /自己(?:会|能|要|想|去|来|用手机)*(?:弄|认|捐|办|说|报|来|点)/u;

/**
 * What is said behind a promise for another household and speaks of it (她说改成80, 那户的撤了吧, 改成80) is about that household's promise
 * and never about the speaker's own. It is read back. Null where the speaker's own home is spoken of, or another one.
 */
export async function forAnotherAgain(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const done = parts.spoken.done(turn);
  const { beneficiary, amount } = done?.slots ?? {};
  if (done?.intent !== 'pledge.money' || beneficiary === undefined || typeof amount !== 'number') return null;
  if ([...text].length > 40 || findNumbers(text).some(({ no }) => no !== done.no) || ownPart.test(text)) return null;
  const home = homeSaid(beneficiary);
  if (hasMood(text, 'forwarded', 'quoted', 'asked', 'conditional', 'joking')) return null;
  if (findAddresses(text).some(({ start, end }) => !home.endsWith(text.slice(start, end)))) return null;
  const said = text.trim().replace(told, '');
  const correction = readCorrection(said);
  if (!aboutThem.test(text) && !isOfDeed(correction)) return null;
  const wanted = meantBy(said, correction, turn.now);
  if (wanted === null) return null;
  // Who gives for a neighbour pays: it is the own promise that changes.
  if (!may(turn.member, 'poll.paper'))
    return correctLast(parts, turn, 'amount' in wanted ? (correction ?? { kind: 'change', to: said }) : loosely);
  const slots = { no: done.no, beneficiary: home };
  const wish =
    'amount' in wanted
      ? { intent: 'pledge.money', slots: { ...slots, ...wanted } }
      : { intent: 'pledge.cancel', slots };
  return act(parts, turn, { ...wish, sure: false, confirmed: false }, text);
}

const loosely: Correction = { kind: 'cancel', isLoose: true };

/** A whole correction without a word of whose it is belongs to what was done last. */
function isOfDeed(correction: Correction | null): boolean {
  return correction !== null && /^(?:change|cancel|add)$/u.test(correction.kind);
}

type Wanted = { readonly amount: number; readonly replaces?: true } | { readonly isBack: true };

/** Another sum, a sum more, or nothing any more; null where neither is said. */
function meantBy(said: string, correction: Correction | null, now: Date): Wanted | null {
  if (correction?.kind === 'cancel' || takenBack.test(said) || bySelf.test(said)) return { isBack: true };
  if (correction?.kind === 'add') {
    const more = readWholeSum(correction.what, now);
    return more === undefined ? null : { amount: more };
  }
  const to = correction?.kind === 'change' ? readWholeSum(correction.to, now) : undefined;
  const amount = to ?? readInside('amount', said, now)?.value;
  return typeof amount === 'number' ? { amount, replaces: true } : null;
}
