/** What WeChat Work takes as a picture, told by its first bytes: never by what somebody says it is. */
export function imageType(bytes: Buffer): 'image/png' | 'image/jpeg' | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'image/png';
  if (bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'image/jpeg';
  return undefined;
}

/** A picture of one pixel has been seen refused (docs/wecom-protocol.md 7.1). */
export function isOnePixel(bytes: Buffer): boolean {
  return (
    imageType(bytes) === 'image/png' && bytes.length >= 24 && bytes.readUInt32BE(16) <= 1 && bytes.readUInt32BE(20) <= 1
  );
}
