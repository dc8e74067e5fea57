import { fill } from '../../src/language/reading/fill.js';
import { openModel, readerModel, type ReaderModel } from '../../src/language/reading/model.js';
import { isBinding, sameSlot } from '../../src/language/reading/scoring.js';
import { createUnderstanding, type Understanding } from '../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../src/process/registry.js';
import { learn, type Seen, seen } from './learn.js';
import { corpusLines, linesOf, offeredLines, olderLines } from './lines.js';
import { madeLines } from './negatives.js';

/**
 * `npm run exam [-- curve | FILES]`: how well the reader reads writers from whom it learned nothing. A third of the writers is left
 * out in turn; with `curve`, the last third is read by readers that learned from two, four, eight … of the others. Marked lines of new
 * writers are read by the reader as it is, and what was read as another deed is listed.
 */
const intents = await loadIntents();
const deeds = phrasesOf(intents);
const corpus = corpusLines().map(seen);
const others = [...olderLines(), ...madeLines(), ...offeredLines(intents)].map(seen);
const writers = [...new Set(corpus.map(({ writer }) => writer))];
const parts = 3;

const now = new Date('2026-03-12T09:30:00+08:00');

interface Tally {
  lines: number;
  right: number;
  wrongDone: number;
  held: number;
  slots: { hit: number; gold: number; guessed: number };
}

const kindOf = ({ intent }: Seen): string =>
  intent === 'chat.other' ? 'talk' : isBinding(intent) ? 'commitments' : deeds[intent]?.pattern ? 'office' : 'everyday';

/** A line by itself, by somebody who may take part in everything. */
function reader(model: ReaderModel): (line: Seen) => Understanding {
  const understand = createUnderstanding(deeds, () => model);
  return ({ role, text }) => {
    const roles = role === 'resident' || role === '' ? [] : [role];
    return understand(text, now, { openPolls: [{ no: 0 }], openPledges: [0], roles });
  };
}

/** What a line was meant as and read as, where these differ. */
function misread({ line, guess: { intent, confidence } }: Guessed): string[] {
  return intent === line.intent
    ? []
    : [`  ${line.intent} read as ${intent} ${confidence.toFixed(2)} (${line.role}): ${line.text}\n`];
}

function examine(held: readonly Seen[], model: ReaderModel): Map<string, Tally> {
  return tallied(readBy(model, held), model);
}

interface Guessed {
  readonly line: Seen;
  readonly guess: Understanding;
}

function readBy(model: ReaderModel, lines: readonly Seen[]): Guessed[] {
  const read = reader(model);
  return lines.map(line => ({ line, guess: read(line) }));
}

function tallied(guessed: readonly Guessed[], model: ReaderModel): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { line, guess } of guessed) {
    if (guess.intent !== line.intent) {
      const names = `${line.intent} read as ${guess.intent}`;
      confused.set(names, (confused.get(names) ?? 0) + 1);
    }
    for (const name of [kindOf(line), 'all']) {
      const tally = tallies.get(name) ?? {
        lines: 0,
        right: 0,
        wrongDone: 0,
        held: 0,
        slots: { hit: 0, gold: 0, guessed: 0 },
      };
      tallies.set(name, tally);
      count(tally, { line, guess, model });
    }
  }
  return tallies;
}

const confused = new Map<string, number>();

function count(tally: Tally, { line, guess, model }: { line: Seen; guess: Understanding; model: ReaderModel }): void {
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

function report(title: string, tallies: ReadonlyMap<string, Tally>): void {
  process.stdout.write(`${title}\n`);
  for (const [name, { lines, right, wrongDone, held, slots }] of tallies) {
    const f1 = (2 * slots.hit) / Math.max(1, slots.gold + slots.guessed);
    process.stdout.write(
      `  ${name.padEnd(12)} ${String(lines).padStart(6)} lines, right ${percent(right, lines)}, another deed done ${wrongDone}, asked back ${percent(held, right)}, slots ${f1.toFixed(3)}\n`,
    );
  }
}

const without = (left: ReadonlySet<string>): Seen[] => [...corpus.filter(({ writer }) => !left.has(writer)), ...others];
const lastPart = writers.filter((_, at) => at % parts === parts - 1);
const newWriters = process.argv.slice(2).filter(file => file.endsWith('.jsonl'));
if (newWriters.length > 0) {
  const model = readerModel();
  for (const file of newWriters) {
    const guessed = readBy(model, linesOf(file).map(seen));
    report(file, tallied(guessed, model));
    process.stdout.write(guessed.flatMap(misread).join(''));
  }
} else if (process.argv.includes('curve')) {
  const rest = writers.filter(writer => !lastPart.includes(writer));
  for (let many = 2; ; many = Math.min(rest.length, many * 2)) {
    const known = new Set(rest.slice(0, many));
    const model = openModel(learn([...corpus.filter(({ writer }) => known.has(writer)), ...others]));
    report(
      `learned from ${many} writers`,
      examine(
        corpus.filter(({ writer }) => lastPart.includes(writer)),
        model,
      ),
    );
    if (many === rest.length) break;
  }
} else {
  for (let part = 0; part < parts; part += 1) {
    const left = new Set(writers.filter((_, at) => at % parts === part));
    const model = openModel(learn(without(left)));
    report(
      `left out: ${[...left].join(' ')}`,
      examine(
        corpus.filter(({ writer }) => left.has(writer)),
        model,
      ),
    );
  }
  const most = [...confused].toSorted((a, b) => b[1] - a[1]).slice(0, 20);
  process.stdout.write(['most confused', ...most.map(([names, times]) => `  ${times} ${names}`), ''].join('\n'));
}
