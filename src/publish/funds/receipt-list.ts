import { momentWords } from '../../domain/calendar.js';
import { type Source, sources } from '../../domain/funds/ledger.js';
import { placeWords } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Unit } from '../../store/engine/unit.js';

/** How many receipts one message lists. */
const most = 60;

/** Receipts one a line, for the bookkeeper's eyes: voucher, when, from whom, how much. */
export async function receiptLines(unit: Unit, receipts: readonly LedgerEntry[]): Promise<string[]> {
  const homes = new Map((await unit.members.households()).map(home => [home.id, placeWords(home)]));
  const lines = receipts.slice(0, most).map(({ no, at, householdId, postings }) => {
    const source = postings[0]?.from.replace('outside/', '') as Source;
    const who = householdId === null ? sources[source] : (homes.get(householdId) ?? sources[source]);
    return `第${no}号 ${momentWords(at)} ${who} ${yuan(postings.reduce((sum, { amountFen }) => sum + amountFen, 0))}`;
  });
  return receipts.length > most ? [...lines, `还有${receipts.length - most}笔。`] : lines;
}
