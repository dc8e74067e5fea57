/** A stretch of a corpus line that somebody marked. */
export interface Mark {
  readonly slot: string;
  readonly start: number;
  readonly end: number;
}

/** `我出{amount:两百块}` as the text and where its slots stand. */
export function readMarks(marked: string): { text: string; marks: Mark[] } {
  let text = '';
  const marks: Mark[] = [];
  let at = 0;
  for (const found of marked.matchAll(/\{(?<slot>[a-zA-Z]+):(?<words>[^{}]*)\}/gu)) {
    text += marked.slice(at, found.index);
    const { slot = '', words = '' } = found.groups ?? {};
    marks.push({ slot, start: text.length, end: text.length + words.length });
    text += words;
    at = found.index + found[0].length;
  }
  return { text: text + marked.slice(at), marks };
}
