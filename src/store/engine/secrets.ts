import { Secret } from './secret.js';
import type { Store } from './store.js';

/** The record's own secret of a name; made up when it is first asked for. Whoever restores a backup has it back. */
export async function secretOf(store: Store, name: 'cards', random: (bytes: number) => Buffer): Promise<Buffer> {
  return store.inUnit(async ({ manager }) => {
    const known = await manager.findOneBy(Secret, { name });
    if (known) return Buffer.from(known.value, 'hex');
    // Two processes that start at once: the second is refused, tries again and finds the first one's.
    const made = random(32);
    await manager.insert(Secret, { name, value: made.toString('hex') });
    return made;
  });
}
