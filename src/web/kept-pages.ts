/** So many pages are kept ready at most; a page is under 200 KB. */
const most = 64;

/** Pages of the board as they were last made. A page stays as it is until the grid's record or the minute changes. */
export class BoardPages {
  private readonly ready = new Map<string, { readonly state: string; readonly page: string }>();

  /** The page, made anew only when `state` is another than it was made from. */
  async of(address: string, state: string, make: () => Promise<string | null>): Promise<string | null> {
    const known = this.ready.get(address);
    if (known?.state === state) return known.page;
    const page = await make();
    this.ready.delete(address);
    if (page === null) return null;
    const [oldest] = this.ready.keys();
    if (oldest !== undefined && this.ready.size >= most) this.ready.delete(oldest);
    this.ready.set(address, { state, page });
    return page;
  }
}
