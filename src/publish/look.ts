/** How one reader wants the notice board: the large mode for old eyes is a link's doing and is kept in a cookie. */
export interface Look {
  /** Type of at least 18 pt and targets of at least 60 px (docs/domain.md 16). */
  readonly large: boolean;
  /** The address of this very page in the other size. */
  readonly otherSize: string;
}

export const usualLook: Look = { large: false, otherSize: '?size=large' };
