import { dayMs, dayWords } from '../../domain/calendar.js';
import type { Picture } from '../../domain/picture.js';
import { maskName } from '../../domain/masking.js';
import { plain } from '../../domain/plain-text.js';
import { Refusal } from '../../domain/refusal.js';
import { isReminderDue, taskDayWords, taskDueAt } from '../../domain/works/task.js';
import type { Member } from '../../store/people/member.js';
import type { Task } from '../../store/works/task.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';
import { isOwn } from '../credit/award-points.js';
import { photosOf } from './photos-of.js';

interface Deed {
  readonly member: MemberView;
}

/** A resident takes something upon themselves: it gets a number and a last day. */
export async function claimTask(
  unit: Unit,
  { member, what, due }: Deed & { readonly what: string; readonly due?: string | undefined },
): Promise<Task> {
  const task = await unit.tasks.claim({
    what,
    claimedById: member.id,
    claimedAt: unit.now,
    dueAt: taskDueAt(unit.now, due),
  });
  unit.journal.add('task.claim', { facts: { task: task.no } });
  return task;
}

/** The claimer says that it is done, with pictures or without. */
export async function finishTask(
  unit: Unit,
  { member, no, pictures }: Deed & { no: number; pictures: readonly Picture[] },
): Promise<Task> {
  const { now } = unit;
  const task = await openTask(unit, no);
  if (task.claimedById !== member.id) throw new Refusal('task.notYours', { task: no });
  await photosOf(unit, { by: member.userid, about: `task:${task.id}`, pictures, now });
  await unit.tasks.keep(Object.assign(task, { doneAt: now }));
  await unit.posts.withdraw(topics.task(task));
  const facts = { task: no, pictures: pictures.length };
  unit.journal.add('task.done', { facts });
  return task;
}

/** Another household's member has looked, and found it done: that closes the task. */
export async function checkTask(unit: Unit, { member, no }: Deed & { no: number }): Promise<Task> {
  const { task, claimer } = await taskToJudge(unit, member, no);
  await unit.tasks.keep(Object.assign(task, { checkedById: member.id, checkedAt: unit.now }));
  unit.journal.add('task.check', { facts: { task: no } });
  if (claimer) await unit.tell('works.task-checked', { task, claimer });
  return task;
}

/** Another household's member has looked, and it is not done: the claimer hears so in private and gets new days for it. */
export async function returnTask(
  unit: Unit,
  { member, no, reason }: Deed & { no: number; reason: string | null },
): Promise<Task> {
  const { task, claimer } = await taskToJudge(unit, member, no);
  await unit.tasks.keep(Object.assign(task, { doneAt: null, remindedAt: null, dueAt: taskDueAt(unit.now) }));
  unit.journal.add('task.return', { facts: { task: no } });
  if (claimer) await unit.tell('works.task-returned', { task, claimer, reason });
  return task;
}

/** Who claimed it may give it up: it was a promise, no debt. */
export async function dropTask(unit: Unit, { member, no }: Deed & { no: number }): Promise<Task> {
  const task = await openTask(unit, no);
  if (task.claimedById !== member.id) throw new Refusal('task.notYours', { task: no });
  await unit.tasks.keep(Object.assign(task, { droppedAt: unit.now }));
  await unit.posts.withdraw(topics.task(task));
  unit.journal.add('task.drop', { facts: { task: no } });
  return task;
}

/** Reminds claimers in private, shortly before the last day and every few days after it. */
export async function remindOfTasks(unit: Unit): Promise<void> {
  let count = 0;
  for (const task of await unit.tasks.open()) {
    if (task.doneAt !== null || !isReminderDue(task, unit.now)) continue;
    const claimer = await unit.members.byId(task.claimedById);
    if (!claimer || claimer.erasedAt || claimer.leftAt) continue;
    await unit.tell('works.task-due', { task, claimer });
    await unit.tasks.keep(Object.assign(task, { remindedAt: unit.now }));
    count += 1;
  }
  if (count > 0) unit.journal.add('task.remind', { facts: { count } });
}

/** The tasks whose last day is over and that nobody has found done, for the secretary's morning list. */
export async function overdueTasks(unit: Unit, now: Date): Promise<string[]> {
  return (await unit.tasks.open())
    .filter(({ dueAt }) => dueAt <= now)
    .map(
      ({ no, what, dueAt, doneAt }) =>
        `- 任务${no} ${plain(what, 40)}：${doneAt ? `已报完成，等人核实，发送“任务${no}核实”` : taskDayWords(dueAt, now)}`,
    );
}

const mostListed = 30;

/** The tasks that somebody is at, oldest first, with the claimer's masked name and where each stands. */
export async function openTasks(unit: Unit, now: Date): Promise<string[]> {
  const open = await unit.tasks.open();
  const claimers = new Map((await unit.members.byIds(open.map(task => task.claimedById))).map(row => [row.id, row]));
  const lines = open.slice(0, mostListed).map(({ no, what, claimedById, claimedAt, doneAt, dueAt }) => {
    const name = claimers.get(claimedById)?.name;
    const stands = doneAt ? `已报完成，等别家去看，发送“任务${no}核实”或“任务${no}没办好”` : taskDayWords(dueAt, now);
    return `- 任务${no} ${plain(what, 40)}（${name === undefined ? '' : plain(maskName(name), 10)}，${dayWords(claimedAt, now)}认领）：${stands}`;
  });
  return open.length > mostListed ? [...lines, `……一共${open.length}件。`] : lines;
}

/** What was found done within the last week. */
export async function tasksDone(unit: Unit, now: Date): Promise<string[]> {
  const done = await unit.tasks.checkedSince(new Date(now.getTime() - 7 * dayMs));
  return done.slice(-mostDone).map(({ no, what }) => `任务${no} ${plain(what, 40)}`);
}

const mostDone = 5;

async function openTask(unit: Unit, no: number): Promise<Task> {
  const task = await unit.tasks.task(no);
  if (!task) throw new Refusal('task.unknown', { task: no });
  if (task.checkedAt || task.droppedAt) throw new Refusal('task.closed', { task: no });
  return task;
}

/** A task that was said to be done, for another household to look at. */
async function taskToJudge(
  unit: Unit,
  member: MemberView,
  no: number,
): Promise<{ task: Task; claimer: Member | null }> {
  const task = await openTask(unit, no);
  if (task.doneAt === null) throw new Refusal('task.notDone', { task: no });
  const claimer = await unit.members.byId(task.claimedById);
  if (member.id === task.claimedById || (claimer && (await isOwn(unit, member, claimer))))
    throw new Refusal('task.own', {});
  return { task, claimer };
}
