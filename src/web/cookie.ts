import { timingSafeEqual } from 'node:crypto';

/** A cookie that no script reads, and that travels by https only where the pages do. An empty value with no seconds takes it back. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly seconds: number;
  readonly sameSite: 'Strict' | 'Lax';
  readonly isSecure: boolean;
}

/** The line of `Set-Cookie`. */
export function cookieLine({ name, value, path, seconds, sameSite, isSecure }: Cookie): string {
  const parts = [`${name}=${value}`, `Path=${path}`, `Max-Age=${seconds}`, 'HttpOnly', `SameSite=${sameSite}`];
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ');
}

/** True where two secrets are the same; how long it takes tells nothing of where they part. */
export function isSameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
