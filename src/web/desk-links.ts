import { may } from '../domain/permissions.js';
import type { DeskLine } from '../publish/people/desk-home.js';
import type { Waiting } from '../operations/waiting.js';
import type { MemberView } from '../store/people/members.js';
import type { AnyIntent } from '../talk/intent.js';

/** What waits for a member as lines that lead to forms: only deeds that the member may do. */
export function deskLines(
  waiting: readonly Waiting[],
  member: MemberView,
  intents: ReadonlyMap<string, AnyIntent>,
): DeskLine[] {
  return waiting.flatMap(one => {
    const intent = intents.get(one.deed);
    return intent && may(member, intent.permission) ? [{ ...one, href: formLink(one) }] : [];
  });
}

/** The address of the form that does a deed, with what is known of it filled in as it would be typed. */
export function formLink({ deed, slots }: Pick<Waiting, 'deed' | 'slots'>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(slots)) query.append(name, typed(name, value));
  return `/desk/do/${deed}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

/** Money in yuan, as it is read from the words of a member. */
function typed(name: string, value: unknown): string {
  if ((name !== 'amount' && name !== 'cost') || typeof value !== 'number') return String(value);
  return value % 100 === 0 ? String(value / 100) : (value / 100).toFixed(2);
}
