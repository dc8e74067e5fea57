import { openModel, readerModel, type ReaderModel } from '../../src/language/reading/model.js';
import { loadIntents, phrasesOf } from '../../src/process/registry.js';
import { figures, type Guessed, readBy, tallied } from './figures.js';
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

/** What a line was meant as and read as, where these differ. */
function misread({ line, guess: { intent, confidence } }: Guessed): string[] {
  return intent === line.intent
    ? []
    : [`  ${line.intent} read as ${intent} ${confidence.toFixed(2)} (${line.role}): ${line.text}\n`];
}

const confused = new Map<string, number>();

function examine(held: readonly Seen[], model: ReaderModel): ReturnType<typeof tallied> {
  const guessed = readBy(model, deeds, held);
  for (const { line, guess } of guessed) {
    if (guess.intent === line.intent) continue;
    const names = `${line.intent} read as ${guess.intent}`;
    confused.set(names, (confused.get(names) ?? 0) + 1);
  }
  return tallied(guessed, model, deeds);
}

function report(...about: Parameters<typeof figures>): void {
  process.stdout.write(figures(...about));
}

const without = (left: ReadonlySet<string>): Seen[] => [...corpus.filter(({ writer }) => !left.has(writer)), ...others];
const lastPart = writers.filter((_, at) => at % parts === parts - 1);
const newWriters = process.argv.slice(2).filter(file => file.endsWith('.jsonl'));
if (newWriters.length > 0) {
  const model = readerModel();
  for (const file of newWriters) {
    const guessed = readBy(model, deeds, linesOf(file).map(seen));
    report(file, tallied(guessed, model, deeds));
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
