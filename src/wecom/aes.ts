import { createDecipheriv } from 'node:crypto';

const blockSize = 32;

/** The 32 key bytes behind an EncodingAESKey, or a media `aeskey` with or without its `=` (docs/wecom-protocol.md 2.5, 3.10). */
export function aesKey(encoded: string): Buffer {
  const key = Buffer.from(encoded.replace(/(?<!=)=+$/, ''), 'base64');
  if (key.length !== 32) throw new Error('the AES key must be 43 base64 characters');
  return key;
}

/**
 * Decrypts AES-256-CBC with the first half of the key as IV, and takes off PKCS#7 padding of block 32.
 *
 * Node's own unpadding knows only blocks of 16 and fails on a pad of 17 to 32. Undefined when the bytes were not
 * encrypted with this key, or were changed on the way.
 */
export function decrypted(key: Buffer, ciphertext: Buffer): Buffer | undefined {
  if (ciphertext.length === 0 || ciphertext.length % 16 !== 0) return undefined;
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return unpadded(Buffer.concat([decipher.update(ciphertext), decipher.final()]));
}

function unpadded(bytes: Buffer): Buffer | undefined {
  const pad = bytes.at(-1) ?? 0;
  if (pad < 1 || pad > blockSize || pad > bytes.length) return undefined;
  const end = bytes.length - pad;
  return bytes.subarray(end).every(byte => byte === pad) ? bytes.subarray(0, end) : undefined;
}
