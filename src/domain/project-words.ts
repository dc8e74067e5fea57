import { plain } from './plain-text.js';

/** A project as it is called in a sentence: 12号「装路灯」. */
export function projectName({ no, title }: { readonly no: number; readonly title: string }, most = 20): string {
  return `${no}号「${plain(title, most)}」`;
}
