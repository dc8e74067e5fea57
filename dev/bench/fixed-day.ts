/**
 * Loaded before anything else by the benches and by each process that they start: it is Monday morning, 2 March 2026, and the time goes on from there. What
 * is on display or open for some days then ends on the same days of the week, and far from holidays, whenever the benches run.
 */
const monday = Date.parse('2026-03-02T10:00:00+08:00');
const Real = Date;
/** The first process of a run finds the distance, the others are given it: all of them have one clock. */
const given = new URL(import.meta.url).searchParams.get('ahead');
const aheadMs = given === null ? monday - Real.now() : Number(given);
const now = (): number => Real.now() + aheadMs;

globalThis.Date = new Proxy(Real, {
  construct: (target, parts, newTarget) =>
    Reflect.construct(target, parts.length === 0 ? [now()] : parts, newTarget) as Date,
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

if (given === null)
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --import ${import.meta.url}?ahead=${aheadMs}`;
