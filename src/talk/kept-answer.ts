import { createHash } from 'node:crypto';
import type { OpenUnit } from '../store/engine/unit.js';
import { gridOf } from './grid-of.js';
import type { Message } from './message.js';
import type { Reply } from './reply.js';

/** An answer as it is kept for a message that is delivered again: words and card, and of pictures the digests alone. */
export function toKeep({ pictures, ...words }: Reply): Record<string, unknown> {
  const shown = (pictures ?? []).map(bytes => createHash('sha256').update(bytes).digest('hex'));
  return { ...words, ...(shown.length > 0 && { shown }) };
}

/** The first answer again; its pictures are those that the record keeps under their digests. */
export async function answerAgain(open: OpenUnit, message: Message, kept: Record<string, unknown>): Promise<Reply> {
  const { shown, pictures: _bytes, ...words } = kept as unknown as Reply & { readonly shown?: readonly string[] };
  const grid = shown ? await gridOf(open, message) : null;
  if (!shown || !grid) return words;
  const { evidence } = await open.within(grid);
  const found = await Promise.all(shown.map(digest => evidence.byDigest(digest)));
  const pictures = found.flatMap(picture => (picture ? [Buffer.from(picture.base64, 'base64')] : []));
  return { ...words, pictures };
}
