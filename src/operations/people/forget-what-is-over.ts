import { forget } from '../../store/people/forgetting.js';
import type { Unit } from '../../store/engine/unit.js';

/** Deletes what is kept for a while only and proves nothing; what is evidence stays (docs/domain.md 14). */
export async function forgetWhatIsOver(unit: Unit, now: Date): Promise<void> {
  await forget(unit.rows, now);
}
