import { holdersOf, permissions } from '../domain/permissions.js';
import type { HelpLine } from '../publish/help-page.js';
import type { AnyIntent } from '../talk/intent.js';
import { helpEntries, subjects } from '../publish/help-topics.js';

/** Every deed for the help page, subject by subject. */
export function helpLines(intents: ReadonlyMap<string, AnyIntent>): HelpLine[] {
  const entries = helpEntries(intents);
  return subjects.flatMap(subject =>
    entries
      .filter(({ definition }) => definition.group === subject)
      .map(({ title, say, more, definition: { permission } }) => {
        const open: readonly string[] = permissions[permission];
        const isForAll = open.includes('anyone') || open.includes('resident');
        return { subject, title, say, more, holders: isForAll ? [] : holdersOf(permission) };
      }),
  );
}
