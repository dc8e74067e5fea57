/** A cookie that no script reads, and that travels by https only where the pages do. An empty value with no seconds takes it back. */
interface Cookie {
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
