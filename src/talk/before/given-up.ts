import { onlyOne } from '../../domain/only-one.js';
import { readCorrection } from '../../language/values/manner/corrections.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { readWhole } from '../../language/values/numbers.js';
import { act } from '../act.js';
import { byName } from '../meaning/by-name.js';
import { bestOf } from '../meaning/which-thing.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { lastLine } from './last-line.js';
import { type Own, ownStanding } from './own-standing.js';

const own = '(?:那|就|我|俺|咱|们|家|还是|先|算了|也|实在|真|可|这个|这事|那个|给|把|它|都|[那这]条|意见|异议|提案)*';
const end = '(?:吧|啊|哈|了|呢|呗)*$';
/** What is said of trouble that is over. */
const over = new RegExp(
  `^${own}(?:没事(?:儿)?了|虚惊一场|(?:已经|自己|又)*(?:好|通|亮|消|来电|来水|不漏|不臭|不堵|不响|没味儿?)了|(?:已经|有人|有车|他们|物业|来人|刚|刚才|都|给|来)*(?:拉|清|搬|弄|收拾|运|挪|移|围|堵|盖|修|补|处理|解决|搞定)(?:走|上|好|掉|完|干净|妥)?了(?:[啊呀哈]|.{0,2}上了)?|(?:不用|甭|别)(?:再)?(?:管|来|修|报|派人|麻烦|处理)(?:人)?了?|(?:是|我)?(?:看|弄|搞|听|闻)错了|(?:是个?)?误会|(?:哦|刚)?有?[车人]来(?:拉|清|修|弄|搬|收)(?:走|好|完)了)${end}`,
  'u',
);
/** What is said of something that shall not be any more. */
const dropped = new RegExp(
  `^${own}(?:(?:不|别|甭|不用|不想)(?:再)?(?:提|弄|办|搞|要|坚持|反对|报|投诉|计较)了|(?:撤(?:回|掉|销)?|收回|作废|取消)(?:了|掉)?)${end}`,
  'u',
);
/** What is said of help that cannot be given. */
const unable =
  /(?:去|来|干|做|弄|扫|搬|帮|盯|捐|拿|出)不(?:了|成|动)|(?:抽|腾|拿)不(?:出|开)|顾不上|没(?:有)?(?:空|时间|工夫|功夫)|不(?:能|会)(?:去|来|干|帮|做)|不(?:捐|干|去|扫|搬|盯|帮)了|干不动/u;
/** 又漏了, 修好了又坏 are of trouble that goes on. */
const goesOn = /但|可是|不过|还(?!是)|没(?:修|弄|清|拉)|怎么|咋|啥时候|什么时候/u;
const notMeant = ['asked', 'conditional', 'forwarded', 'quoted', 'reported', 'onBehalf', 'joking'] as const;
const longest = 50;

/** Deeds behind which few words are about what was just done, and what of the own that is. */
const justDone: Readonly<Record<string, Own['kind']>> = {
  'report.open': 'report',
  'report.photo': 'report',
  'proposal.open': 'proposal',
  'proposal.rename': 'proposal',
  'objection.raise': 'objection',
  'task.claim': 'task',
  'pledge.goods': 'goods',
  'pledge.labour': 'labour',
};

/**
 * 查了，虚惊一场; 问了物业说他们下月就装，不提了; 扫落叶我实在抽不出空: what stands of the speaker's own and is named, or was done last, is over or given up.
 * It is read back; of an objection it is told that it stays. Null where no one of them is meant.
 */
export async function givenUp(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const said = text.trim();
  // 去不了了 alone is of what was done last, whatever that was.
  if ([...said].length > longest || /[?？]/u.test(said) || readCorrection(said)?.kind === 'cancel') return null;
  const clauses = said.split(/[，,。.；;！!\s]+/u).filter(Boolean);
  const isSaid = (signs: RegExp): boolean =>
    clauses.some(clause => signs.test(clause) && !hasMood(clause, ...notMeant));
  const isOver = isSaid(over) && !goesOn.test(said);
  const isDropped = isSaid(dropped);
  const isUnable = isSaid(unable);
  if (!isOver && !isDropped && !isUnable) return (await fewerGoods(parts, turn, said)) ?? null;
  const kinds = new Set<Own['kind']>([
    ...(isOver || isDropped ? (['report'] as const) : []),
    ...(isDropped ? (['proposal', 'objection'] as const) : []),
    ...(isDropped || isUnable ? (['task', 'goods', 'labour'] as const) : []),
  ]);
  const all = (await ownStanding(turn)).filter(({ kind }) => kinds.has(kind));
  const meant = await whichOf(parts, turn, all, said);
  if (!meant) return null;
  if (typeof meant.back === 'string') return { text: meant.back };
  return act(parts, turn, { ...meant.back, sure: false, confirmed: false }, text);
}

/** The one that the words name; else the one of the kind that was done last. */
async function whichOf(parts: Parts, turn: Turn, all: readonly Own[], said: string): Promise<Own | undefined> {
  if (all.length === 0) return undefined;
  const { things, isNamed } = bestOf(all, said);
  if (isNamed) return onlyOne(things) as Own | undefined;
  // 门禁那个修好了 speaks of another matter.
  if ((await byName(turn, said)) !== null) return undefined;
  const last = justDone[(await lastLine(parts, turn))?.deed ?? 'report.open'];
  return onlyOne(all.filter(({ kind, isOld }) => kind === last && !isOld));
}

const count = '(?<n>\\d{1,4}|[一二两俩三四五六七八九十百半]{1,3})';
const fewer = new RegExp(
  `^(?:(?:我|俺|咱)(?:家)?)?(?:捐的|那个)?(?<item>\\p{Script=Han}{1,6}?)(?:我家)?(?:不是\\S{1,5}?[，,\\s]+(?:我|俺|咱)?家?(?:就|只有|是|只|捐|出)+|(?:改成|改为|改|应该是|是|就|只有|只能)+(?:捐|出)?)${count}\\p{Script=Han}{1,2}(?:吧|啊|了)*[。.!！]*$`,
  'u',
);

/** 水泥不是两袋，我家就一袋: so many of the goods that the own home offered, in the place of what it said before. */
async function fewerGoods(parts: Parts, turn: Turn, said: string): Promise<Reply | null> {
  const { item = '', n = '' } = fewer.exec(said)?.groups ?? {};
  const quantity = readWhole(n);
  if (item === '' || quantity === null || hasMood(said, ...notMeant)) return null;
  const offers = (await ownStanding(turn)).filter(({ kind, words }) => kind === 'goods' && words.includes(item));
  const only = onlyOne(offers);
  if (!only) return null;
  const slots = { no: only.no, item: only.words, quantity, replaces: true };
  return act(parts, turn, { intent: 'pledge.goods', slots, sure: false, confirmed: false }, said);
}
