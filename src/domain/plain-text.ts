/**
 * A member's words, made safe to stand inside our markdown (docs/wecom-protocol.md 12).
 *
 * Markdown here has no escape character, so each sign that would mean something is replaced by its full-width
 * form: a name such as `<@all>` or `**` is shown, and does nothing. The result is one line. With `maxChars`,
 * what is longer ends with ….
 */
export function plain(text: string, maxChars = Number.POSITIVE_INFINITY): string {
  const oneLine = text.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ');
  const visible = oneLine.replaceAll(unseen, '').trim();
  const inert = visible.replaceAll(/[*_`[\]()<>#|\\~]/g, fullWidth);
  return shortened(
    inert.replace(blockMarker, marker => marker.replaceAll(/[-+=.]/g, fullWidth)),
    maxChars,
  );
}

/** Control characters, halves of characters, and formatting that hides or reverses text; an emoji's joiner stays. */
const unseen = /[\p{Cc}\p{Cs}]|(?!\u200D)\p{Cf}|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D/gu;

/** What opens a list, a rule or a heading when it stands at the start of a line; `1.5` is only a number. */
const blockMarker = /^(?:[-+=][-+=\s]*|\d+\.(?!\d))/;

/** The full-width forms lie at a fixed distance from ASCII. */
function fullWidth(sign: string): string {
  return String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0);
}

/** The text as long as it may be; what is longer ends with …. */
export function shortened(text: string, maxChars: number): string {
  const chars = [...text];
  return chars.length <= maxChars ? text : `${chars.slice(0, maxChars - 1).join('')}…`;
}

/** A text as it is looked for: full-width and capital letters, and blanks, make no difference. */
export function asSought(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
}
