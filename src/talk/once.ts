/** Works something out when it is first wanted. */
export function once<V>(work: () => V): () => V {
  let done: { readonly value: V } | undefined;
  return () => (done ??= { value: work() }).value;
}
