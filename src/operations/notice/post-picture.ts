import { afterQuietHours } from '../../domain/notice/quiet-hours.js';
import type { Unit } from '../../store/engine/unit.js';

/** Queues a picture for the group, behind the words that it belongs to; the clock's pictures wait for the end of the quiet hours. */
export async function postPicture(unit: Unit, picture: Buffer, now: Date): Promise<void> {
  await unit.posts.toGroup({ type: 'image', base64: picture.toString('base64') }, afterQuietHours(now));
}
