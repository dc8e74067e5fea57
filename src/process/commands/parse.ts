import { createInterface } from 'node:readline';
import { readAmount } from '../../language/values/money/amounts.js';
import { isoMinute } from '../../language/values/time/clock.js';
import { segment } from '../../language/lexicon/segment.js';
import { readMood } from '../../language/values/manner/mood.js';
import { readValues } from '../../language/values/read-values.js';
import { readTime } from '../../language/values/time/times.js';
import { createUnderstanding, type Context, type Understanding } from '../../language/reading/understand.js';
import { loadIntents, phrasesOf } from '../registry.js';

/** `parse` knows nothing of the moment but that one poll and one round of pledges are open; their numbers are unknown. */
export const assumed: Context = { openPolls: [{ no: 0 }], openPledges: [0] };

type Reader = (line: string) => string;

function withRole(role: string | undefined): Context {
  if (role === undefined) return assumed;
  return { ...assumed, roles: ['resident', 'anyone'].includes(role) ? [] : [role] };
}

/** What `parse` reads and where its answers and complaints go. */
interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/**
 * `npm run --silent parse [-- amount|time|explain [TEXT]]`: answers each line of the input with one line, in order. A line
 * that cannot be read is named and passed over. False when there was one, or when the mode is unknown.
 */
export async function parse([mode, ...words]: readonly string[], streams: Streams): Promise<boolean> {
  const { input, print, complain } = streams;
  const answer = await readerFor(mode);
  if (!answer) {
    complain(`parse knows the modes amount, time and explain, not ${mode}.`);
    return false;
  }
  const lines = words.length > 0 ? [words.join(' ')] : createInterface({ input, crlfDelay: Infinity });
  let number = 0;
  let isWhole = true;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '' && mode !== 'amount') continue;
    try {
      print(answer(number === 1 ? line.replace(/^\uFEFF/, '') : line));
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      complain(`Line ${number} was passed over: ${error.message}`);
      isWhole = false;
    }
  }
  return isWhole;
}

async function readerFor(mode: string | undefined): Promise<Reader | undefined> {
  if (mode === 'amount') return line => JSON.stringify({ amount: fenOf(line) });
  if (mode === 'time') {
    return line => {
      const { text, now } = readInput(line);
      const at = readTime(text, now);
      return JSON.stringify({ time: at && isoMinute(at) });
    };
  }
  if (mode !== undefined && mode !== 'explain') return undefined;
  const understand = createUnderstanding(phrasesOf(await loadIntents()));
  if (mode === 'explain') return line => explain(line, understand);
  return line => {
    const { id, text, now, role } = readInput(line);
    const { intent, slots, confidence } = understand(text, now, withRole(role));
    return JSON.stringify({ id, intent, slots, confidence });
  };
}

function fenOf(line: string): number | null {
  const amount = readAmount(line);
  return amount.kind === 'exact' ? amount.fen : null;
}

/** A plain line, or a JSON line with `text` and `now`. */
function explain(line: string, understand: (text: string, now: Date, context: Context) => Understanding): string {
  const { text, now, role } = line.trimStart().startsWith('{')
    ? readInput(line)
    : { text: line, now: new Date(), role: undefined };
  const { intent, slots, confidence, why } = understand(text, now, withRole(role));
  const { normalised, ...decided } = why;
  return JSON.stringify(
    {
      text,
      normalised,
      segments: segment(normalised),
      values: readValues(normalised, now),
      mood: readMood(normalised),
      intent,
      slots,
      confidence,
      ...decided,
    },
    null,
    2,
  );
}

class BadLine extends Error {}

interface Input {
  readonly id?: string;
  readonly text: string;
  readonly now: Date;
  /** The speaker's office; `resident` and `anyone` have none. */
  readonly role?: string | undefined;
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
  const role = 'role' in value && typeof value.role === 'string' ? value.role : undefined;
  return { id, text: value.text, now, role };
}
