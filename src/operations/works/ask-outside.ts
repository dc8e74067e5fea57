import { dayWords } from '../../domain/calendar.js';
import { ensureState, statesUnderWay } from '../../domain/lifecycle.js';
import { plain } from '../../domain/plain-text.js';
import { Refusal } from '../../domain/refusal.js';
import { takeDay } from '../../language/values/time/said-day.js';
import { lastMoment } from '../../domain/works/outside.js';
import { isReminderDue } from '../../domain/works/task.js';
import { secretDigest } from '../../store/engine/secret-digest.js';
import type { Unit } from '../../store/engine/unit.js';
import { readAsked } from '../../language/values/asked-said.js';
import type { MemberView } from '../../store/people/members.js';
import { isOutsideOpen, outsideStanding } from '../../store/works/outside-standing.js';
import type { OutsideTask } from '../../store/works/outside-task.js';
import { topics } from '../../store/notice/topics.js';

interface Deed {
  readonly member: MemberView;
}

/** Asks a party outside the neighbourhood for something in a matter, until a day. Whoever has the secret may answer, and sees nothing else. */
export async function askOutside(
  unit: Unit,
  given: Deed & { no: number; party: string; asked: string; secret: string },
): Promise<OutsideTask> {
  const { member, no, party, asked, secret } = given;
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, statesUnderWay, '请外单位办');
  const said = readAsked(asked, now);
  if (!said) throw new Refusal('outside.day', { no, said: 'none' });
  const task = await unit.tasks.outside.ask({
    projectId: project.id,
    party: plain(party, 30),
    what: said.what,
    dueAt: lastMoment(said.day, { no, now }),
    askedById: member.id,
    askedAt: now,
    digest: secretDigest(secret),
  });
  unit.journal.add('outside.ask', { facts: { no, outside: task.no } });
  return task;
}

/** Gives a task a new link, and another day where one is said. The old link opens nothing from then on. */
export async function renewOutside(
  unit: Unit,
  given: Deed & { task: number; until: string | null; secret: string },
): Promise<OutsideTask> {
  const { task: taskNo, until, secret } = given;
  const { now } = unit;
  const task = await openOutside(unit, taskNo);
  const project = await unit.projects.byId(task.projectId);
  const no = project?.no ?? 0;
  const day = until === null ? null : takeDay(until.normalize('NFKC'), now).day;
  if (until !== null && day === null) throw new Refusal('outside.day', { no, said: 'none' });
  const dueAt = day === null ? task.dueAt : lastMoment(day, { no, now });
  await unit.tasks.outside.keep(Object.assign(task, { dueAt, digest: secretDigest(secret), remindedAt: null }));
  unit.journal.add('outside.renew', { facts: { outside: task.no, moved: day !== null } });
  return task;
}

/** Ends a task: its link opens nothing from then on. */
export async function endOutside(unit: Unit, given: Deed & { task: number }): Promise<OutsideTask> {
  const { member, task: taskNo } = given;
  const task = await openOutside(unit, taskNo);
  await unit.tasks.outside.keep(Object.assign(task, { endedAt: unit.now, endedById: member.id }));
  await unit.posts.withdraw(topics.outside(task));
  unit.journal.add('outside.end', { facts: { outside: task.no } });
  return task;
}

async function openOutside(unit: Unit, no: number): Promise<OutsideTask> {
  const task = await unit.tasks.outside.byNo(no);
  if (!task) throw new Refusal('outside.unknown', { task: no });
  if (!(await isOutsideOpen(unit, task))) throw new Refusal('outside.ended', { task: no });
  return task;
}

/** No message reaches an outside party: whoever asked is reminded, before the day and after it, with words to pass on. */
export async function remindOutside(unit: Unit): Promise<void> {
  let count = 0;
  for (const { task, isAnswered } of await outsideStanding(unit)) {
    if (isAnswered || !isReminderDue(task, unit.now)) continue;
    await unit.tell('works.outside-due', { task });
    await unit.tasks.outside.keep(Object.assign(task, { remindedAt: unit.now }));
    count += 1;
  }
  if (count > 0) unit.journal.add('outside.remind', { facts: { count } });
}

/** `8月20日（周四）前，已过期`. */
export function outsideDay({ dueAt }: OutsideTask, now: Date): string {
  return `${dayWords(dueAt, now)}前${dueAt <= now ? '，已过期' : ''}`;
}
