import { shanghai } from '../calendar.js';

/** From 21:00 to 7:30 the bot starts nothing by itself in the group; what members do at night is answered at once. */
const from = { hour: 21, minute: 0 };
const until = { hour: 7, minute: 30 };

/** The moment itself by day, and 7:30 of the next morning by night, in Shanghai. */
export function afterQuietHours(at: Date): Date {
  const local = shanghai(at);
  const morning = local.startOf('day').set(until);
  if (local < morning) return morning.toJSDate();
  return local >= local.startOf('day').set(from) ? morning.plus({ days: 1 }).toJSDate() : at;
}
