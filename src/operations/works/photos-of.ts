import type { Picture } from '../../domain/picture.js';
import type { Unit } from '../../store/engine/unit.js';

interface Taken {
  readonly by: string;
  /** What they show, such as `work:12`. */
  readonly about: string;
  readonly pictures: readonly Picture[];
  readonly now: Date;
}

/**
 * Keeps the pictures that came with the words, and answers their digests; null without any. A picture sent alone is never
 * taken: it may be a paper ballot that waits for its sentence, and these are shown to everybody. One picture is used once.
 */
export async function photosOf(unit: Unit, { by, about, pictures, now }: Taken): Promise<string[] | null> {
  const digests: string[] = [];
  for (const picture of pictures) {
    const kept = await unit.evidence.add({ ...picture, by, at: now });
    if (await unit.evidence.isUsed(kept.digest)) continue;
    await unit.evidence.use(kept, about);
    digests.push(kept.digest);
  }
  return digests.length === 0 ? null : digests;
}
