/**
 * Finds what a member means among the names of things: the very name; else the only one that holds the words or is held by
 * them; else the only one that has their characters in order (电费券 is 电费抵扣券). Several fitting names come back all.
 */
export function namesMeant(said: string, names: readonly string[]): string[] {
  const words = bare(said);
  if (words === '') return [];
  const readings = [
    (name: string) => name === words,
    (name: string) => name.includes(words) || words.includes(name),
    (name: string) => [...words].length >= 2 && holdsInOrder(name, words),
  ];
  for (const fits of readings) {
    const meant = names.filter(name => fits(bare(name)));
    if (meant.length > 0) return meant;
  }
  return [];
}

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\p{P}]/gu, '');
}

function holdsInOrder(name: string, words: string): boolean {
  let from = 0;
  return [...words].every(character => {
    const at = name.indexOf(character, from);
    from = at + character.length;
    return at >= 0;
  });
}
