import { createInterface } from 'node:readline';
import { readAmount } from './language/amounts.js';
import { isoMinute } from './language/clock.js';
import { segment } from './language/segment.js';
import { readTime } from './language/times.js';
import { createUnderstanding, type Context, type Understanding } from './language/understand.js';
import { loadIntents, phrasesOf } from './registry.js';

/** `parse` knows nothing of the moment but that one poll and one round of pledges are open; their numbers are unknown. */
const assumed: Context = { openPolls: [{ no: 0 }], openPledges: [0] };

type Reader = (line: string) => unknown;

/** Reads lines on standard input and answers each with one line. A line that cannot be read is named, and passed over. */
async function main(mode: string | undefined): Promise<void> {
  const answer = await readerFor(mode);
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '' && mode !== 'amount') continue;
    try {
      const answered = answer(number === 1 ? line.replace(/^\uFEFF/, '') : line);
      process.stdout.write(`${typeof answered === 'string' ? answered : JSON.stringify(answered)}\n`);
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      process.stderr.write(`Line ${number} was passed over: ${error.message}\n`);
      process.exitCode = 1;
    }
  }
}

async function readerFor(mode: string | undefined): Promise<Reader> {
  if (mode === 'amount') return line => ({ amount: fenOf(line) });
  if (mode === 'time') {
    return line => {
      const { text, now } = readInput(line);
      const at = readTime(text, now);
      return { time: at && isoMinute(at) };
    };
  }
  const understand = createUnderstanding(phrasesOf(await loadIntents()));
  if (mode === 'explain') return line => explain(line, understand);
  if (mode !== undefined) throw new Error(`parse knows amount, time and explain, not ${mode}`);
  return line => {
    const { id, text, now } = readInput(line);
    const { intent, slots, confidence } = understand(text, now, assumed);
    return { id, intent, slots, confidence };
  };
}

function fenOf(line: string): number | null {
  const amount = readAmount(line);
  return amount.kind === 'exact' ? amount.fen : null;
}

/** A plain line, or a JSON line with `text` and `now`. */
function explain(line: string, understand: (text: string, now: Date, context: Context) => Understanding): string {
  const { text, now } = line.trimStart().startsWith('{') ? readInput(line) : { text: line, now: new Date() };
  const { intent, slots, confidence, why } = understand(text, now, assumed);
  const { normalised, ...decided } = why;
  return JSON.stringify(
    { text, normalised, segments: segment(normalised), intent, slots, confidence, ...decided },
    null,
    2,
  );
}

class BadLine extends Error {}

interface Input {
  readonly id?: string;
  readonly text: string;
  readonly now: Date;
}

function readInput(line: string): Input {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadLine('it is not JSON.');
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
    throw new BadLine('it has no "text".');
  }
  const now = 'now' in value && typeof value.now === 'string' ? new Date(value.now) : null;
  if (!now || Number.isNaN(now.getTime()))
    throw new BadLine('its "now" is not a moment such as 2025-10-16T09:30:00+08:00.');
  const id = 'id' in value && typeof value.id === 'string' ? value.id : undefined;
  return { id, text: value.text, now };
}

await main(process.argv[2]);
