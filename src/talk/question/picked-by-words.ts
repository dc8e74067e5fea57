import { plain } from '../../domain/plain-text.js';
import { foldWidth } from '../../language/values/width.js';
import type { Question } from '../../store/question.js';
import { act } from '../act.js';
import { missingSlot } from './lacking.js';
import { shownTitle } from './offers.js';
import type { Offer, Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';

/** What is said to be done, and the deeds of a list that it may mean. 弄好了 fits every one. */
const verbs: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:付|给|打|转)(?:钱|款|账)?$/u, /^(?:spend\.pay|funds\.spend|funds\.return)$/u],
  [/^(?:批|同意|准)$/u, /^spend\.approve$|\.approve$/u],
  [
    /^(?:核|核对|对|查|查看|复查|对账|看)$/u,
    /\.check$|^funds\.(?:reconcile|pending)$|^inspection\.report$|^market\.reconcile$/u,
  ],
  [/^(?:收|收款|收钱|到账)$/u, /\.receive$/u],
  [/^(?:修|改|整改|补)$/u, /^finding\.mend$|^task\.done$|^report\.solve$/u],
  [/^(?:发|发布|公示|公布|贴)$/u, /\.publish$|^notice\.post$|^objection\.answer$/u],
  [/^(?:投|投票|表决)$/u, /^poll\.vote$/u],
  [/^验收?$/u, /^project\.accept$/u],
  [/^(?:答复?|回复?)$/u, /\.answer$/u],
  [/^确认$/u, /\.confirm$/u],
  [/^(?:弄|办|做|干|搞|整|处理|完成|定)$/u, /^/u],
];
const done =
  /^(?:那|这|嗯|好|行)*(?:个|笔|件|事|钱)?(?:我|俺)?(?:都|也|就|已经|刚|早)*(?<verb>付钱|付款|付|给钱|给|打钱|打款|打|转账|转|批|同意|准|核对|核|对账|对|复查|查看|查|看|收款|收钱|收|到账|整改|修|改|补|发布|发|公示|公布|贴|投票|投|表决|验收|验|答复|答|回复|回|确认|弄|办|做|干|搞|整|处理|完成|定)(?:好|完|过|妥|出去|过去|掉|成|齐|上|到)*(?:了|啦|喽)(?:吧|啊|哈|呀|的)*$/u;

/**
 * 那付了 and 弄好了 behind the list of what waits: the one thing of it that the words fit is read back; of several it is asked which, and the
 * list stays. Null where they fit none, or say anything else.
 */
export async function pickedByWords(parts: Parts, turn: Turn, question: Question, text: string): Promise<Reply | null> {
  const bare = foldWidth(text).replaceAll(/[\s，,。.!！~]+/gu, '');
  const verb = [...bare].length > 10 ? undefined : done.exec(bare)?.groups?.['verb'];
  const [, deeds] = verbs.find(([said]) => verb !== undefined && said.test(verb)) ?? [];
  if (!deeds) return null;
  const offers = question.slots['offers'] as readonly Offer[];
  const fitting = offers.flatMap((offer, index) => (deeds.test(offer.intent) ? [{ offer, index }] : []));
  const [only, ...others] = fitting;
  if (!only) return null;
  if (others.length === 0) {
    const { intent, slots } = only.offer;
    const definition = parts.intents.get(intent);
    // What is not whole is asked for; what is, is read back.
    const isLacking = definition && missingSlot(parts, definition, { slots, text: '', now: turn.now }) !== null;
    return act(parts, turn, { intent, slots, sure: isLacking === true, confirmed: false }, text);
  }
  const lines = fitting.map(({ offer, index }) => `${index + 1}. ${plain(shownTitle(offer), 60)}`);
  return { text: ['您说的是哪一件？请回复前面的数字。还没有记。', ...lines].join('\n') };
}
