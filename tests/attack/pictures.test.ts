import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readPicture } from '../../src/domain/picture.js';
import { redrawn } from '../../src/process/redrawn.js';

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7' } }).jpeg();

test('a photo is kept drawn anew: no word of the camera, no side over 4,096 pixels, and the same each time', async () => {
  const bytes = await photo(6000, 3000)
    .withExif({ IFD0: { Copyright: 'whose phone it is' } })
    .toBuffer();
  const picture = readPicture(bytes);
  if (!picture) throw new Error('no picture');

  const [kept, again] = [await redrawn(picture), await redrawn(picture)];
  const { width, height, exif } = await sharp(kept?.bytes).metadata();

  expect({ width, height, exif }).toEqual({ width: 4096, height: 2048, exif: undefined });
  expect(kept?.bytes.equals(again?.bytes ?? Buffer.alloc(0))).toBe(true);
  expect(kept?.bytes.includes('whose phone')).toBe(false);
});

test('a photo taken with the phone on its side is kept upright', async () => {
  const bytes = await photo(300, 200).withMetadata({ orientation: 6 }).toBuffer();

  const kept = await redrawn({ bytes, type: 'image/jpeg' });

  const { width, height, orientation } = await sharp(kept?.bytes).metadata();
  expect({ width, height, orientation }).toEqual({ width: 200, height: 300, orientation: undefined });
});

test('what only begins like a picture, is cut off, or claims to be huge is none', async () => {
  const whole = await photo(200, 200).toBuffer();
  const huge = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  // The size in the header alone: 30,000 by 30,000.
  huge.writeUInt32BE(30_000, 16);
  huge.writeUInt32BE(30_000, 20);

  for (const bytes of [Buffer.from('ffd8ff00112233', 'hex'), whole.subarray(0, 400), huge]) {
    const picture = readPicture(bytes);
    expect(picture && (await redrawn(picture))).toBeNull();
  }
});
