import { may } from '../domain/permissions.js';
import type { DeskLine } from '../publish/people/desk-home.js';
import type { Waiting } from '../operations/waiting.js';
import type { MemberView } from '../store/people/members.js';
import { formLink } from '../talk/form/form-link.js';
import type { AnyIntent } from '../talk/intent.js';

/** What waits for a member as lines that lead to forms: only deeds that the member may do. */
export function deskLines(
  waiting: readonly Waiting[],
  member: MemberView,
  intents: ReadonlyMap<string, AnyIntent>,
): DeskLine[] {
  return waiting.flatMap(one => {
    const intent = intents.get(one.deed);
    return intent && may(member, intent.permission) ? [{ ...one, href: formLink(one, intent) }] : [];
  });
}

/** A number as it may stand in an address; null for anything else. */
export function numberIn(text: unknown): number | null {
  return typeof text === 'string' && /^\d{1,9}$/u.test(text) ? Number(text) : null;
}
