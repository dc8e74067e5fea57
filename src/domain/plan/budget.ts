import { onlyOne } from '../only-one.js';
import { Refusal } from '../refusal.js';

/** One line of a project's budget. */
export interface BudgetLine {
  readonly name: string;
  /** Whole fen above zero. */
  readonly amountFen: number;
}

/** What a company would do it for. */
export interface Quotation {
  readonly name: string;
  readonly amountFen: number;
}

/** The lines add up to the budget to the fen, or the plan is not published (docs/domain.md 6.5). */
export function ensureWhole(no: number, lines: readonly BudgetLine[] | null, budgetFen: number): void {
  if (!lines) return;
  const sumFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (sumFen !== budgetFen) throw new Refusal('budget.sum', { no, sumFen, budgetFen });
}

/**
 * The line of the budget that a payment belongs to: the only one, or the one whose name stands in its purpose. Null where the plan has
 * no lines; refused where none or several are named (docs/domain.md 8.4).
 */
export function lineOf(no: number, lines: readonly BudgetLine[] | null, purpose: string): BudgetLine | null {
  if (!lines) return null;
  const only = onlyOne(lines);
  if (only) return only;
  const named = lines.filter(({ name }) => purpose.includes(name));
  const [line, another] = named.filter(
    ({ name }) => !named.some(longer => longer.name !== name && longer.name.includes(name)),
  );
  if (!line || another) throw new Refusal('budget.whichLine', { no, lines: lines.map(({ name }) => name) });
  return line;
}

/** A payment that with the others of its line would go above it is refused (docs/domain.md 8.4). */
export function ensureWithin(
  line: BudgetLine,
  asked: readonly { readonly amountFen: number }[],
  amountFen: number,
): void {
  const leftFen = line.amountFen - asked.reduce((sum, one) => sum + one.amountFen, 0);
  if (amountFen > leftFen) throw new Refusal('budget.overLine', { line: line.name, leftFen });
}
