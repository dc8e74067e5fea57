/** Notices that tell a household what it has not paid: any change of it makes an unread one untrue. */
export function pledgeTopic(projectId: number): string {
  return `pledge/${projectId}`;
}

/** The notice of one receipt. */
export function receiptTopic(projectId: number, voucher: number): string {
  return `${receiptTopics(projectId)}${voucher}`;
}

/** How the topics of all receipts of a project begin. */
export function receiptTopics(projectId: number): string {
  return `receipt/${projectId}/`;
}
