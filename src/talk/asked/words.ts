/**
 * Reads a text that is nothing but words of a list (white list): of which kinds they are, without those that only fill; null where one is none
 * of them.
 */
export function onlyWords<K extends string>(
  lists: readonly (readonly [K | 'fill', string])[],
): (text: string) => ReadonlySet<K> | null {
  const vocabulary = lists
    .flatMap(([kind, said]) => said.split(' ').map(word => ({ kind, word })))
    .toSorted((one, other) => other.word.length - one.word.length);
  return text => {
    const kinds = new Set<K>();
    for (let at = 0; at < text.length;) {
      const found = vocabulary.find(({ word }) => text.startsWith(word, at));
      if (!found) return null;
      if (found.kind !== 'fill') kinds.add(found.kind);
      at += found.word.length;
    }
    return kinds;
  };
}
