/** One row of a roster, as it may be kept. */
export interface RosterRow {
  readonly building: string;
  /** Empty where the building has no entrances. */
  readonly unit: string;
  readonly room: string;
  /** Exclusive area in 0.01 m². */
  readonly areaCentiM2: number;
  readonly owners: readonly string[];
  /** The owners' shares in ten-thousandths, in their order; null where they are not told. */
  readonly shares: readonly number[] | null;
  /** Who lives there and owns nothing of it; null where there is no such column. */
  readonly tenants: readonly string[] | null;
  readonly userids: readonly string[];
  readonly phone: string | null;
  readonly row: number;
  /** Empty for a text file. */
  readonly sheet: string;
}

/** A row that is not taken, by its number in its sheet, and why. */
export interface Refused {
  readonly sheet: string;
  readonly row: number;
  readonly reason: string;
}

const whole = 10_000;

/** The two rows of one unit as one, where each tells owners and their share of it; null where they are the same row twice. */
export function partOf(first: RosterRow, line: RosterRow): RosterRow | null {
  const isPart = (row: RosterRow): boolean => row.shares !== null && sumOf(row.shares) < whole - row.shares.length;
  const isSame = first.areaCentiM2 === line.areaCentiM2 && !line.owners.some(owner => first.owners.includes(owner));
  if (!isPart(first) || !isPart(line) || !isSame) return null;
  const phones = new Set([first.phone, line.phone].flatMap(phone => phone?.split(';') ?? []));
  const tenants = [...new Set([...(first.tenants ?? []), ...(line.tenants ?? [])])];
  return {
    ...first,
    owners: [...first.owners, ...line.owners],
    shares: [...(first.shares ?? []), ...(line.shares ?? [])],
    tenants: first.tenants === null && line.tenants === null ? null : tenants,
    userids: [...new Set([...first.userids, ...line.userids])],
    phone: phones.size > 0 ? [...phones].join(';') : null,
  };
}

/** Rows whose shares do not make up the whole unit are refused. */
export function addUp(rows: readonly RosterRow[]): { whole: RosterRow[]; uneven: Refused[] } {
  const kept: RosterRow[] = [];
  const uneven: Refused[] = [];
  for (const line of rows) {
    const { shares, sheet, row } = line;
    // Thirds do not add up to the last ten-thousandth.
    if (shares === null || Math.abs(sumOf(shares) - whole) <= shares.length) kept.push(line);
    else uneven.push({ sheet, row, reason: `产权份额加起来是${sumOf(shares) / 100}%，不是100%` });
  }
  return { whole: kept, uneven };
}

function sumOf(shares: readonly number[]): number {
  return shares.reduce((total, share) => total + share, 0);
}
