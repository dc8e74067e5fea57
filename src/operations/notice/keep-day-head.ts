import { dayOf } from '../../domain/calendar.js';
import type { Unit } from '../../store/engine/unit.js';

/** Keeps the heads of all journals of a day as one chain; once a day, whichever grid asks first. */
export async function keepDayHead({ dayHeads, now }: Unit): Promise<void> {
  await dayHeads.keep(dayOf(now), now);
}
