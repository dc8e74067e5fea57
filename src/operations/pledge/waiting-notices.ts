import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';

/**
 * What households promise or have paid has changed: a reminder that waits is not told any more, and what waits about earlier receipts
 * keeps the receipt and loses the sums that were true then.
 */
export async function outdateNotices(unit: Unit, projectId: number, householdIds: readonly number[]): Promise<void> {
  for (const { userid } of await unit.members.boundTo(householdIds)) {
    await unit.posts.withdraw(topics.pledge({ id: projectId }), userid);
    await unit.posts.keepFirstLine(topics.receipts({ id: projectId }), userid);
  }
}
