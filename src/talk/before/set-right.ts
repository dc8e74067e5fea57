import { dayWords, noonOf } from '../../domain/calendar.js';
import { yuan } from '../../domain/money.js';
import { onlyOne } from '../../domain/only-one.js';
import { may } from '../../domain/permissions.js';
import { plain } from '../../domain/plain-text.js';
import {
  type Change,
  changesSaid,
  inWords,
  saysOtherwise,
  saysWrong,
} from '../../language/values/manner/other-values.js';
import { draftDeeds } from '../../domain/plan/draft.js';
import type { Understanding } from '../../language/reading/understand.js';
import { outsideStanding } from '../../store/works/outside-standing.js';
import { ask } from '../act.js';
import type { AnyIntent } from '../intent.js';
import { offerFor } from '../offer.js';
import { rehearsed } from '../rehearsal.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { otherPapers } from './other-papers.js';
import { isDoneAnew } from './other-value.js';
import type { Did } from './spoken.js';

/**
 * 说早了，人家要到月底，改成3月31号; 预算少打了一项，是两万零五百; 念错了，201是同意, behind what an office did, whatever it was: another day, sum or share
 * of that very deed, by the deed that exists for putting it right. What changes, from what and to what, is read back, and all else of it stays. Null
 * where nothing was done just now that can be put right so, or no one other value of it is said.
 */
export async function setRight(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const dids = turn.member.roles.length > 0 && saysOtherwise(text) ? parts.spoken.did(turn) : [];
  for (const [at, did] of dids.entries()) {
    const intent = parts.intents.get(did.intent);
    if (!intent || !may(turn.member, intent.permission)) return null;
    const right = await rightOf(parts, turn, { did, intent, isEarlier: at > 0 }, text);
    if (right) return right;
  }
  return null;
}

interface Righting {
  readonly did: Did;
  readonly intent: AnyIntent;
  /** True where something else was done since: 人工是9000 is of the prices then, and no other sum is of anything. */
  readonly isEarlier: boolean;
}

async function rightOf(
  parts: Parts,
  turn: Turn,
  { did, intent, isEarlier }: Righting,
  text: string,
): Promise<Reply | null> {
  const papers = isEarlier ? null : await otherPapers(turn, did, text);
  if (papers) return 'wish' in papers ? asked(parts, turn, papers) : papers;
  // 居民改成六千 is of a draft, whose parts are called by their names anyway.
  if (draftDeeds.has(did.intent) && !saysWrong(text)) return null;
  const slots = await standingSlots(turn, did);
  const changes = changesSaid(slots, text, turn.now);
  const done = plain(doneWords(intent, slots), 100);
  if (!changes) return isEarlier ? null : otherWords(parts, turn, { did, done }, text);
  if (isEarlier && !changes.every(({ isCalled }) => isCalled)) return null;
  const each = changes
    .map(({ kind, from, to }) => `${told(kind, from, turn.now)}改为${told(kind, to, turn.now)}`)
    .join('，');
  const right = await rightedBy(turn, { ...did, slots }, changes);
  if (right) return asked(parts, turn, { wish: right, question: `您是要改刚才的“${done}”：${each}，别的不变吗？` });
  const stays = staysAsTold[did.intent];
  return stays === undefined ? null : { text: `“${done}”${stays}没有改任何东西。` };
}

/** What others rely on once it was told, and no deed puts right. */
const staysAsTold: Readonly<Record<string, string>> = {
  'emergency.declare':
    '已经告诉大家，限额不能再改。花得少的，照实际申请付款就行；不够的，先修到限额为止，余下的写进方案再表决。',
};

const saidOf =
  /^(?:哎呀?|不对|哦|[，,\s])*(?:(?:我|俺)?(?:刚才)?(?:说|写|记|报|填)的(?:是)?|不是)?(?<from>\p{Script=Han}{2,8}?)(?:那个)?(?:[说写记报填](?:错|岔|串)了?)?[，,\s]+(?:其实|应该|该|实际)*是(?<to>\p{Script=Han}{2,12})(?:[，,\s]+(?:请|帮我|给我|麻烦)*改(?:过来|一下|了)?)?(?:吧|了|的|啊)*[。.!！]*$/u;

