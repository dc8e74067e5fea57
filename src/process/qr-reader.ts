import type { Picture } from '../domain/picture.js';

/** No side of a picture is longer when its code is looked for, in pixels: a form photographed whole is still read, within a tenth of a second. */
const mostPixelsASide = 1000;

/** What the QR code on a picture says; null where there is none that can be read. */
export async function readCode({ bytes }: Picture): Promise<string | null> {
  try {
    // Loaded with the first picture, as for drawing them anew.
    const [{ default: sharp }, { default: jsQR }] = await Promise.all([import('sharp'), import('jsqr')]);
    const size = { width: mostPixelsASide, height: mostPixelsASide, fit: 'inside', withoutEnlargement: true } as const;
    const { data, info } = await sharp(bytes).resize(size).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const found = jsQR.default(new Uint8ClampedArray(data), info.width, info.height, {
      inversionAttempts: 'dontInvert',
    });
    return found?.data ?? null;
  } catch {
    return null;
  }
}
