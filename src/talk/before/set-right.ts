import { dayWords, noonOf } from '../../domain/calendar.js';
import { yuan } from '../../domain/money.js';
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
  const [did] = turn.member.roles.length > 0 && saysOtherwise(text) ? parts.spoken.did(turn) : [];
  const intent = did && parts.intents.get(did.intent);
  if (!did || !intent || !may(turn.member, intent.permission)) return null;
  const papers = await otherPapers(turn, did, text);
  if (papers) return 'wish' in papers ? asked(parts, turn, papers) : papers;
  // 居民改成六千 is of a draft, whose parts are called by their names anyway.
  if (draftDeeds.has(did.intent) && !saysWrong(text)) return null;
  const slots = await standingSlots(turn, did);
  const changes = changesSaid(slots, text, turn.now);
  const right = changes && (await rightedBy(turn, { ...did, slots }, changes));
  if (!right) return null;
  const done = plain(doneWords(intent, slots), 100);
  const each = changes.map(({ kind, from, to }) => `${told(kind, from, turn.now)}改为${told(kind, to, turn.now)}`);
  return asked(parts, turn, { wish: right, question: `您是要改刚才的“${done}”：${each.join('，')}，别的不变吗？` });
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
