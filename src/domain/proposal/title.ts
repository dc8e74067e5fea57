/**
 * What a matter is called: the whole of it with its place, as its proposer said it (3号楼东头装路灯, 大门口的坑补平), so that two lamps
 * at two ends of a yard are two matters by name.
 */
export function wholeTitle(title: string, place: string | undefined, said = ''): string {
  // Nothing falls out between the two: 大门口的坑补平.
  if (place !== undefined && said.includes(`${place}的${title}`)) return `${place}的${title}`;
  // 1号楼门前装路灯 names its place by itself.
  return place === undefined || title.includes(place) || /^.{0,4}\d\s*号?楼/u.test(title) ? title : `${place}${title}`;
}

/** Where a matter is, as far as its title does not say so already: titles of older records stand without their place. */
export function placeBeside({
  title,
  place,
}: {
  readonly title: string;
  readonly place: string | null;
}): string | null {
  return place === null || title.includes(place) ? null : place;
}
