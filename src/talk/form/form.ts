import { momentWords } from '../../domain/calendar.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { helpLine } from '../../publish/help-line.js';
import { type FieldOf, readField } from './field.js';
import { type AnyIntent, type Field, projectNo, type SlotKind } from '../intent.js';
import { labelOf, labels } from './labels.js';

/** One field of a form, as a page shows it. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly kind: Field['kind'];
  /** The question, with an example of an answer; empty where the label says it all. */
  readonly hint: string;
  readonly choices: readonly (readonly [value: string, said: string])[];
  readonly most?: number;
  readonly isOptional: boolean;
}

/** What has no name of its own is not offered on the desk. */
const unnamed = '办事';

/** The form of a deed, made from its definition and nothing else. */
interface DeedForm {
  readonly title: string;
  /** How it is done by words, for those who would rather say it. */
  readonly help: string;
  readonly fields: readonly FormField[];
}

export function formOf(
  { help, pattern, slots }: AnyIntent,
  { name: deed, filled = {} }: { readonly name: string; readonly filled?: Filled['slots'] },
): DeedForm {
  const fields = Object.entries(slots).flatMap(([name, { ask, field, optional, needed }]): FormField[] => {
    const { kind, choices, most } = field;
    // Of flags that exclude one another one choice is made.
    if (field.insteadOf !== undefined) return [];
    const rivals = Object.entries(slots).filter(([, other]) => other.field.insteadOf === name);
    const rivalChoices = [name, ...rivals.map(([rival]) => rival)].map(one => [one, labelOf(deed, one)] as const);
    return [
      {
        name,
        label: rivals.length > 0 ? '家里已经有了的话' : labelOf(deed, name),
        kind: rivals.length > 0 || (kind === 'words' && isList(pattern, name)) ? 'choice' : kind,
        hint: hintOf(ask),
        choices: rivals.length > 0 ? rivalChoices : (choices ?? literalsOf(pattern, name).map(word => [word, word])),
        ...(most === undefined ? {} : { most }),
        isOptional: optional === true || needed?.(filled) === false,
      },
    ];
  });
  return { title: help?.title ?? unnamed, help: help ? helpLine(help) : '', fields };
}

/** A deed by its name, with what is known of it: `确认到账（12号，金额1,200元）`. */
export function deedWords({ help, slots }: AnyIntent, values: Readonly<Record<string, unknown>>): string {
  const known = Object.entries(slots).flatMap(([slot, { field }]) => {
    const said = valueWords(slot, values[slot], field);
    const label = labels[slot] ?? '';
    // 成立 answers 是否成立, and says it by itself.
    return said === null ? [] : [slot === 'no' || label.startsWith('是否') ? said : `${label}${said}`];
  });
  return `${help?.title ?? unnamed}${known.length > 0 ? `（${known.join('，')}）` : ''}`;
}

function valueWords(slot: string, value: unknown, { kind, choices, said }: Field): string | null {
  if (value === true) return '';
  if (typeof value === 'number') return kind === 'money' ? yuan(value) : `${value}${slot === 'no' ? '号' : ''}`;
  if (value instanceof Date) return momentWords(value);
  if (typeof value !== 'string') return null;
  return plain(said?.(value) ?? choices?.find(([choice]) => choice === value)?.[1] ?? value, 40);
}

/** True for the slot that names a matter by its number: on a form it is chosen, not typed. */
export function namesMatter({ accept }: SlotKind<unknown>): boolean {
  return accept === projectNo.accept;
}

/** The question without what only a chat needs: how it is answered there, and the list that stands on the form as choices. */
function hintOf(ask: string): string {
  const first = (ask.split('\n')[0] ?? '').replace('例如回复', '例如').replace(/回复.*$/u, '');
  return first
    .split(/(?<=[。？！])/u)
    .filter(sentence => !/发送|私聊|发给我/u.test(sentence))
    .join('');
}

/** What was filled in: the values of the slots, and a sentence for each field that cannot be used. */
interface Filled {
  readonly slots: Readonly<Record<string, unknown>>;
  readonly faults: Readonly<Record<string, string>>;
  /** Names that the form does not have: they count as nothing. */
  readonly unknown: readonly string[];
}

export function readForm(
  { slots, pattern }: AnyIntent,
  given: Readonly<Record<string, string | readonly string[]>>,
  now: Date,
): Filled {
  const typed = apart(slots, given);
  const read = Object.entries(slots).flatMap(([name, kind]) => {
    const words = Object.hasOwn(typed, name) ? typed[name] : undefined;
    const found = words === undefined ? null : readField({ name, kind, form: slotForm(pattern, name) }, words, now);
    return found ? [{ name, found }] : [];
  });
  return {
    slots: Object.fromEntries(read.flatMap(({ name, found }) => ('value' in found ? [[name, found.value]] : []))),
    faults: Object.fromEntries(read.flatMap(({ name, found }) => ('fault' in found ? [[name, found.fault]] : []))),
    unknown: Object.keys(typed).filter(name => !Object.hasOwn(slots, name)),
  };
}

/** The one choice of several flags as those flags: `replaces: 'adds'` is `adds: 'true'`. */
function apart(slots: AnyIntent['slots'], typed: Readonly<Record<string, string | readonly string[]>>) {
  const isFlag = (name: string): boolean => Object.hasOwn(slots, name) && slots[name]?.field.kind === 'flag';
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) =>
      typeof value === 'string' && isFlag(name) && isFlag(value) ? [value, 'true'] : [name, value],
    ),
  );
}

/** The part of a fixed form that takes one slot, as an expression for the whole of what is typed there. */
function slotForm(pattern: RegExp | undefined, name: string): FieldOf['form'] {
  const body = bodyOf(pattern, name);
  return body === null ? null : new RegExp(`^(?:${body})$`, 'u');
}

/** The source of the named group, without looks ahead at what follows it in the sentence. */
function bodyOf(pattern: RegExp | undefined, name: string): string | null {
  const source = pattern?.source ?? '';
  const head = `(?<${name}>`;
  const start = source.indexOf(head);
  if (start < 0) return null;
  let depth = 1;
  let at = start + head.length;
  for (let inClass = false; depth > 0 && at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '\\') at += 1;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
  }
  return source.slice(start + head.length, at - 1).replaceAll(/\(\?[=!][^()]*\)/gu, '');
}

/** The words that stand by themselves in the form of a slot: `成立|不成立`. */
function literalsOf(pattern: RegExp | undefined, name: string): string[] {
  return waysOf(bodyOf(pattern, name) ?? '').filter(word => /^\p{Script=Han}+$/u.test(word));
}

/** True where the form takes nothing but words that stand by themselves. */
function isList(pattern: RegExp | undefined, name: string): boolean {
  const body = bodyOf(pattern, name);
  return body !== null && literalsOf(pattern, name).length === waysOf(body).length;
}

/** The ways in which a form may be said, parted at the bars that stand in no brackets. */
function waysOf(body: string): string[] {
  const ways = [''];
  let depth = 0;
  for (const sign of body) {
    depth += '([{'.includes(sign) ? 1 : ')]}'.includes(sign) ? -1 : 0;
    if (sign === '|' && depth === 0) ways.push('');
    else ways.push(`${ways.pop() ?? ''}${sign}`);
  }
  return ways;
}
