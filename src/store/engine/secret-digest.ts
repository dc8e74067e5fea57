import { createHash } from 'node:crypto';

/** What is kept of a secret that was made by chance: SHA-256 in hexadecimal. Who reads the record cannot use it. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
