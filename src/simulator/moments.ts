const shanghaiMs = 8 * 3_600_000;
const iso = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** A moment as Shanghai's clocks show it: `2026-03-01T18:00:00.000+08:00`. */
export function inShanghai(moment: Date): string {
  return new Date(moment.getTime() + shanghaiMs).toISOString().replace('Z', '+08:00');
}

/** The calendar day in Shanghai. */
export function dayInShanghai(moment: Date): string {
  return inShanghai(moment).slice(0, 10);
}

/** Reads an ISO moment; without a zone it is Shanghai's. Undefined for anything else, the 30th of February included. */
export function readMoment(value: unknown): Date | undefined {
  const [, day, minutes, seconds = ':00', zone = '+08:00'] =
    (typeof value === 'string' && iso.exec(value.trim())) || [];
  if (day === undefined || minutes === undefined) return undefined;

  const midnight = new Date(`${day}T00:00:00Z`);
  const moment = new Date(`${day}T${minutes}${seconds}${zone}`);
  if (Number.isNaN(midnight.getTime()) || Number.isNaN(moment.getTime())) return undefined;
  return midnight.toISOString().startsWith(day) ? moment : undefined;
}
