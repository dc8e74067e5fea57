import { dayMs, dayOf, dayWords, endOfDay } from '../domain/calendar.js';
import { stepWords } from '../domain/next-words.js';
import type { Unit } from '../store/engine/unit.js';
import { mattersWithNext, waitingFor } from './waiting.js';

const mostLines = 6;

/** Whoever holds a role and has something waiting hears of it in private in the morning: once a day, and until the day is over. */
export async function sendMorningLists(unit: Unit, now: Date): Promise<void> {
  const day = dayOf(now);
  const told = await unit.journal.ofDeed('todo.morning', new Date(now.getTime() - dayMs));
  if (told.some(({ facts }) => facts['day'] === day)) return;
  const matters = await mattersWithNext(unit, now);
  let count = 0;
  for (const userid of new Set((await unit.members.roles()).map(held => held.userid))) {
    const due = (await waitingFor(unit, await unit.members.view(userid), now, matters)).filter(({ isDue }) => isDue);
    if (due.length === 0) continue;
    const rest = due.length > mostLines ? [`还有${due.length - mostLines}件。`] : [];
    const lines = due.slice(0, mostLines).map(one => `- ${one.about}${stepWords(one, now)}`);
    const text = [
      `${dayWords(now)}早上等您办的${due.length}件：`,
      ...lines,
      ...rest,
      '发送“待办”，回复数字就办。',
    ].join('\n');
    await unit.posts.toMember(userid, text, now, { topic: 'todo', until: endOfDay(now) });
    count += 1;
  }
  if (count > 0) unit.journal.add('todo.morning', { by: 'clock', at: now, facts: { day, count } });
}
