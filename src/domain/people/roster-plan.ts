/** What a roster says of one exclusive part. */
export interface RosterLine {
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly areaCentiM2: number;
  readonly owners: readonly string[];
  /** The owners' shares of the unit in ten-thousandths, in the order of the owners; null where the roster does not tell them. */
  readonly shares?: readonly number[] | null;
  /** Who lives there and owns nothing of it; null where the roster does not tell. They have no say of owners (docs/domain.md 1.2). */
  readonly tenants?: readonly string[] | null;
  readonly userids: readonly string[];
  readonly phone: string | null;
}

/** A household as it is kept. */
interface KnownHome extends RosterLine {
  readonly id: number;
  readonly leftAt: Date | null;
}

/** What an import would do; nothing is changed yet. */
export interface RosterPlan<L extends RosterLine = RosterLine, H extends KnownHome = KnownHome> {
  /** New households; `old` is one that an undone import had brought. */
  readonly added: readonly { readonly old: H | null; readonly line: L }[];
  readonly changed: readonly { readonly old: H; readonly line: L }[];
  readonly unchanged: number;
  /** Households of the buildings that the roster tells of, which it does not name: they stay as they are. */
  readonly unnamed: readonly H[];
  /** Accounts that stand on more than one unit. */
  readonly shared: readonly { readonly userid: string; readonly lines: readonly RosterLine[] }[];
  /** Changed households with how many of their members are owners no longer: their say ends. */
  readonly movedOut: readonly { readonly old: H; readonly line: L; readonly people: number }[];
}

/** Holds a roster against what is known. `undone` are the households that an undone import had brought: they may come again. */
export function planOf<L extends RosterLine, H extends KnownHome>(
  lines: readonly L[],
  { households, undone }: { households: readonly H[]; undone: ReadonlySet<number> },
): Omit<RosterPlan<L, H>, 'movedOut'> {
  const known = new Map(households.map(household => [keyOf(household), household]));
  const named = new Set(lines.map(keyOf));
  const buildings = new Set(lines.map(({ building }) => building));
  const added: { old: H | null; line: L }[] = [];
  const changed: { old: H; line: L }[] = [];
  for (const line of lines) {
    const old = known.get(keyOf(line));
    if (!old || (old.leftAt !== null && undone.has(old.id))) added.push({ old: old ?? null, line });
    // A household that went over to another grid is not called back by an old file.
    else if (old.leftAt === null && !isSame(old, line)) changed.push({ old, line });
  }
  const unnamed = households.filter(
    one => one.leftAt === null && buildings.has(one.building) && !named.has(keyOf(one)),
  );
  const unchanged = lines.length - added.length - changed.length;
  return { added, changed, unchanged, unnamed, shared: sharedAccounts(lines) };
}

/** Accounts that stand on several units: one member with several households. */
export function sharedAccounts(lines: readonly RosterLine[]): RosterPlan['shared'] {
  const byAccount = new Map<string, RosterLine[]>();
  for (const line of lines)
    for (const userid of line.userids) byAccount.set(userid, [...(byAccount.get(userid) ?? []), line]);
  return [...byAccount].filter(([, at]) => at.length > 1).map(([userid, at]) => ({ userid, lines: at }));
}

/** Two rows of one address have the same key. */
export function keyOf({ building, unit, room }: Pick<RosterLine, 'building' | 'unit' | 'room'>): string {
  // A dash may stand in a name, so that it cannot part two.
  return [building, unit, room].join('\n');
}

type Named = Pick<RosterLine, 'owners' | 'userids' | 'tenants'>;

/**
 * True for somebody whose say for a unit ends with what a roster says of it: an account that it took off, or a name that stands no
 * longer among the owners or tenants. Who was bound by a leader's word or a card and never stood in the roster lives there still, unless the
 * unit changed hands: then only those speak for it whom the new line names.
 */
export function losesSay(
  { userid, name }: { readonly userid: string; readonly name: string },
  old: Named,
  line: Named,
): boolean {
  // A roster without a column of tenants says nothing of them.
  const now = { ...line, tenants: line.tenants ?? old.tenants ?? null };
  const stands = ({ userids, owners, tenants }: Named): boolean =>
    userids.includes(userid) || owners.includes(name) || tenants?.includes(name) === true;
  return !stands(now) && (stands(old) || isSold(old, now));
}

/** True when nobody of those who owned a unit, by name or account, owns it any more. */
export function isSold(old: Named, line: Named): boolean {
  const stays =
    old.owners.some(owner => line.owners.includes(owner)) || old.userids.some(one => line.userids.includes(one));
  return old.owners.length > 0 && line.owners.length > 0 && !stays;
}

function isSame(old: RosterLine, line: RosterLine): boolean {
  const same = <T>(a: readonly T[], b: readonly T[]): boolean =>
    a.length === b.length && a.every((value, index) => value === b[index]);
  // A roster without a column of shares or tenants says nothing of them.
  const kept = <T>(a: readonly T[] | null | undefined, b: readonly T[] | null | undefined): boolean =>
    b === null || b === undefined || same(a ?? [], b);
  return (
    old.areaCentiM2 === line.areaCentiM2 &&
    old.phone === line.phone &&
    same(old.owners, line.owners) &&
    same(old.userids, line.userids) &&
    kept(old.shares, line.shares) &&
    kept(old.tenants, line.tenants)
  );
}
