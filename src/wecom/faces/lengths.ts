/** Limits are counted in two ways: visible lengths in characters, hard ones in UTF-8 bytes (docs/wecom-protocol.md 0.1). */

/** The most that a plain text, and a picture shown as one, may have on the wire. */
export const textMaxBytes = 2048;
export const imageMaxBytes = 2 * 1024 * 1024;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

export function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

export function charLength(text: string): number {
  return [...text].length;
}

/** The text in at most `max` characters: what is too long ends with …, and no emoji is cut in two. */
export function shortened(text: string, max: number): string {
  if (charLength(text) <= max) return text;

  let kept = '';
  let room = max - 1;
  for (const { segment } of graphemes.segment(text)) {
    room -= charLength(segment);
    if (room < 0) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** The longest beginning of the text that takes at most `max` UTF-8 bytes. */
export function beginning(text: string, max: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= max) return text;

  let end = max;
  // A byte 10xxxxxx continues the character before it.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end).toString();
}
