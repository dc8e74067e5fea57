import { onlyOne } from '../../domain/only-one.js';
import { choicesNamed } from '../../language/values/choice.js';
import { readAmount } from '../../language/values/money/amounts.js';
import { hasMood } from '../../language/values/manner/mood.js';
import type { Understanding } from '../../language/reading/understand.js';
import { surelyFrom } from '../../language/reading/thresholds.js';
import { matterNamed } from '../meaning/by-name.js';
import type { Turn } from '../turn.js';
import { ownPromises } from './own-promises.js';
import type { Wish } from '../wish.js';

const takesBack =
  /(?:不想?|别|甭|莫)(?:再)?(?:出|捐|认|给|掏|交)(?:这个?)?(?:钱)?了|(?:改成|还是|能不能|可不可以|可以)不(?:出|捐|认|交)|作废|(?:要不|还是)算了|(?:能|可以|想)(?:不能)?[退撤]|[退撤](?:了|掉|回来)(?:吧|行不|[。.!！]*$)|收回来?(?:吧|[。.!！]*$)/u;

/** 我不想捐了 退了吧: plain enough of the only promise there is. */
const wholly = /(?:不想?)(?:再)?(?:出|捐|认|给)(?:钱)?了[，,。\s]*(?:给我|帮我|麻烦)?(?:都|全)?[退撤收]/u;

/**
 * 路灯那二百我不出了行不行, 两百那个作废: the promise of the own household in the matter that is named, or the one of that very sum, is taken
 * back. It is read back, for a question may be no more than one. Null where no one promise is meant.
 */
export async function takenBack(turn: Turn, { intent, confidence }: Understanding, text: string): Promise<Wish | null> {
  if (!takesBack.test(text) || turn.member.householdId === null) return null;
  if (!/^(?:chat\.other|pledge\.money|funds\.\w+)$/u.test(intent) && confidence >= surelyFrom) return null;
  if (hasMood(text, 'forwarded', 'quoted', 'reported', 'onBehalf', 'joking')) return null;
  const sum = readAmount(text);
  const no = await matterNamed(turn, text);
  const isWhole = wholly.test(text);
  if (no === undefined && sum.kind !== 'exact' && !isWhole) return null;
  const promised = await ownPromises(turn, no);
  const isThat = (fen: number): boolean => (sum.kind === 'exact' ? fen === sum.fen : isWhole);
  const only = onlyOne(promised.filter(({ fen }) => no !== undefined || isThat(fen)));
  if (!only) return null;
  return { intent: 'pledge.cancel', slots: { no: only.no }, sure: false, confirmed: false };
}

const ownVote =
  /^(?:那|对了|哎呀?|请|麻烦)*(?:给|帮|把)?(?:我|俺|咱)(?:们)?(?:家)?(?:刚才|刚刚|上午|昨天)?(?:投)?(?:的|那|这)*(?:[一张个])?票(?:先|就|给我|都|还是|暂时|我|想|要)*(?:撤|取消|收回|作废|拿|(?:别|不|甭)(?:算|作|计)(?:数|上|进去)?)(?:了|掉|回来?|销|一下)*(?:吧|啊|哈|呗)?$/u;
/** 还没想好, 回头再投: why it is taken back, beside it. */
const whyTaken =
  /没(?:有)?(?:想|考虑|商量|定|看)|再(?:投|想|考虑|商量|看|说|定)|(?:投|按|点|选)(?:错|早|快|急)|谢谢|麻烦|不好意思|后悔/u;
/** 再投反对: another vote in its place. */
const votesAnew = /(?:再|改|重新|就|还是)(?:来|投|算)*(?:一次|一票|成|个)?(?:不?同意|不?赞成|不?支持|反对|弃权)/u;

/** 我的票先撤了吧: the one vote of the own household that is still open, read back; 再投反对 behind it is the new one. Null where none is cast, or several are. */
export async function voteTakenBack({ unit, member }: Turn, text: string): Promise<Wish | null> {
  const clauses = text.split(/[，,。.!！;；\s]+/u).filter(Boolean);
  const others = clauses.filter(clause => !ownVote.test(clause));
  const anew = others.filter(clause => votesAnew.test(clause));
  const isSaid =
    others.length < clauses.length && others.every(clause => anew.includes(clause) || whyTaken.test(clause));
  if (!isSaid || member.householdId === null || hasMood(text, 'asked', 'forwarded', 'quoted')) return null;
  const cast: number[] = [];
  for (const poll of await unit.polls.open())
    if ((await unit.polls.ballotOf(poll.id, member.householdId)) !== null) cast.push(poll.no);
  const no = onlyOne(cast);
  if (no === undefined) return null;
  const later = { sure: false, confirmed: false };
  if (anew.length === 0) return { intent: 'poll.undo', slots: { no }, ...later };
  const choice = onlyOne(new Set(anew.flatMap(choicesNamed)));
  return choice === undefined ? null : { intent: 'poll.vote', slots: { no, choice }, ...later };
}
