import { plain } from '../../domain/plain-text.js';

const mostNamed = 3;

/** `里的“剩下的找人要”`: what of a list could not be read; nothing where it is the whole. */
export function unreadWords(unread: readonly string[]): string {
  const named = unread.slice(0, mostNamed).map(part => `“${plain(part, 30)}”`);
  return named.length === 0 ? '' : `里的${named.join('、')}`;
}
