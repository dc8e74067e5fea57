const mark = '（可能重复）';

/** Words that may have been told before, and say so. */
export function repeated(text: string): string {
  return isRepeat(text) ? text : `${mark}${text}`;
}

/** True for words that say so already. */
export function isRepeat(text: string): boolean {
  return text.startsWith(mark);
}
