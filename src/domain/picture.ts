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
