import { dayWords, endWords } from './calendar.js';
import { roles } from './permissions.js';
import type { Next, Step, StepFor, Wait } from './step.js';

/** Nothing is left to do about the matter. */
export const over = '已结束';

/**
 * What comes next with a matter, in one sentence for everybody: who does what by which words, or what is waited for. Nobody's home and
 * nobody's money stand in it.
 */
export function nextWords({ steps, wait }: Next, now: Date): string {
  const first = steps.find(({ optional }) => !optional);
  const onward = wait?.onward === undefined ? '' : `，再发送“${wait.onward}”`;
  const waiting = wait && `${waitWords(wait, now)}${onward}`;
  if (!first) return waiting ?? over;
  const isTold = waiting === null || wait?.until?.getTime() === first.until?.getTime();
  return isTold ? publicWords(first, now) : `${publicWords(first, now)}；${waiting}`;
}

/** The same for a page, and for whoever only follows a matter: who does what and by when, without the words that do it. */
export function askedNext({ steps, wait }: Next, now: Date): string {
  const first = steps.find(({ optional }) => !optional);
  const waiting = wait && waitWords(wait, now);
  if (!first) return waiting ?? over;
  const isTold = waiting === null || wait?.until?.getTime() === first.until?.getTime();
  return isTold ? askedWords(first, now) : `${askedWords(first, now)}；${waiting}`;
}

/** One step with who does it: `网格书记确定选题和类别，发送“12号定为迫切需求类”`. */
function publicWords(step: Step, now: Date): string {
  if (step.inPublic !== undefined) return step.inPublic;
  const until = step.until ? `，${untilWords(step.until, now)}` : '';
  return `${whoWords(step.for)}${titleWords(step)}${until}，发送${saysWords(step.says)}`;
}

/** The same for a page, where it is touched and not said: who does what, and by when. */
export function askedWords(step: Step, now: Date): string {
  return step.inPublic ?? `${whoWords(step.for)}${stepWords(step, now)}`;
}

/** What is only waited for: `等到3月9日（周一）24:00方案公示期满`. */
export function waitWords({ what, until }: Wait, now: Date): string {
  return until ? `等到${endWords(until, now)}${what}` : `等${what}`;
}

/** A step for whoever it is offered to: `发起表决`, with the day by which. */
export function stepWords({ until, ...step }: Pick<Step, 'title' | 'detail' | 'until'>, now: Date): string {
  return until ? `${titleWords(step)}（${untilWords(until, now)}）` : titleWords(step);
}

/** `核对支出申请3，850元给张记五金`: nobody is asked about a number alone. */
function titleWords({ title, detail }: Pick<Step, 'title' | 'detail'>): string {
  return detail === undefined ? title : `${title}，${detail}`;
}

/** By when; what is late is said to be late, with the last day that it was in time. */
function untilWords(until: Date, now: Date): string {
  if (until > now) return `${endWords(until, now)}前`;
  return `应在${dayWords(new Date(until.getTime() - 1), now)}前，已过期`;
}

/** `“12号同意”“12号反对”或“12号弃权”`. */
function saysWords(says: readonly string[]): string {
  const quoted = says.map(said => `“${said}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join('')}或${quoted.at(-1)}`;
}

/** The first of the roles it is for, as they are known; residents are named in the title. */
function whoWords({ roles: held, called = '' }: StepFor): string {
  const [first] = held ?? [];
  return first === undefined || first === 'resident' ? called : roles[first];
}
