import { may } from '../domain/permissions.js';
import type { DeskLine } from '../publish/people/desk-home.js';
import type { Waiting } from '../operations/waiting.js';
import type { MemberView } from '../store/people/members.js';
import { typedOf } from '../talk/field.js';
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

/** The address of the form that does a deed, with what is known of it filled in as it would be typed. */
export function formLink({ deed, slots }: Pick<Waiting, 'deed' | 'slots'>, intent: AnyIntent): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(slots)) {
    const kind = intent.slots[name];
    for (const typed of kind ? [typedOf(kind, value)].flat() : []) query.append(name, typed);
  }
  return `/desk/do/${deed}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

/** A number as it may stand in an address; null for anything else. */
export function numberIn(text: unknown): number | null {
  return typeof text === 'string' && /^\d{1,9}$/u.test(text) ? Number(text) : null;
}
