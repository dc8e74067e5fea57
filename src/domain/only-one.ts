/** What can be meant without being named: the only one there is; undefined where there are several, or none. */
export function onlyOne<T>(found: Iterable<T>): T | undefined {
  const [only, another] = found;
  return another === undefined ? only : undefined;
}
