import { placeLabels } from '../domain/label.js';
import { Refusal } from '../domain/refusal.js';
import { addressForm, readHousehold } from '../language/values/household.js';
import { whichHousehold } from '../operations/people/which-household.js';
import type { Household } from '../store/people/household.js';
import type { Unit } from '../store/engine/unit.js';
import { readField } from './field.js';
import { money } from './intent.js';
import { say } from './refusals/say.js';

/** A line of a pasted list: whose money and how much, or what is wrong with it. */
export type PastedRow = { readonly line: number; readonly said: string } & (
  { readonly home: Household; readonly amountFen: number; readonly fault?: never } | { readonly fault: string }
);

/** So many lines are read at once: more would take longer than a page may. */
export const mostPasted = 200;

const whole = new RegExp(`^(?:${addressForm})$`, 'u');

/**
 * Reads receipts as a cashier pastes them, `3-1-101 600` a line, by the readers that chat has. A line counts only when all of it was
 * read: an address, one household of the roster behind it, and one sum; every other line is left out with its reason.
 */
export async function readPasted(unit: Unit, text: string, now: Date): Promise<PastedRow[]> {
  const rows: PastedRow[] = [];
  for (const [index, raw] of text.normalize('NFKC').split('\n').entries()) {
    const said = raw.trim();
    if (said !== '') rows.push({ line: index + 1, said: said.slice(0, 60), ...(await readLine(unit, said, now)) });
  }
  return rows;
}

async function readLine(
  unit: Unit,
  said: string,
  now: Date,
): Promise<{ home: Household; amountFen: number } | { fault: string }> {
  // A comma parts the two only where no blank does: 1,200 has one of its own.
  const parts = /^(?<payer>\S+?)(?:[\s:]+|[,，](?!.*\s))(?<sum>.+)$/u.exec(said)?.groups;
  const payer = parts?.['payer'] ?? '';
  if (!parts || !whole.test(payer)) return { fault: '没有看懂是哪一户，一行写一户，例如“3-1-101 600”' };
  const sum = readField({ name: 'amount', kind: money, form: null }, parts['sum'] ?? '', now);
  if (!sum || 'fault' in sum) return { fault: sum?.fault ?? '没有写多少钱' };
  try {
    const home = await whichHousehold(unit, { said: payer, ...placeLabels(readHousehold(payer) ?? {}) });
    return { home, amountFen: Number(sum.value) };
  } catch (error) {
    if (error instanceof Refusal) return { fault: say(error) };
    throw error;
  }
}
