/** In a round and in a vote neighbours say the same few words one after another; what is longer is said once. */
export const longestRemembered = 40;
const most = 500;

/**
 * The same function of a text, which remembers what it made of the last short ones and of the last longer one: one message is looked
 * at by many readers. Nobody may change what it hands out.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let long: { readonly text: string; readonly made: T } | undefined;
  return text => {
    if (text.length > longestRemembered) {
      if (long?.text !== text) long = { text, made: read(text) };
      return long.made;
    }
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const made = read(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
