/** What somebody who took part in a matter is told of it: the newest word takes the place of one that was not read. */
export function matterTopic({ id }: { readonly id: number }): string {
  return `matter/${id}`;
}
