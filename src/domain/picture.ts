/** A picture that a member sent, fetched and decrypted. */
export interface Picture {
  readonly bytes: Buffer;
  readonly type: 'image/jpeg' | 'image/png';
  /** What the QR code on it says, where one was looked for and found. */
  readonly code?: string;
}

/** The largest picture that is taken, in bytes (docs/wecom-protocol.md 7.2). */
export const pictureMaxBytes = 20 * 1024 * 1024;

/** The picture in some bytes, told by how they begin; null when they are none. */
export function readPicture(bytes: Buffer): Picture | null {
  if (bytes.length > pictureMaxBytes) return null;
  const head = bytes.subarray(0, 8).toString('hex');
  if (head.startsWith('ffd8ff')) return { bytes, type: 'image/jpeg' };
  if (head === '89504e470d0a1a0a') return { bytes, type: 'image/png' };
  return null;
}

/**
 * The bytes of a picture without what a camera writes beside it: the place, the time and the owner of the phone (EXIF, XMP,
 * comments). Bytes that do not read as a JPEG or PNG to the end are handed back up to where they stop making sense.
 */
export function withoutMetadata({ bytes, type }: Picture): Buffer {
  return type === 'image/jpeg' ? plainJpeg(bytes) : plainPng(bytes);
}

/** Drops APP1 to APP15 and COM, but for which side is up; from the scan on everything is picture. */
function plainJpeg(bytes: Buffer): Buffer {
  const turned = orientationOf(bytes);
  const parts: Buffer[] = [bytes.subarray(0, 2), ...(turned > 1 ? [orientation(turned)] : [])];
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xda) {
      parts.push(bytes.subarray(at));
      break;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const isMetadata = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
    if (!isMetadata) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** Which side of a JPEG is up: 1 to 8 as in EXIF's tag 0x0112, 1 where it does not say. */
function orientationOf(bytes: Buffer): number {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda;) {
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (bytes[at + 1] === 0xe1 && bytes.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      return orientationIn(bytes.subarray(at + 10, end));
    at = end;
  }
  return 1;
}

/** The tag in the first directory of a TIFF, whichever way round its numbers are written. */
function orientationIn(tiff: Buffer): number {
  if (tiff.length < 8) return 1;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return 1;
  for (let entry = start + 2, left = short(start); left > 0 && entry + 12 <= tiff.length; entry += 12, left -= 1) {
    const value = short(entry + 8);
    if (short(entry) === 0x0112) return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An EXIF segment that says which side is up, and nothing else. */
function orientation(side: number): Buffer {
  const segment = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  segment.writeUInt16BE(side, segment.length - 8);
  return segment;
}

/** Keeps the chunks that draw. */
function plainPng(bytes: Buffer): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (!['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'].includes(name)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(parts);
}
