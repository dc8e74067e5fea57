import type { AnyIntent } from '../intent.js';
import { typedOf } from './field.js';

/** A deed with what is known of it. */
interface Doing {
  readonly deed: string;
  readonly slots: Readonly<Record<string, unknown>>;
}

/** The address of the form that does a deed, with what is known of it filled in as it would be typed. */
export function formLink({ deed, slots }: Doing, intent: AnyIntent): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(slots)) {
    const kind = intent.slots[name];
    for (const typed of kind ? [typedOf(kind, value)].flat() : []) query.append(name, typed);
  }
  return `/desk/do/${deed}${query.size > 0 ? `?${query.toString()}` : ''}`;
}
