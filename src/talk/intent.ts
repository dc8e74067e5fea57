import { placeLabels } from '../domain/label.js';
import { mostFen } from '../domain/money.js';
import type { Crossing } from '../operations/people/join-by-link.js';
import type { Permission } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import type { Binds, TakesBack } from '../language/reading/decide.js';
import { readAmount } from '../language/values/money/amounts.js';
import { readHousehold } from '../language/values/people/household.js';
import { readProjectNo } from '../language/values/numbers.js';
import { readDeadline } from '../language/values/time/times.js';
import type { Chat } from './message.js';
import type { Picture } from '../domain/picture.js';
import type { Help } from '../publish/help-line.js';
import type { Heading } from '../publish/help-topics.js';
import type { Reply } from './reply.js';
import type { Place } from '../operations/people/which-household.js';
import type { MemberView } from '../store/people/members.js';
import type { Unit } from '../store/engine/unit.js';

/** How a slot stands on a form, and how what is typed there is read. */
export interface Field {
  /** `rows` are words with a line for each piece; `lines` are several values, a line each. */
  readonly kind: 'money' | 'number' | 'moment' | 'choice' | 'place' | 'words' | 'rows' | 'lines' | 'flag';
  /** What may be chosen: the value, and the words for it. Beside `words` they are examples, and others may be typed. */
  readonly choices?: readonly (readonly [value: string, said: string])[];
  /** How a value is said that is not kept as it is typed: `agree` as 同意. */
  said?(value: string): string;
  /** The most characters that are taken. */
  readonly most?: number;
  /** What may be chosen in the matter that is filled in, such as the options of its poll; null where that says nothing. */
  offered?(unit: Unit, slots: Readonly<Record<string, unknown>>, member: MemberView): Promise<Offered | null>;
  /** True where a form does not get on without it in this state, though words may leave it out. */
  isNeeded?(unit: Unit, slots: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** True where the deed does without this number: what is left out is not found by what is possible just now. */
  readonly isFree?: true;
  /** False where this state leaves nothing to say in it: a form then does not ask. */
  isShown?(unit: Unit, slots: Readonly<Record<string, unknown>>, member: MemberView): Promise<boolean>;
  /** True for what few have to say: a form shows it once the deed has asked for it. */
  readonly isOnAsk?: true;
  /** Another flag of the form, of which and this one at most one is meant. */
  readonly insteadOf?: string;
  /** Reads the words of this slot, where the kind alone does not tell how; undefined where they name no value. */
  read?(text: string, now: Date): unknown;
}

export interface Offered {
  readonly choices: readonly (readonly [value: string, said: string])[];
  /** True where more than one may be chosen. */
  readonly isSeveral: boolean;
}

/** One kind of slot: how it is asked for and filled in, and which values are usable. */
export interface SlotKind<T> {
  /** How it stands on a form of the desk. */
  readonly field: Field;
  /** The question, with an example of an answer. */
  readonly ask: string;
  readonly optional?: boolean;
  /** Left out is fine, but said wrongly is not: even an optional slot is then diagnosed. */
  readonly strict?: boolean;
  /** Asked for only where this holds of what is already known. */
  needed?(slots: Readonly<Record<string, unknown>>): boolean;
  /** What is offered beside the question as a tap, where other values may be typed as well; undefined: what the field offers. */
  taps?(
    unit: Unit,
    asked: {
      readonly slots: Readonly<Record<string, unknown>>;
      readonly member: MemberView;
      readonly isPrivate: boolean;
      readonly now: Date;
    },
  ): Promise<readonly (readonly [value: unknown, said: string])[]>;
  /** Reads a bare answer to the question, such as a number of its list. */
  read?(text: string): T | undefined;
  /** Reads a sentence that answers the question in other words, with what it says for other slots; it is read back. */
  fills?(text: string): Readonly<Record<string, unknown>> | undefined;
  /** The value when it is usable, else undefined. */
  accept(value: unknown): T | undefined;
  /** Says what is wrong with the words when they name a value that cannot be used: throws the refusal. */
  diagnose?(text: string, now: Date): void;
}

export type Slots = Readonly<Record<string, SlotKind<unknown>>>;
type Values<S extends Slots> = { readonly [K in keyof S]: S[K] extends SlotKind<infer T> ? T : never };

/** What a handler is given. It holds no rule: it calls an operation and words the answer. */
export interface Deed<S extends Slots = Slots> {
  readonly unit: Unit;
  readonly member: MemberView;
  readonly slots: Values<S>;
  readonly now: Date;
  readonly chat: Chat;
  /** True when a button was pressed: the card that comes back takes the place of the pressed one. */
  readonly pressed: boolean;
  /** True when it came by a page of the desk, which asks for all there is and shows all there is. */
  readonly isForm: boolean;
  /** The words of the message, where it has some, and the pictures that came with them. */
  readonly said?: string;
  readonly pictures: readonly Picture[];
  /** Chance, for codes that nobody may guess. */
  random(bytes: number): Buffer;
  /** All intents by name, for the one that explains them. */
  readonly intents: ReadonlyMap<string, AnyIntent>;
  /** True once the member has said yes to what was read back. */
  readonly confirmed: boolean;
  /** Where a code from another door leads, for a member who comes by it; null: nowhere. */
  crossing(code: string): Promise<Crossing | null>;
  /** The address of the grid's notice board, or of one project on it. */
  boardUrl(no?: number): string;
}

interface IntentDefinition<S extends Slots = Slots> {
  /** The heading it stands under in the help, where that is another than its subject's. */
  readonly group?: Heading;
  /** Sayings that mean this intent for certain, when they are all that is said. A secretary may add to them. */
  readonly phrases?: readonly string[];
  /** For sentences of a fixed form outside the language of residents, such as `绑定网格 123456`. Groups become slots. */
  readonly pattern?: RegExp;
  readonly slots: S;
  readonly permission: Permission;
  /** Where pictures may prove or show what is done; `asked` where others judge by what they see, and none came with the words. */
  readonly takesPictures?: true | 'asked';
  /** Whom it binds: how sure the reader has to be, and what is read back. Where it is not said, an office. */
  readonly binds?: Binds;
  /** What words of a household's own part in a matter have to name: its sum, its choice; where nothing else is said, its number. */
  readonly says?: string;
  /** Set where it takes back a deed that was done (a vote, a promise), or ends what stands (a binding, the own data). */
  readonly takesBack?: TakesBack;
  /** How it is explained to those who may do it; left out of what nobody needs to be told. */
  readonly help?: Help;
  /** How it is read back when the bot is not sure. Only intents that commit somebody have it. */
  readBack?(slots: Readonly<Record<string, unknown>>): string;
  /** True where it is done unasked only in its form, though it has words to read it back. */
  readonly onlyInForm?: true;
  /** Throws the refusal where it cannot be done at all, before anything is asked for. */
  before?(unit: Unit, slots: Readonly<Record<string, unknown>>): Promise<void>;
  /** What follows from it and is easily overlooked: a form says it before anything is done. Null where nothing does. */
  caution?(unit: Unit, slots: Readonly<Record<string, unknown>>): Promise<string | null>;
  handle(deed: Deed<S>): Promise<string | Reply>;
}

/** An intent of any shape, as its file gives it. */
export type Defined = Omit<IntentDefinition, 'handle' | 'phrases'> & {
  readonly phrases: readonly string[];
  handle(deed: Deed): Promise<string | Reply>;
};

/** An intent of any shape, as the registry holds it: under the heading of its subject, unless it names another. */
export type AnyIntent = Defined & { readonly group: Heading };

export function defineIntent<S extends Slots>(definition: IntentDefinition<S>): Defined {
  // The dispatcher fills the slots by this very definition, so the handler gets the values it names.
  return { ...definition, phrases: definition.phrases ?? [], handle: deed => definition.handle(deed as Deed<S>) };
}

/** Thrown by a handler that wants a yes before it goes on: the deed is undone, and the next 是 runs it as confirmed. */
export class Confirm extends Error {
  override readonly name = 'Confirm';
  constructor(readonly question: string) {
    super('confirm');
  }
}

/** Thrown by a handler that has to know one thing more: the deed is undone, and the answer goes into that slot. */
export class AskSlot extends Error {
  override readonly name = 'AskSlot';
  constructor(
    readonly slot: string,
    readonly question: string,
    /** True where the question names the whole deed: whoever answers it need not be read it back before. */
    readonly namesAll = false,
  ) {
    super('ask');
  }
}

export function optional<T>(kind: SlotKind<T>): SlotKind<T | undefined> {
  return { ...kind, optional: true };
}

/** A project or poll number. */
export const projectNo: SlotKind<number> = {
  field: { kind: 'number', read: text => readProjectNo(text) },
  ask: '请问是几号项目？例如回复“12号”。',
  accept: value => whole(value, 1, 1_000_000),
};

/** A project's number where the deed is possible without any. */
export const freeProjectNo: SlotKind<number | undefined> = optional({
  ...projectNo,
  field: { ...projectNo.field, isFree: true },
});

/** The number of a report. */
export const reportNo: SlotKind<number> = wholeNumber('请问是第几号报事？例如“报事7”。', 1, 9_999_999);

/** Money in fen, above zero; words that name no one sum are told apart. */
export const money: SlotKind<number> = {
  field: { kind: 'money' },
  ask: '请问是多少钱？请说一个准数，例如“200元”。',
  accept: value => {
    // A fixed form hands over the words.
    const fen = typeof value === 'string' ? exactFen(value) : value;
    return isWhole(fen, 1, Number.MAX_SAFE_INTEGER) ? fen : undefined;
  },
  diagnose: text => {
    // A sign in the midst of a number leaves open which number was meant.
    if (/\d\s*[¥￥$€£]\s*\d/u.test(text)) throw new Refusal('amount.vague', {});
    const { kind } = readAmount(text);
    if (kind === 'vague' || kind === 'range') throw new Refusal('amount.vague', {});
    if (kind === 'foreign') throw new Refusal('amount.foreign', {});
    if (kind === 'too-precise') throw new Refusal('amount.tooPrecise', {});
    if (kind === 'not-positive') throw new Refusal('amount.notPositive', {});
    if (kind === 'too-large') throw new Refusal('amount.tooLarge', { mostFen });
  },
};

function exactFen(said: string): number | undefined {
  const amount = readAmount(said);
  return amount.kind === 'exact' ? amount.fen : undefined;
}

/** The member's own words, of at most 500 characters. */
export function words(ask: string, most = 500): SlotKind<string> {
  return {
    field: { kind: 'words', most },
    ask,
    accept: value => {
      if (typeof value !== 'string' || value.trim() === '') return undefined;
      if ([...value].length > most) throw new Refusal('text.tooLong', { most });
      return value.trim();
    },
  };
}

/** Words in pieces, such as the lines of a budget; on a form each piece may have a line of its own. */
export function rows(ask: string, most = 500): SlotKind<string> {
  return { ...words(ask, most), field: { kind: 'rows', most } };
}

export function wholeNumber(ask: string, least: number, most: number): SlotKind<number> {
  return { field: { kind: 'number' }, ask, accept: value => whole(value, least, most) };
}

/** One of a few words; a form offers those of them that are said, each once. */
export function oneOf<T extends string>(
  ask: string,
  choices: readonly T[],
  said: readonly (readonly [NoInfer<T>, string])[] = choices.map(choice => [choice, choice]),
): SlotKind<T> {
  return { field: { kind: 'choice', choices: said }, ask, accept: value => choices.find(choice => choice === value) };
}

const rightly: ReadonlySet<unknown> = new Set(['一致', '相符', '对', '没错']);
const wrongly: ReadonlySet<unknown> = new Set(['不符', '不一致', '不对', '有误']);

/** Whether what somebody else entered agrees with what was checked: a form offers two words, people say others. */
export const agreeing: SlotKind<'一致' | '不符'> = {
  ...oneOf('请问一致还是不符？', ['一致', '不符']),
  accept: value => (rightly.has(value) ? '一致' : wrongly.has(value) ? '不符' : undefined),
};

/** 别老催俺, 不要一直发: that it shall stop, in other words. */
const pesters = /(?:别|甭|莫|不要|不用|不想|少)[^，,。]{0,6}(?:催|提醒|通知|发|弹|烦|吵)/u;

const noes: ReadonlySet<unknown> = new Set(['不用', '不要', '别', '不必']);

/** True for a word that wants something to stop. */
export function saysStop(how: unknown): boolean {
  return noes.has(how);
}

/**
 * Whether messages of a kind stop or go on. Both are said: a word that was not read must not count for its opposite. `said` is how either
 * stands on a form, `goesOn` what people say for going on.
 */
export function stopOrGoOn(
  ask: string,
  said: { readonly stop: string; readonly goOn: string },
  goesOn: readonly string[],
): SlotKind<'不用' | '继续'> {
  const kind = oneOf(
    ask,
    ['不用', '继续'],
    [
      ['不用', said.stop],
      ['继续', said.goOn],
    ],
  );
  const goes: ReadonlySet<unknown> = new Set(goesOn);
  return {
    ...kind,
    accept: value => (saysStop(value) ? '不用' : goes.has(value) ? '继续' : undefined),
    fills: text => (pesters.test(text) ? { how: '不用' } : undefined),
  };
}

/** One of a numbered list: answered by the number or by the words. */
export function numbered<const T extends string>(
  ask: string,
  choices: readonly (readonly [T, string])[],
  needed?: (slots: Readonly<Record<string, unknown>>) => boolean,
): SlotKind<T> {
  const lines = choices.map(([, said], index) => `${index + 1} ${said}`);
  return {
    field: { kind: 'choice', choices },
    ask: [ask, ...lines, '请回复前面的数字。'].join('\n'),
    ...(needed ? { needed } : {}),
    accept: value => choices.find(([choice]) => choice === value)?.[0],
    read: text => {
      const said = text
        .normalize('NFKC')
        .trim()
        .replace(/[。.、]$/u, '');
      const byNumber = /^\d{1,2}$/.test(said) ? choices[Number(said) - 1] : undefined;
      return (byNumber ?? choices.find(([, label]) => label === said))?.[0];
    },
  };
}

/** Something that was said or not; it is never asked for. */
export const flag: SlotKind<true> = {
  field: { kind: 'flag' },
  ask: '',
  accept: value => (value === true ? true : undefined),
};

/** A moment that the language has read as ISO 8601. */
export const moment: SlotKind<Date> = {
  field: { kind: 'moment' },
  ask: '请问到什么时候？例如“明晚八点”。',
  strict: true,
  accept: value => {
    const at = typeof value === 'string' ? new Date(value) : value;
    return at instanceof Date && !Number.isNaN(at.getTime()) ? at : undefined;
  },
  diagnose: (text, now) => {
    const { kind } = readDeadline(text, now);
    if (/截止|结束|为止/.test(text) && kind === 'past') throw new Refusal('poll.deadlinePast', {});
  },
};

export function list(ask: string): SlotKind<readonly string[]> {
  return {
    field: { kind: 'lines' },
    ask,
    accept: value => (Array.isArray(value) && value.every(item => typeof item === 'string') ? value : undefined),
  };
}

/** A whole number in bounds; a fixed form hands it over in digits, full-width ones included. */
function whole(value: unknown, least: number, most: number): number | undefined {
  const digits = typeof value === 'string' && /^\d{1,9}$/.test(value.normalize('NFKC'));
  const number = digits ? Number(value.normalize('NFKC')) : value;
  return isWhole(number, least, most) ? number : undefined;
}

/** One choice, or several of a card or a list. */
export function oneOrMore(
  ask: string,
  field: Pick<Field, 'choices' | 'read' | 'offered' | 'said'>,
): SlotKind<string | readonly string[]> {
  return {
    field: { kind: 'words', most: 500, ...field },
    ask,
    accept: value => {
      if (typeof value === 'string') return value.trim() === '' || value.length > 500 ? undefined : value.trim();
      const isList = Array.isArray(value) && value.length > 0 && value.every(item => typeof item === 'string');
      return isList ? value : undefined;
    },
  };
}

/** The name of a building, an entrance or a room, as the roster keeps it. */
export function named(ask: string, read: (said: string) => string | null, more?: Partial<Field>): SlotKind<string> {
  return {
    // The reader of the name is the white list.
    field: { kind: 'words', most: 20, read: text => text, ...more },
    ask,
    accept: value =>
      typeof value === 'string' || typeof value === 'number' ? (read(String(value)) ?? undefined) : undefined,
  };
}

/** An address of the roster, as it was said; or a name, where somebody is meant. */
export function place(ask: string): SlotKind<Place> {
  return {
    field: { kind: 'place', most: 60 },
    ask,
    accept: value => {
      if (typeof value !== 'string' || value.trim() === '') return undefined;
      return { said: value.trim(), ...placeLabels(readHousehold(value) ?? {}) };
    },
  };
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}
