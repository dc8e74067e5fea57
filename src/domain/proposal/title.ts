/**
 * What a matter is called: the whole of it with its place, as its proposer said it (3号楼东头装路灯, 大门口的坑补平), so that two lamps
 * at two ends of a yard are two matters by name.
 */
export function wholeTitle(title: string, place: string | undefined): string {
  return place === undefined || title.includes(place) ? title : `${place}${title}`;
}
