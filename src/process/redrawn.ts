import type { Picture } from '../domain/picture.js';

/** No side of a kept picture is longer, in pixels. */
const mostPixelsASide = 4096;
/** More pixels are not even decoded: a few hundred kilobytes can claim to be 900 million of them. */
const mostPixels = 64_000_000;

/** The picture that is being drawn: one at a time, so that nine large ones need the memory of one and files wait for no thread. */
let drawing: Promise<unknown> = Promise.resolve();

/**
 * A picture decoded to its end and drawn anew, upright, without anything that a camera wrote beside it, and with no side longer than 4,096
 * pixels; null for bytes that only begin like a picture. It is done on a thread beside the main one, so that nobody's answer waits.
 */
export function redrawn(picture: Picture): Promise<Picture | null> {
  const drawn = drawing.then(() => drawAnew(picture).catch(() => null));
  drawing = drawn;
  return drawn;
}

async function drawAnew({ bytes, type }: Picture): Promise<Picture> {
  // Loaded with the first picture: 20 MB that a bot without photos does not need.
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  const size = { width: mostPixelsASide, height: mostPixelsASide, fit: 'inside', withoutEnlargement: true } as const;
  const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).autoOrient().resize(size);
  return { bytes: await (type === 'image/jpeg' ? upright.jpeg({ quality: 85 }) : upright.png()).toBuffer(), type };
}
