/** A grid by what stands above it. */
interface PlaceOfGrid {
  readonly id: number;
  readonly community: string;
  readonly subdistrict: string | null;
}

/** The roles whose holders may see figures of more than their own grid, the widest first. */
export const overviewRoles = ['county_admin', 'subdistrict_admin', 'community_secretary'] as const;

export type Level = 'county' | 'subdistrict' | 'community';

/**
 * Which grids' figures somebody may see: the county's admin those of all, a subdistrict's of the subdistrict in one of whose
 * grids they hold the role, a community's secretary those of the community. Null for everybody else.
 */
export function accessOf<Grid extends PlaceOfGrid>(
  held: readonly { readonly gridId: number; readonly role: string }[],
  grids: readonly Grid[],
): { level: Level; grids: Grid[] } | null {
  const homes = (role: string): Grid[] =>
    grids.filter(({ id }) => held.some(one => one.role === role && one.gridId === id));
  if (held.some(({ role }) => role === 'county_admin')) return { level: 'county', grids: [...grids] };
  const districts = homes('subdistrict_admin');
  const communities = homes('community_secretary');
  const seen = grids.filter(
    grid =>
      districts.some(home =>
        home.subdistrict === null ? isSameCommunity(home, grid) : home.subdistrict === grid.subdistrict,
      ) || communities.some(home => isSameCommunity(home, grid)),
  );
  if (seen.length === 0) return null;
  return { level: districts.length > 0 ? 'subdistrict' : 'community', grids: seen };
}

/** Two communities of one name in different subdistricts are different. */
export function isSameCommunity(a: PlaceOfGrid, b: PlaceOfGrid): boolean {
  return a.community === b.community && a.subdistrict === b.subdistrict;
}
