import { onlyOne } from '../../domain/only-one.js';
import { roundStates } from '../../domain/lifecycle.js';
import { readAmount } from '../../language/values/money/amounts.js';
import { hasMood, readMood } from '../../language/values/manner/mood.js';
import { isNamed, isUnnamed } from '../../language/values/people/naming.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import type { Understanding } from '../../language/reading/understand.js';
import { ownPromises } from '../before/own-promises.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** 12号我认一笔, 路灯算我一份, 剩下的我全包了: what is given is money, and how much is asked. */
export function asMoney(wish: Wish, text: string): Wish {
  const { item, no, task, hours } = wish.slots;
  const isPart = somePart.test(text);
  // 饭钱我包了 and 打牌算我一个 name no matter and no time: the one is no work, and the other is read back.
  const isLoose = wish.intent === 'pledge.labour' && no === undefined && hours === undefined && !isPart;
  if (isLoose && /[钱费款账]$/u.test(String(task)) && !/^的?钱$/u.test(String(task)))
    return { ...wish, intent: 'chat.other', slots: {} };
  if (isLoose && task !== undefined && !/^的?钱$/u.test(String(task))) return { ...wish, sure: false };
  const isGoods = wish.intent === 'pledge.goods' && (item === undefined ? isPart : allOfIt.test(String(item)));
  const isLabour =
    wish.intent === 'pledge.labour' &&
    hours === undefined &&
    (task === undefined ? isPart : /^的?钱$/u.test(String(task)));
  const isSumAsked = wish.intent === 'pledge.money' && Object.keys(wish.slots).every(name => name === 'no') && isPart;
  // A promise without its sum asks for it, however little the reader makes of the few words.
  if (isSumAsked && readMood(text).length === 0) return { ...wish, sure: true };
  return isGoods || isLabour ? { ...wish, intent: 'pledge.money', slots: { no } } : wish;
}

const somePart = /[认捐凑掏出](?:个|上|它)?一?(?:笔|份|点(?!东西|物|实物))|算(?:上)?我(?:们)?家?一份/u;
const allOfIt = /^(?:全部|全都|所有的?|剩下的?|差的|不够的|缺的)$/u;

/** Words of a promise that name no sum: 跟老王一样的数, 也出点. */
const promises = /出|捐|认|数|一样|同样|凑|份/u;

/**
 * 12号，跟老王一样的数，给我匿名 wishes to give without a name and says no sum of its own: how much is asked, and the wish for no name is
 * kept. Of what the household promised in the matter already the name alone is taken away.
 */
export async function hiddenPledge(
  turn: Turn,
  { intent, confidence }: Understanding,
  text: string,
): Promise<Wish | null> {
  const { unit, member } = turn;
  if (!isUnnamed(text) || isNamed(text) || readAmount(text).kind !== 'none' || member.householdId === null) return null;
  if (hasMood(text, 'forwarded', 'asked', 'onBehalf', 'conditional')) return null;
  if (/^pledge\.(?:goods|labour)$/u.test(intent) && confidence >= 0.5) return null;
  const rounds = await unit.projects.inStates(roundStates);
  const [number, ...others] = findNumbers(text);
  // 别把我名挂出来 says it of the only promise that stands.
  const isPromise = promises.test(text.replaceAll(/出(?:来|去)/gu, ''));
  const only = isPromise ? onlyOne(rounds) : onlyOne(await ownPromises(turn, undefined));
  const no = number?.no ?? only?.no;
  const project = rounds.find(one => one.no === no);
  if (!project || others.length > 0) return null;
  const { promisedFen } = await unit.ledger.standingOf(project.id, member.householdId);
  const slots = { no: project.no, unnamed: true };
  const isOwn = promisedFen > 0 && !isPromise;
  return {
    intent: 'pledge.money',
    slots: isOwn ? { ...slots, amount: promisedFen, replaces: true } : slots,
    sure: true,
    confirmed: false,
  };
}
