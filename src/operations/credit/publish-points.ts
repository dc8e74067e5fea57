import { dayMs, startOf } from '../../domain/calendar.js';
import { type Behaviour, creditRulesAt } from '../../domain/credit/credit.js';
import { digestOf } from '../../domain/journal.js';
import type { PointEntry } from '../../store/credit/point-entry.js';
import type { Unit } from '../../store/engine/unit.js';

/** What supervisors are given to check: never who voted, or who gave money. */
const checkable: readonly Behaviour[] = ['meeting', 'topic', 'suggestion', 'lead', 'volunteer', 'goods'];

/**
 * What was earned in the month before, for the monthly list with its days for objections, and the tenth of the awards that the
 * supervisors check (docs/domain.md 10.6). Once a month, and not where there is nothing to tell.
 */
export async function publishPoints(unit: Unit): Promise<void> {
  const until = startOf('month', unit.now);
  const from = startOf('month', new Date(until.getTime() - 1));
  const month = new Date(from.getTime() + dayMs).toISOString().slice(0, 7);
  const told = await unit.journal.ofDeed('credit.month', until);
  if (told.some(({ facts }) => facts['month'] === month)) return;
  const entries = await unit.credit.earnedBetween(from, until);
  if (entries.length === 0) return;

  const members = new Map(
    (await unit.members.byIds([...new Set(entries.map(({ memberId }) => memberId))])).map(row => [row.id, row]),
  );
  const sums = new Map<number, number>();
  for (const { memberId, points } of entries) sums.set(memberId, (sums.get(memberId) ?? 0) + points);
  const totals = [...sums].flatMap(([id, points]) => {
    const row = members.get(id);
    return row?.creditSince ? [{ name: row.name, isNamed: row.namedAt !== null, points }] : [];
  });
  // Who has left the points is no longer asked about.
  const open = entries.filter(
    ({ behaviour, memberId }) => checkable.includes(behaviour) && members.get(memberId)?.creditSince,
  );
  const flagged = new Set((await unit.service.flaggedSince(from)).map(({ id }) => `shift:${id}`));
  const isFlagged = ({ behaviour, about }: PointEntry): boolean => behaviour === 'volunteer' && flagged.has(about);
  const chosen = new Set(drawn(open, unit.now));
  const sample = open
    .filter(entry => chosen.has(entry) || isFlagged(entry))
    .map(entry => ({ entry, name: members.get(entry.memberId)?.name ?? '', isFlagged: isFlagged(entry) }));
  unit.journal.add('credit.month', { facts: { month, members: totals.length, sample: sample.length } });
  const sorted = totals.toSorted((a, b) => b.points - a.points);
  await unit.tell('credit.month', { points: { month, totals: sorted, sample } });
}

/** The draw is made by digests: nobody chooses it, and anybody can repeat it. */
function drawn(entries: readonly PointEntry[], now: Date): PointEntry[] {
  const [part, whole] = creditRulesAt(now).sample;
  const wanted = Math.ceil((entries.length * part) / whole);
  const order = entries.map(entry => ({ entry, key: digestOf({ draw: entry.id, at: entry.at }) }));
  return order
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, wanted)
    .map(({ entry }) => entry);
}
