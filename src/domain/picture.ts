/** A picture that a member sent, fetched and decrypted. */
export interface Picture {
  readonly bytes: Buffer;
  readonly type: 'image/jpeg' | 'image/png';
}

/** The largest picture that is taken, in bytes (wecom-protocol 7.2). */
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

/** Drops APP1 to APP15 and COM; from the scan on everything is picture. Orientation is lost with EXIF. */
function plainJpeg(bytes: Buffer): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, 2)];
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
