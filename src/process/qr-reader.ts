import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Picture } from '../domain/picture.js';

/** No side of a picture is longer when its code is looked for, in pixels: a form photographed whole is still read, within a tenth of a second. */
const mostPixelsASide = 1000;

/** What the QR code on a picture says; null where there is none that can be read. It is looked for in a thread of its own, so that nobody waits. */
export async function readCode({ bytes }: Picture): Promise<string | null> {
  try {
    // Loaded with the first picture, as for drawing them anew.
    const { default: sharp } = await import('sharp');
    const size = { width: mostPixelsASide, height: mostPixelsASide, fit: 'inside', withoutEnlargement: true } as const;
    const { data, info } = await sharp(bytes).resize(size).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const reader = new Worker(new URL('./code-reader.mjs', import.meta.url), {
      workerData: { pixels: data, width: info.width, height: info.height },
    });
    const [words] = (await once(reader, 'message')) as [string | null];
    return words;
  } catch {
    return null;
  }
}
