import { dayMs, dayOf } from '../domain/calendar.js';
import type { Unit } from '../store/engine/unit.js';
import { mattersWithNext, waitingFor } from './waiting.js';

/** Whoever holds a role and has something waiting hears of it in private in the morning: once a day, and until the day is over. */
export async function sendMorningLists(unit: Unit): Promise<void> {
  const { now } = unit;
  const day = dayOf(now);
  const told = await unit.journal.ofDeed('todo.morning', new Date(now.getTime() - dayMs));
  if (told.some(({ facts }) => facts['day'] === day)) return;
  const matters = await mattersWithNext(unit, now);
  let count = 0;
  const holders = [...new Set((await unit.members.roles()).map(held => held.userid))];
  for (const holder of await unit.members.views(holders)) {
    const due = (await waitingFor(unit, holder, now, matters)).filter(({ isDue, isTold }) => isDue && !isTold);
    if (due.length === 0) continue;
    await unit.tell('people.due', { userid: holder.userid, due });
    count += 1;
  }
  if (count > 0) unit.journal.add('todo.morning', { facts: { day, count } });
}
