import { expect, test } from 'vitest';
import { withoutMetadata } from '../../src/domain/picture.js';

/** A JPEG with an EXIF segment that says which side is up and where it was taken. */
function jpeg(side: number, order: 'II' | 'MM'): Buffer {
  const short = (value: number): Buffer => {
    const bytes = Buffer.alloc(2);
    if (order === 'II') bytes.writeUInt16LE(value);
    else bytes.writeUInt16BE(value);
    return bytes;
  };
  const long = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    if (order === 'II') bytes.writeUInt32LE(value);
    else bytes.writeUInt32BE(value);
    return bytes;
  };
  const entry = (tag: number, value: number): Buffer =>
    Buffer.concat([short(tag), short(3), long(1), short(value), short(0)]);
  const directory = Buffer.concat([short(2), entry(0x0112, side), entry(0x8825, 7), long(0), Buffer.from('幸福路5号')]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(order), short(42), long(8), directory]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([
    Buffer.from('ffd8ffe1', 'hex'),
    length,
    exif,
    Buffer.from('ffda0008', 'hex'),
    Buffer.from('scan'),
  ]);
}

test.each(['II', 'MM'] as const)('of what a camera writes only which side is up is kept (%s)', order => {
  for (let side = 2; side <= 8; side += 1) {
    const plain = withoutMetadata({ bytes: jpeg(side, order), type: 'image/jpeg' });

    expect(plain.subarray(0, 4).toString('hex')).toBe('ffd8ffe1');
    expect(plain.readUInt16BE(4)).toBe(34);
    expect(plain.readUInt16BE(30)).toBe(side);
    expect(plain.includes('幸福路')).toBe(false);
    expect(plain.subarray(38).toString('latin1')).toBe(Buffer.from('ffda0008', 'hex').toString('latin1') + 'scan');
  }
});

test.each([1, 0, 9, 65_535])('side %i needs no word', side => {
  const plain = withoutMetadata({ bytes: jpeg(side, 'MM'), type: 'image/jpeg' });

  expect(plain.subarray(0, 4).toString('hex')).toBe('ffd8ffda');
});

test('an EXIF segment that is cut short or points outside itself is dropped', () => {
  const whole = jpeg(6, 'MM');
  for (let cut = 4; cut < whole.length; cut += 1)
    expect(withoutMetadata({ bytes: whole.subarray(0, cut), type: 'image/jpeg' }).includes('幸福路')).toBe(false);
});
