/** What is looked for by an address, cut between signs: half of one cannot stand in an address again. */
export function soughtIn(q: unknown): string {
  return typeof q === 'string' ? [...q].slice(0, 40).join('').trim() : '';
}
