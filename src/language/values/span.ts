/** A stretch of a text: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a stretch overlaps one of those given, however many they are: each sign of the text is marked once. */
export function covering(spans: readonly Span[], length: number): (span: Span) => boolean {
  const taken = new Uint8Array(length);
  for (const { start, end } of spans) taken.fill(1, start, end);
  return ({ start, end }) => taken.subarray(start, end).includes(1);
}

/** A text without these stretches, which stand one behind the other. */
export function cutOut(text: string, spans: readonly Span[]): string {
  return spans.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

/** The last signs before a place, to look for what stands right before it without reading the text from its beginning. */
export function rightBefore(text: string, place: number, signs = 16): string {
  return text.slice(Math.max(0, place - signs), place);
}
