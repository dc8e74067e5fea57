import type { Picture } from '../domain/picture.js';
import { Refusal } from '../domain/refusal.js';
import type { Evidence } from '../store/evidence.js';
import type { Unit } from '../store/engine/unit.js';

/** How long a picture sent alone waits for the sentence that says what it is. */
const waitsMs = 30 * 60_000;

/**
 * The picture that proves a deed: the one sent with the words, else the last one the member sent in private within half an
 * hour. Refused without one, and when the same picture has proved something else before.
 */
export async function evidenceFor(
  unit: Unit,
  { by, pictures, what, now }: { by: string; pictures: readonly Picture[]; what: string; now: Date },
): Promise<Evidence> {
  const [sent] = pictures;
  const evidence = sent
    ? await unit.evidence.add({ ...sent, by, at: now })
    : await unit.evidence.waitingOf(by, new Date(now.getTime() - waitsMs));
  if (!evidence) throw new Refusal('evidence.missing', { what });
  if (await unit.evidence.isUsed(evidence.digest)) throw new Refusal('evidence.used', { what });
  return evidence;
}
