import { momentWords } from '../../domain/calendar.js';
import { yuan } from '../../domain/money.js';
import { aboutWords } from '../question/about.js';
import { act, orRefused } from '../act.js';
import { missingSlot } from '../question/lacking.js';
import { ensurePermitted } from '../permitted.js';
import { ensurePossible } from '../rehearsal.js';
import { typedOf } from './field.js';
import { formOf, namesMatter, readForm } from './form.js';
import type { AnyIntent, SlotKind } from '../intent.js';
import { labelOf } from './labels.js';
import type { FilledForm } from '../message.js';
import type { Reply } from '../reply.js';
import { lostWords } from '../sent/sent-picture.js';
import { revisionOf } from '../revision.js';
import { mostBytes, tooLong } from '../said.js';
import type { Parts, Turn } from '../turn.js';

type SlotValues = Readonly<Record<string, unknown>>;

/**
 * A form of the desk enters where a wish in words does. What binds somebody is read back first, as it was understood; what the form does
 * not know counts as nothing; what cannot be used is said beside its field, and nothing is done.
 */
export async function answerFilled(parts: Parts, turn: Turn, form: FilledForm): Promise<Reply> {
  const intent = parts.intents.get(form.intent);
  if (!intent) return refused('没有这张表，请回到办事台重新打开。');
  if (Buffer.byteLength(Object.values(form.slots).flat().join('\n')) > mostBytes) return refused(tooLong);
  // A picture that came to nothing is told before the deed, not after it: it may be what proves it.
  const lost = lostWords(turn.message.pictures);
  if (lost !== null) return refused(`还没有办：${lost}请换一张再选，或者不带照片交。`);
  const { slots, faults, unknown } = readForm(intent, form.slots, turn.now);
  const wish = { intent: form.intent, slots, sure: true, confirmed: form.yes === 'sure' || form.yes === 'asked' };
  const reply = await orRefused(parts, turn, { wish, intent }, async () => {
    ensurePermitted(intent, turn.member);
    const asked = { ...missingIn(parts, turn, intent, slots), ...faults };
    if (Object.keys(asked).length > 0)
      return { text: '还没有记：请看看下面标出来的地方。', outcome: { kind: 'asked', slots: asked } };
    const revision = await formRevision(turn, slots);
    if (isStale(form.revision, revision))
      return refused('这件事刚刚有了变化，这张表是以前的，没有记。请看清下面现在的情况，再交一次。');
    if (intent.binds === 'nobody' || form.yes) return act(parts, turn, wish);
    const asks = await ensurePossible(parts, turn, wish, intent);
    return {
      text: readBackWords({ name: form.intent, intent }, slots, {
        asks,
        typed: form.slots,
        about: await aboutWords(turn.unit, { ...intent, slots }, turn.now),
        now: turn.now,
      }),
      outcome: {
        kind: 'readBack',
        yes: asks === null ? 'read' : 'asked',
        typed: asUnderstood(intent, slots),
        revision,
      },
    };
  });
  if (unknown.length === 0) return reply;
  return { ...reply, text: `${reply.text}\n表里没有“${unknown.slice(0, 5).join('、').slice(0, 40)}”这一栏，没有算。` };
}

function refused(text: string): Reply {
  return { text, outcome: { kind: 'refused' } };
}

/** Every field that is still missing, not only the first: a form shows them all. */
function missingIn(parts: Parts, { now }: Turn, intent: AnyIntent, slots: SlotValues): Record<string, string> {
  const missing = Object.entries(intent.slots).flatMap(([name, kind]) => {
    const one = missingSlot(parts, { ...intent, slots: { [name]: kind } }, { slots, text: '', now });
    return one ? [[name, one.question] as const] : [];
  });
  return Object.fromEntries(missing);
}

/** Which state of which matter a form was made from, such as `12/p3v1`; empty where it names no matter. */
export async function formRevision({ unit }: Pick<Turn, 'unit'>, slots: SlotValues): Promise<string> {
  const revision = await revisionOf(unit, slots);
  return revision === '' ? '' : `${String(slots['no'])}/${revision}`;
}

/** A form that was made from another state of the same matter; one on which the number was changed says nothing of the new one. */
function isStale(made: string, now: string): boolean {
  return made !== now && made !== '' && made.split('/')[0] === now.split('/')[0];
}

type Typed = string | readonly string[];

interface ReadBackParts {
  /** The words in which the deed itself asks for a yes; null where it does not. */
  readonly asks: string | null;
  readonly typed: Readonly<Record<string, Typed>>;
  readonly about: readonly string[];
  readonly now: Date;
}

function readBackWords(
  { name: deed, intent }: { name: string; intent: AnyIntent },
  slots: SlotValues,
  { asks, typed, about, now }: ReadBackParts,
): string {
  const what = intent.readBack?.(slots) ?? formOf(intent, { name: deed }).title;
  const lines = Object.entries(intent.slots).flatMap(([name, kind]) =>
    slots[name] === undefined
      ? []
      : fieldLines(labelOf(deed, name), { kind, value: slots[name], typed: typed[name], now }),
  );
  return [asks ?? `您是要${what}吗？还没有记，请看清再确认。`, ...about, ...lines].join('\n');
}

/** What was typed in several lines is read in several lines. */
function fieldLines(
  label: string,
  { kind, value, typed = '', now }: { kind: SlotKind<unknown>; value: unknown; typed?: Typed | undefined; now: Date },
): string[] {
  const pieces = [typed].flat().flatMap(text => text.split('\n').filter(line => line.trim() !== ''));
  return kind.field.kind === 'rows' && pieces.length > 1
    ? [`${label}：`, ...pieces]
    : [`${label}：${valueWords(kind, value, now)}`];
}

/** A value as it was understood: a sum in yuan, a moment with its day. */
function valueWords(kind: SlotKind<unknown>, value: unknown, now: Date): string {
  const { field } = kind;
  if (Array.isArray(value)) return value.join('、');
  if (field.kind === 'flag') return '是';
  if (namesMatter(kind)) return `${String(value)}号`;
  if (field.kind === 'money') return yuan(Number(value));
  if (field.kind === 'moment') return momentWords(new Date(String(value)), now);
  return field.choices?.find(([choice]) => choice === value)?.[1] ?? field.said?.(String(value)) ?? String(value);
}

/** The fields as they were understood, so that 明晚八点 means the same evening when it is confirmed after midnight. */
function asUnderstood(intent: AnyIntent, slots: SlotValues): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(intent.slots).flatMap(([name, kind]) =>
      slots[name] === undefined ? [] : [[name, typedOf(kind, slots[name])]],
    ),
  );
}
