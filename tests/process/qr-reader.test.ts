import QRCode from 'qrcode';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { formCodeWords } from '../../src/domain/ballot/paper-form.js';
import { readCode } from '../../src/process/qr-reader.js';

/** A sheet of paper that somebody photographed: the code is a corner of it, a little turned, and not quite in focus. */
async function photographed(words: string): Promise<Buffer> {
  const code = await QRCode.toBuffer(words, { errorCorrectionLevel: 'M', width: 300, margin: 2 });
  const sheet = sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#efece4' } });
  const whole = await sheet
    .composite([{ input: code, left: 860, top: 120 }])
    .png()
    .toBuffer();
  return sharp(whole)
    .rotate(4, { background: '#998' })
    .resize({ width: 2400 })
    .blur(1.2)
    .jpeg({ quality: 60 })
    .toBuffer();
}

test('the code of a form is read from a photograph of the whole sheet', async () => {
  const words = formCodeWords({ form: 'vote', no: 12, householdId: 57 });

  expect(await readCode({ bytes: await photographed(words), type: 'image/jpeg' })).toBe(words);
});

test('a picture without a code, and bytes that are no picture, have none', async () => {
  const plain = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();

  expect(await readCode({ bytes: plain, type: 'image/png' })).toBeNull();
  expect(await readCode({ bytes: Buffer.from('no picture'), type: 'image/jpeg' })).toBeNull();
});
