import { timingSafeEqual } from 'node:crypto';
import { getSignature } from '@wecom/crypto';

interface SignedCallback {
  readonly token: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly encrypted: string;
  readonly signature: string;
}

/** True when WeChat Work signed this callback: SHA-1 of the four parts, sorted and joined (docs/wecom-protocol.md 2.4). */
export function isSigned({ token, timestamp, nonce, encrypted, signature }: SignedCallback): boolean {
  const expected = Buffer.from(getSignature(token, timestamp, nonce, encrypted));
  const received = Buffer.from(signature);
  // Constant time, so that answers do not tell a forger how many characters were right.
  return expected.length === received.length && timingSafeEqual(expected, received);
}
