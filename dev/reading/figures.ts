import { fill } from '../../src/language/reading/fill.js';
import type { ReaderModel } from '../../src/language/reading/model.js';
import { isBinding, sameSlot } from '../../src/language/reading/scoring.js';
import { createUnderstanding, type Understanding } from '../../src/language/reading/understand.js';
import type { phrasesOf } from '../../src/process/registry.js';
import type { Seen } from './learn.js';

const now = new Date('2026-03-12T09:30:00+08:00');

interface Tally {
  lines: number;
  right: number;
  wrongDone: number;
  held: number;
  slots: { hit: number; gold: number; guessed: number };
}

type Deeds = ReturnType<typeof phrasesOf>;

const kindOf = ({ intent }: Seen, deeds: Deeds): string =>
  intent === 'chat.other' ? 'talk' : isBinding(intent) ? 'commitments' : deeds[intent]?.pattern ? 'office' : 'everyday';

/** A line by itself, by somebody who may take part in everything. */
function reader(model: ReaderModel, deeds: Deeds): (line: Seen) => Understanding {
  const understand = createUnderstanding(deeds, () => model);
  return ({ role, text }) => {
    const roles = role === 'resident' || role === '' ? [] : [role];
    return understand(text, now, { openPolls: [{ no: 0 }], openPledges: [0], roles });
  };
}

export interface Guessed {
  readonly line: Seen;
  readonly guess: Understanding;
}

export function readBy(model: ReaderModel, deeds: Deeds, lines: readonly Seen[]): Guessed[] {
  const read = reader(model, deeds);
  return lines.map(line => ({ line, guess: read(line) }));
}

export function tallied(guessed: readonly Guessed[], model: ReaderModel, deeds: Deeds): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { line, guess } of guessed) {
    for (const name of [kindOf(line, deeds), 'all']) {
      const tally = tallies.get(name) ?? {
        lines: 0,
        right: 0,
        wrongDone: 0,
        held: 0,
        slots: { hit: 0, gold: 0, guessed: 0 },
      };
      tallies.set(name, tally);
      count(tally, { line, guess }, { model, deeds });
    }
  }
  return tallies;
}

function count(
  tally: Tally,
  { line, guess }: Guessed,
  { model, deeds }: { readonly model: ReaderModel; readonly deeds: Deeds },
): void {
  const isRight = guess.intent === line.intent;
  const isSure = guess.confidence >= 0.8;
  tally.lines += 1;
  if (isRight) tally.right += 1;
  const binds = deeds[guess.intent]?.binds ?? 'office';
  if (!isRight && isSure && guess.intent !== 'chat.other' && binds !== 'nobody') tally.wrongDone += 1;
  if (isRight && !isSure) tally.held += 1;
  const gold = goldOf(line, model);
  // 再加 is understood without a mark.
  const { adds: _, ...said }: Readonly<Record<string, unknown>> = { ...guess.slots, ...guess.extras };
  tally.slots.gold += Object.keys(gold).length;
  tally.slots.guessed += Object.keys(said).length;
  if (isRight) tally.slots.hit += Object.keys(gold).filter(name => sameSlot(name, gold[name], said[name])).length;
}

const asMarked = new Set(['text', 'reason']);

/** What the marks mean, read from the same day; one's own words are those that were marked, whatever the bot makes of a stretch. */
function goldOf(line: Seen, model: ReaderModel): Record<string, unknown> {
  const { intent, sight, spans, marks, text } = line;
  const scene = { ...sight.scene, now };
  const slots = { ...fill(intent, model.slotsOf(intent), spans ?? [], { ...sight, scene }).slots };
  for (const { slot, start, end } of marks ?? [])
    if (asMarked.has(slot) && slots[slot] !== undefined) slots[slot] = text.slice(start, end).normalize('NFKC');
  return slots;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

/** The figures as they are printed, a line for each kind of deed; of lines without marks the slots are not known. */
export function figures(title: string, tallies: ReadonlyMap<string, Tally>, areMarked = true): string {
  const lines = [...tallies].map(([name, { lines: many, right, wrongDone, held, slots }]) => {
    const f1 = (2 * slots.hit) / Math.max(1, slots.gold + slots.guessed);
    const known = areMarked ? `, slots ${f1.toFixed(3)}` : '';
    return `  ${name.padEnd(12)} ${String(many).padStart(6)} lines, right ${percent(right, many)}, another deed done ${wrongDone}, asked back ${percent(held, right)}${known}\n`;
  });
  return `${title}\n${lines.join('')}`;
}
