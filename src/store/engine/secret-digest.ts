import { createHash, timingSafeEqual } from 'node:crypto';

/** What is kept of a secret that was made by chance: SHA-256 in hexadecimal. Who reads the record cannot use it. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** True where two secrets are the same; how long it takes tells nothing of where they part. */
export function isSameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