/** 我说的防滑砖，其实是水泥便宜: other words in the place of those that stand in what was written; what stands behind them already is not said twice. */
async function otherWords(
  parts: Parts,
  turn: Turn,
  { did: { intent, slots }, done }: { readonly did: Did; readonly done: string },
  text: string,
): Promise<Reply | null> {
  const { from = '', to = '' } = saidOf.exec(text.trim())?.groups ?? {};
  const holding = Object.entries(slots).filter(([, held]) => typeof held === 'string' && held.includes(from));
  const only = from !== '' && isDoneAnew(intent) ? onlyOne(holding) : undefined;
  if (!only) return null;
  const [slot, held] = only as [string, string];
  const rest = held.slice(held.indexOf(from) + from.length);
  const isSaidBehind = (tail: string): boolean => [...tail].length >= 2 && rest.includes(tail);
  const tail = Array.from(to, (_, at) => to.slice(at + 1)).find(isSaidBehind) ?? '';
  const bare = to.slice(0, to.length - tail.length);
  const right = `${held.slice(0, held.indexOf(from))}${bare}${rest}`;
  const wish = { intent, slots: { ...slots, [slot]: right } };
  return asked(parts, turn, { wish, question: `您是要改刚才的“${done}”：写成“${plain(right, 100)}”，别的不变吗？` });
}

/** What cannot be done is not asked for. */
async function asked(
  parts: Parts,
  turn: Turn,
  { wish, question }: { readonly wish: Pick<Wish, 'intent' | 'slots'>; readonly question: string },
): Promise<Reply | null> {
  const intent = parts.intents.get(wish.intent);
  if (!intent || !may(turn.member, intent.permission)) return null;
  const { refused } = await rehearsed(parts, turn, { ...wish, sure: true, confirmed: true }, intent);
  if (refused !== undefined) return { text: `${refused}没有改任何东西。` };
  return ask(parts, turn, { ...wish, sure: true, confirmed: false }, { asks: 'yes', question });
}

/** What was done, by its slots; a budget that was prepared before it was told is the one that stands. */
async function standingSlots({ unit }: Turn, { intent, slots }: Did): Promise<Did['slots']> {
  if (intent !== 'plan.publish' || slots['cost'] !== undefined) return slots;
  const project = await unit.projects.byNo(Number(slots['no']));
  return project?.budgetFen == null ? slots : { ...slots, cost: project.budgetFen };
}

/** The deed by which it is put right: mostly the same once more, with what is right. */
async function rightedBy(
  { unit, member }: Turn,
  { intent, slots }: Did,
  changes: readonly Change[],
): Promise<Pick<Wish, 'intent' | 'slots'> | null> {
  const righted = Object.fromEntries(changes.map(({ slot, value }) => [slot, value]));
  if (isDoneAnew(intent)) return { intent, slots: { ...slots, ...righted } };
  const [day, ...others] = changes;
  if (intent !== 'outside.ask' || day?.kind !== 'day' || others.length > 0) return null;
  // Whom it was asked of has a link to it, which gets another day.
  const { no, party } = slots;
  const standing = (await outsideStanding(unit)).findLast(
    ({ task, project }) => project.no === no && task.party === party && task.askedById === member.id,
  );
  const until = `${inWords('day', day.to, { now: unit.now })}前`;
  return standing ? { intent: 'outside.renew', slots: { outside: standing.task.no, until } } : null;
}

function doneWords(intent: AnyIntent, slots: Did['slots']): string {
  const offer = intent.pattern ? offerFor(intent, slots) : undefined;
  return intent.readBack?.(slots) ?? (offer?.isWhole ? offer.say : (intent.help?.title ?? ''));
}

function told(kind: Change['kind'], value: string | number, now: Date): string {
  if (kind === 'percent') return `${value}%`;
  return kind === 'sum' ? yuan(Number(value)) : dayWords(noonOf(String(value)), now);
}

/** What the own home says by itself. */
const ownHome = /(?:我|俺|咱)们?家|我自己/u;

/** 念错了，…是反对 behind a deed of an office is never the speaker's own vote or promise: it is told what was done, and nothing is. */
export function ofOffice({ intents, spoken }: Parts, turn: Turn, text: string, read: Understanding): Reply | null {
  const [did] = saysWrong(text) && !ownHome.test(text) ? spoken.did(turn) : [];
  const intent = did && intents.get(did.intent);
  const isOwn = intents.get(read.intent)?.binds === 'household';
  if (!did || !intent || !isOwn || intent.binds === 'household' || intent.binds === 'nobody') return null;
  const done = plain(doneWords(intent, did.slots), 100);
  return {
    text: `刚才办的是“${done}”，没听清要改成什么，没有改任何东西。请把对的说全；说的是您自己家，请带上“我家”再说一遍。`,
  };
}
