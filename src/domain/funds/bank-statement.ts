import { onlyOne } from '../only-one.js';
import type { Place } from '../label.js';
import { type Found, finder } from './memo-address.js';

/** One payment that came in, as a bank's or WeChat Pay's statement tells it. */
export interface StatementRow {
  /** The row of the file, counted from 1 as a spreadsheet does. */
  readonly row: number;
  /** Where it stands, when the file has more than one table: 交易明细第3行. */
  readonly at?: string;
  /** `2026-03-02`. */
  readonly day: string;
  /** `09:00:01`; empty where the list tells no time. */
  readonly time: string;
  readonly amountFen: number;
  /** Who paid, in the bank's words; may be empty. */
  readonly payer: string;
  readonly memo: string;
  /** The payer's account as a digest, for knowing it again; the number itself is not kept (docs/domain.md 13.5). */
  readonly account?: string;
  /** Why a person has to look at it, whatever else agrees. */
  readonly doubt?: string;
  /** The same payment has the same key in every file that tells of it. */
  readonly key: string;
}

/** A reversal or a return, as a list tells it. */
export interface TakenBack {
  readonly day: string;
  readonly amountFen: number;
  /** Whose money it was; may be empty. */
  readonly payer: string;
  /** The account's digest. */
  readonly account?: string;
  /** The keys of its payment, where the list tells the payment's number. */
  readonly keys: readonly string[];
  /** When its payment came in, where the same list tells that. */
  readonly paid?: { readonly day: string; readonly time: string; readonly amountFen: number };
}

export interface RefusedRow {
  readonly row: number;
  readonly at?: string;
  readonly reason: string;
  /** True when it was read well and is no income. */
  readonly left?: true;
  /** Money that went back: the payment may stand in another list, and may be booked. */
  readonly back?: TakenBack;
}

/** A household as a statement may name it. */
export interface Home extends Place {
  readonly id: number;
  /** Owners and bound members. */
  readonly names: readonly string[];
  /** Digests of the accounts that earlier payments of this household came from. */
  readonly accounts: readonly string[];
  /** What it has promised to the project and not paid yet, in fen. */
  readonly owedFen: number;
}

export type Match =
  /** The household is named by its address or its account, and the sum is the one that it has promised. */
  | { readonly kind: 'sure'; readonly row: StatementRow; readonly home: Home }
  /** One household may be meant; a person has to say so. */
  | { readonly kind: 'unsure'; readonly row: StatementRow; readonly home: Home; readonly why: string }
  | { readonly kind: 'unknown'; readonly row: StatementRow; readonly why: string }
  | { readonly kind: 'booked'; readonly row: StatementRow };

/**
 * Says for every payment whose it is: by the address in its memo, else by the payer's account, else by the name, held against
 * what the household still owes. Sure is only what an address or an account, the sum and an open pledge agree on. Too much or
 * too little is never moved elsewhere but asked about (docs/domain.md 8.3); each debt is met once.
 */
export function matchStatement(
  rows: readonly StatementRow[],
  homes: readonly Home[],
  isBooked: (row: StatementRow) => boolean,
): Match[] {
  const met = new Set<number>();
  const find = finder(homes);
  return rows.map((row): Match => {
    if (isBooked(row)) return { kind: 'booked', row };
    const match = matchOf(row, homes, find);
    if (match.kind !== 'sure') return match;
    if (met.has(match.home.id)) return { ...match, kind: 'unsure', why: '这户在本次流水里已有一笔' };
    met.add(match.home.id);
    return match;
  });
}

function matchOf(row: StatementRow, homes: readonly Home[], find: (memo: string) => Found<Home>): Match {
  const said = find(row.memo);
  const known = homes.filter(({ accounts }) => row.account !== undefined && accounts.includes(row.account));
  const named = homes.filter(({ names }) => row.payer !== '' && names.includes(row.payer));
  const meant = said.homes.length > 0 ? said.homes : known.length > 0 ? known : named;
  const home = onlyOne(meant);
  if (home) {
    const why = doubtOf(row, home, { said, known, isNamedOnly: said.homes.length === 0 && known.length === 0 });
    return why === null ? { kind: 'sure', row, home } : { kind: 'unsure', row, home, why };
  }
  const isSeveral = meant.length > 0;
  const owing = onlyOne((isSeveral ? meant : homes).filter(({ owedFen }) => owedFen === row.amountFen));
  if (owing && (isSeveral || !said.isUnread))
    return { kind: 'unsure', row, home: owing, why: isSeveral ? '同名的不止一户，只有这户欠这个数' : '只有金额对得上' };
  if (said.homes.length > 1) return { kind: 'unknown', row, why: '附言里的地址不止一户' };
  if (said.isUnread) return { kind: 'unknown', row, why: '附言里的房号不在花名册' };
  return { kind: 'unknown', row, why: isSeveral ? '同名的不止一户' : '附言没有房号，户名不在花名册' };
}

/** Why a person has to look, or null when everything agrees. */
function doubtOf(
  row: StatementRow,
  home: Home,
  { said, known, isNamedOnly }: { said: Found<Home>; known: readonly Home[]; isNamedOnly: boolean },
): string | null {
  if (row.doubt !== undefined) return row.doubt;
  if (home.owedFen !== row.amountFen) return differs(row.amountFen - home.owedFen, home.owedFen);
  if (said.homes.length > 0 && known.length > 0 && !known.includes(home)) return '附言写这户，账号以前是别家交的';
  if (said.doubt !== undefined) return said.doubt;
  return isNamedOnly ? '只有户名和金额对得上，附言没有房号' : null;
}

function differs(overFen: number, owedFen: number): string {
  if (owedFen === 0) return '这户没有待交的认捐';
  const sum = `${Math.floor(Math.abs(overFen) / 100)}.${String(Math.abs(overFen) % 100).padStart(2, '0')}元`;
  return overFen > 0 ? `比认捐多${sum}` : `比认捐少${sum}`;
}
