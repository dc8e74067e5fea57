import { sureFrom } from './thresholds.js';

/** How well the language reads annotated lines, by the rules of the annotators' guide. */
export interface Gold {
  readonly id: string;
  readonly text: string;
  readonly now: string;
  readonly intent: string;
  readonly slots: Readonly<Record<string, unknown>>;
}

interface Guess {
  readonly intent: string;
  readonly slots: Readonly<Record<string, unknown>>;
  readonly confidence: number;
}

interface Score {
  readonly lines: number;
  readonly right: number;
  readonly falseCommitments: readonly string[];
  readonly heldBack: number;
  readonly commitments: number;
  readonly slotF1: number;
  readonly byIntent: ReadonlyMap<string, { gold: number; guessed: number; hit: number }>;
  readonly calibration: readonly { readonly from: number; lines: number; right: number }[];
  readonly faults: readonly string[];
}

const binding = /^(?:pledge\.\w+|poll\.vote|funds\.receive|funds\.spend|credit\.redeem|project\.accept|project\.rate)$/;
const freeText = new Set(['title', 'place', 'item', 'task', 'payer', 'purpose', 'text', 'reason', 'question']);

export function isBinding(intent: string): boolean {
  return binding.test(intent);
}

export function scoreLines(golds: readonly Gold[], guessOf: (gold: Gold) => Guess): Score {
  const slots = { hit: 0, guessed: 0, gold: 0 };
  const byIntent = new Map<string, { gold: number; guessed: number; hit: number }>();
  const calibration = [0.95, 0.9, 0.8, 0.5, 0].map(from => ({ from, lines: 0, right: 0 }));
  const falseCommitments: string[] = [];
  const faults: string[] = [];
  let right = 0;
  let heldBack = 0;
  let commitments = 0;
  const tallyOf = (intent: string): { gold: number; guessed: number; hit: number } => {
    const tally = byIntent.get(intent) ?? { gold: 0, guessed: 0, hit: 0 };
    byIntent.set(intent, tally);
    return tally;
  };

  for (const gold of golds) {
    const guess = guessOf(gold);
    const isRight = guess.intent === gold.intent;
    tallyOf(gold.intent).gold += 1;
    tallyOf(guess.intent).guessed += 1;
    if (isRight) tallyOf(gold.intent).hit += 1;
    right += isRight ? 1 : 0;

    const names = [...new Set([...Object.keys(gold.slots), ...Object.keys(guess.slots)])];
    const wrong = names.filter(name => !isRight || !sameSlot(name, gold.slots[name], guess.slots[name]));
    slots.gold += Object.keys(gold.slots).length;
    slots.guessed += Object.keys(guess.slots).length;
    slots.hit += isRight ? names.length - wrong.length : 0;

    const differs =
      isRight &&
      ['amount', 'choice'].some(
        name => name in gold.slots && name in guess.slots && !sameSlot(name, gold.slots[name], guess.slots[name]),
      );
    const isFalse = guess.confidence >= sureFrom && ((!isBinding(gold.intent) && isBinding(guess.intent)) || differs);
    if (isBinding(gold.intent)) {
      commitments += 1;
      if (isRight && guess.confidence < sureFrom) heldBack += 1;
    }
    const bucket = calibration.find(({ from }) => guess.confidence >= from);
    if (bucket) {
      bucket.lines += 1;
      bucket.right += isRight ? 1 : 0;
    }
    const shown = `${gold.id} ${gold.text} | ${gold.intent} ${JSON.stringify(gold.slots)} | ${guess.intent} ${JSON.stringify(guess.slots)} ${guess.confidence}`;
    if (isFalse) falseCommitments.push(shown);
    if (!isRight) faults.push(`intent ${shown}`);
    else if (wrong.length > 0) faults.push(`slots:${wrong.join(',')} ${shown}`);
    else if (isBinding(gold.intent) && guess.confidence < sureFrom) faults.push(`held ${shown}`);
  }
  const kept = { byIntent, calibration, faults };
  return { lines: golds.length, right, falseCommitments, heldBack, commitments, slotF1: slotF1(slots), ...kept };
}

function slotF1({ hit, guessed, gold }: Readonly<Record<'hit' | 'guessed' | 'gold', number>>): number {
  return guessed + gold === 0 ? 1 : (2 * hit) / (guessed + gold);
}

/** Exact after trimming; free text when the shorter holds four fifths of the longer's characters in order. */
export function sameSlot(name: string, gold: unknown, guess: unknown): boolean {
  if (gold === undefined || guess === undefined) return false;
  if (freeText.has(name) && typeof gold === 'string' && typeof guess === 'string')
    return isNear(gold.trim(), guess.trim());
  if (typeof gold === 'string' && typeof guess === 'string') return gold.trim() === guess.trim();
  return JSON.stringify(gold) === JSON.stringify(guess);
}

function isNear(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]];
  const width = longer.length + 1;
  const common = Array.from({ length: (shorter.length + 1) * width }, () => 0);
  for (let i = 1; i <= shorter.length; i += 1) {
    for (let j = 1; j < width; j += 1) {
      common[i * width + j] =
        shorter[i - 1] === longer[j - 1]
          ? common[(i - 1) * width + j - 1]! + 1
          : Math.max(common[(i - 1) * width + j]!, common[i * width + j - 1]!);
    }
  }
  return common.at(-1)! >= 0.8 * longer.length;
}

/** The figures as a text. */
export function report(score: Score): string {
  const { lines, right, falseCommitments, heldBack, commitments, byIntent, calibration } = score;
  const percent = (part: number, whole: number): string => `${whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)} %`;
  const table = [...byIntent.entries()]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(
      ([intent, { gold, guessed, hit }]) =>
        `  ${intent.padEnd(20)}${String(gold).padStart(5)}  ${percent(hit, guessed).padStart(8)}  ${percent(hit, gold).padStart(8)}`,
    );
  return [
    `intents right      ${right} of ${lines}: ${percent(right, lines)}`,
    `slot F1            ${score.slotF1.toFixed(4)}`,
    `false commitments  ${falseCommitments.length}`,
    ...falseCommitments.map(line => `  ${line}`),
    `held back          ${heldBack} of ${commitments} commitments: ${percent(heldBack, commitments)}`,
    'confidence from    lines    right',
    ...calibration.map(
      ({ from, lines: all, right: good }) =>
        `  ${from.toFixed(2).padEnd(16)}${String(all).padStart(6)}  ${percent(good, all).padStart(7)}`,
    ),
    '  intent              gold  precision    recall',
    ...table,
  ].join('\n');
}
