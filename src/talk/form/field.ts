import { inYuan } from '../../domain/money.js';
import { shortened } from '../../domain/plain-text.js';
import { Refusal } from '../../domain/refusal.js';
import { readWholeAnswer } from '../../language/values/manner/whole-answer.js';
import type { SlotKind } from '../intent.js';
import { say } from '../refusals/say.js';

/** What a field holds: a usable value, or what is wrong with the words; null where it was left empty. */
type FieldRead = { readonly value: unknown } | { readonly fault: string } | null;

export interface FieldOf {
  /** The slot's name. */
  readonly name: string;
  readonly kind: SlotKind<unknown>;
  /** What the fixed form of the deed takes in this slot, where it has one: the desk takes no other words. */
  readonly form: RegExp | null;
}

/**
 * Reads what was typed in one field by the readers that chat has: the whole of it is a value of its kind, or a sentence says what is
 * wrong with it. Several values of one name fill only a slot that takes several; which of two sums was meant is not guessed.
 */
export function readField(field: FieldOf, typed: string | readonly string[], now: Date): FieldRead {
  const isOne = typeof typed === 'string';
  const lines = (isOne ? typed.split('\n') : typed).map(line => line.trim()).filter(Boolean);
  if (lines.length === 0) return null;
  const text = isOne ? typed.trim() : lines.join('\n');
  const { kind } = field;
  try {
    const isSeveral = kind.field.kind === 'lines' || (!isOne && lines.length > 1);
    const value = isSeveral ? lines : valueOf(field, text, now);
    if (value !== undefined && kind.accept(value) !== undefined) return { value };
    kind.diagnose?.(text, now);
  } catch (error) {
    if (error instanceof Refusal) return { fault: say(error) };
    throw error;
  }
  return { fault: `“${shortened(lines.join('，'), 21)}”没有看懂。${kind.ask || '请改一下，或者空着不填。'}` };
}

function valueOf({ name, kind, form }: FieldOf, text: string, now: Date): unknown {
  const { field } = kind;
  if (field.read) return field.read(text, now);
  switch (field.kind) {
    case 'money':
      return wholeOf('amount', text, now);
    case 'moment':
      return wholeOf('deadline', text, now);
    case 'number':
      return wholeOf(name, text, now);
    case 'flag':
      return text === 'true' ? true : undefined;
    case 'choice':
      return chosen(kind, text) ?? taken(form, text);
    case 'rows':
      return taken(form, text.replaceAll(/(?<!\s)\s*\n\s*/gu, '，'));
    default:
      return taken(form, text);
  }
}

function wholeOf(slot: string, text: string, now: Date): unknown {
  const found = readWholeAnswer(slot, text, now);
  return found === 'free' ? undefined : found?.value;
}

function chosen({ field, read }: SlotKind<unknown>, text: string): unknown {
  return field.choices?.find(([value, said]) => value === text || said === text)?.[0] ?? read?.(text);
}

/** White list: the words as the fixed form would take them. */
function taken(form: RegExp | null, text: string): string | undefined {
  return !form || form.test(text) ? text : undefined;
}

/** A value as it is typed into its field, so that a link or a button can fill it in beforehand. */
export function typedOf({ field }: SlotKind<unknown>, value: unknown): string | readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  if (field.kind === 'money' && typeof value === 'number') return inYuan(value);
  // 2026-03-03 20:00, with no zone: a form speaks the neighbourhood's time.
  if (field.kind === 'moment') return String(value).slice(0, 16).replace('T', ' ');
  return field.said && typeof value === 'string' ? field.said(value) : String(value);
}
