import type { Unit } from '../../store/engine/unit.js';

/** Notices that tell a household what it has not paid: any change of it makes an unread one untrue. */
export function pledgeTopic(projectId: number): string {
  return `pledge/${projectId}`;
}

/** The notice of one receipt. */
export function receiptTopic(projectId: number, voucher: number): string {
  return `${receiptsOf(projectId)}${voucher}`;
}

/**
 * What a household promises or has paid has changed: a reminder that waits is not told any more, and what waits about earlier receipts
 * keeps the receipt and loses the sums that were true then.
 */
export async function outdateNotices(unit: Unit, projectId: number, householdId: number): Promise<void> {
  for (const { userid } of await unit.members.boundTo([householdId])) {
    await unit.posts.withdraw(pledgeTopic(projectId), userid);
    await unit.posts.keepFirstLine(receiptsOf(projectId), userid);
  }
}

function receiptsOf(projectId: number): string {
  return `receipt/${projectId}/`;
}
