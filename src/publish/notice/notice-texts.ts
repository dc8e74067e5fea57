/** The words of a notice without the signs of its markdown. */
export function bareWords(markdown: string): string {
  return markdown
    .replaceAll(/^#{1,6}\s+|^>\s?|\*\*|`/gm, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\|?(?:[ \t:-]+\|)+[ \t:|-]*$\n?/gm, '')
    .replaceAll(/^\|\s*|(?:(?<!\s)\s+)?\|$/gm, '')
    .replaceAll(/(?:(?<!\s)\s+)?\|\s*/g, '　');
}

/** What a later version of a notice says that the earlier did not, and what it no longer says, line by line. */
export function changedLines(before: string, after: string): { readonly added: string[]; readonly gone: string[] } {
  const old = linesOf(before);
  const young = linesOf(after);
  return { added: young.filter(line => !old.includes(line)), gone: old.filter(line => !young.includes(line)) };
}

function linesOf(text: string): string[] {
  return bareWords(text)
    .split(/\n|｜/u)
    .map(line => line.trim())
    .filter(Boolean);
}
