import { plain } from '../domain/plain-text.js';
import { Refusal } from '../domain/refusal.js';
import { nextLine } from '../operations/next-steps.js';
import type { Unit } from '../store/engine/unit.js';
import { over } from '../domain/next-words.js';
import { say } from './refusals/say.js';

/** Refusals that only miss one thing that can be asked for, with the slots that it may go into: the first that was not said. */
const asked: Readonly<Record<string, readonly string[]>> = {
  'plan.noBudget': ['cost'],
  'class.reason': ['reason'],
  'member.whichHousehold': ['room', 'unit'],
  'budget.whichLine': ['line'],
};

/** The slot to ask for. */
export function asksFor({ code }: Refusal, slots: Readonly<Record<string, unknown>>): string | undefined {
  return asked[code]?.find(slot => slots[slot] === undefined);
}

/** Refusals of what was said for a slot, which is asked for once more: whose money, said with a name that the roster has not. */
const unfit: Readonly<Record<string, string>> = {
  'money.payerUnknown': 'payer',
  'money.payerSeveral': 'payer',
  'money.whoseMoney': 'payer',
};

/** Refusals of a list that could not be read: it is asked for once more, and all else that was said is kept. */
const unread: Readonly<Record<string, readonly string[]>> = {
  'space.unclear': ['owner'],
  'order.unread': ['list'],
  'funding.unread': ['list'],
  'list.unread': ['quotes', 'list'],
  'scope.unclear': ['scope'],
  'round.unclear': ['terms'],
  'reward.unclear': ['terms'],
  'contest.placesUnread': ['said'],
};

/** The slot whose words could not be read, or named no home, of a deed that was about to be read back. */
export function asksUnread({ code, details }: Refusal, slots: Readonly<Record<string, unknown>>): string | undefined {
  const { said } = details as { readonly said?: unknown };
  if (code === 'place.unclear' && typeof said === 'string')
    return Object.keys(slots).find(name => slots[name] === said);
  return unread[code]?.find(name => slots[name] !== undefined);
}

export function asksAgain({ code }: Refusal): string | undefined {
  return unfit[code];
}

/** A refusal; of a deed that comes too early or too late with what comes next in the matter instead. */
export async function withNext(unit: Unit, refusal: Refusal, now: Date): Promise<string> {
  const text = say(refusal);
  if (isNoPoll(refusal)) return (await withoutPoll(unit, refusal.details.no, now)) ?? text;
  if (!isOutOfTurn(refusal)) return text;
  const project = await unit.projects.byNo(refusal.details.no);
  if (!project) return text;
  const next = await nextLine(unit, project, now);
  if (next === over) return `${text}这件事已经结束，不用再办。`;
  return `${text}${refusal.details.late ? '现在：' : '先'}${next}。`;
}

function isNoPoll(refusal: Refusal): refusal is Refusal<'poll.unknown'> {
  return refusal.code === 'poll.unknown';
}

/** Who votes on a matter before, or after, it is voted on hears what it is at; null where there is no such matter. */
async function withoutPoll(unit: Unit, no: number, now: Date): Promise<string | null> {
  const project = await unit.projects.byNo(no);
  if (!project) return null;
  const next = await nextLine(unit, project, now);
  return next === over ? null : `${no}号「${plain(project.title, 40)}」现在没有表决。现在：${next}。`;
}

function isOutOfTurn(refusal: Refusal): refusal is Refusal<'project.wrongState'> {
  return refusal.code === 'project.wrongState';
}
