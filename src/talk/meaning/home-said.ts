/** A home as it was said, of a slot that holds it alone or with what was read of it. */
export function homeSaid(value: unknown): string {
  return typeof value === 'string' ? value : ((value as { readonly said?: string } | undefined)?.said ?? '');
}
