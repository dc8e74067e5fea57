import type { Context } from 'koa';
import { type DeskDoor, deskReader } from './desk-session.js';
import { type Handed, type Typed, asHanded, toKeep } from './handed-form.js';
import { seeOther } from './show.js';

interface Place {
  /** Where the form is on the desk, such as `do/poll.vote`. */
  readonly address: string;
  readonly key: string;
}

/** Keeps a form with its answer and leads the browser to the page that shows it: that page may be loaded as often as one likes. */
export async function keepAndShow(
  context: Context,
  { store, now }: Pick<DeskDoor, 'store' | 'now'>,
  { address, key, handed }: Place & { handed: Handed },
): Promise<void> {
  const { grid, member } = deskReader(context);
  const state = handed.reply?.outcome?.kind === 'done' ? 'done' : 'open';
  const row = { gridId: grid.id, userid: member.userid, address, key, page: toKeep(handed), state, at: now() } as const;
  await store.inUnit(open => open.desk.forms.keep(row));
  seeOther(context, `/desk/${address}/${key}`);
}

/** What was handed in under a key, by the reader alone; null for anything else. */
export async function handedIn(
  context: Context,
  { store, now }: Pick<DeskDoor, 'store' | 'now'>,
  place: Place,
): Promise<Handed | null> {
  const { grid, member } = deskReader(context);
  const whose = { gridId: grid.id, userid: member.userid };
  const row = await store.inUnit(open => open.desk.forms.of(whose, { ...place, now: now() }));
  return row && asHanded(row);
}

/** When the reader did the very same by another form of that place, such as one in a second window; null where they did not. */
export async function doneBefore(
  context: Context,
  { store, now }: Pick<DeskDoor, 'store' | 'now'>,
  { typed, ...place }: Place & { typed: Typed },
): Promise<Date | null> {
  const { grid, member } = deskReader(context);
  const whose = { gridId: grid.id, userid: member.userid };
  const rows = await store.inUnit(open => open.desk.forms.done(whose, { ...place, now: now() }));
  return rows.find(row => isAlike(asHanded(row).typed, typed))?.at ?? null;
}

function isAlike(one: Typed, other: Typed): boolean {
  const said = (typed: Typed): string =>
    JSON.stringify(
      Object.entries(typed)
        .filter(([, value]) => String(value) !== '')
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  return said(one) === said(other);
}

/** What the reader began to fill in at a place and has not got done, with its key, where it says of `given` the same. */
export async function halfFilled(
  context: Context,
  { store, now }: Pick<DeskDoor, 'store' | 'now'>,
  { address, given }: { address: string; given: Typed },
): Promise<(Handed & { readonly key: string }) | null> {
  const { grid, member } = deskReader(context);
  const rows = await store.inUnit(open =>
    open.desk.forms.unfinished({ gridId: grid.id, userid: member.userid }, address, now()),
  );
  const isSame = (typed: Typed): boolean =>
    Object.entries(given).every(([name, value]) => String(typed[name]) === String(value));
  const whose = { gridId: grid.id, userid: member.userid };
  const done = await store.inUnit(open => open.desk.forms.done(whose, { address, key: '', now: now() }));
  // What was done meanwhile by another form is not begun any more.
  const last = done.find(one => Object.keys(given).length > 0 && isSame(asHanded(one).typed));
  for (const row of rows) {
    const handed = asHanded(row);
    if (isSame(handed.typed) && !(last && last.at > row.at)) return { ...handed, key: row.key };
  }
  return null;
}
