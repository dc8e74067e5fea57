import { onlyOne } from '../../domain/only-one.js';
import { readInside } from '../../language/values/manner/said-inside.js';
import { homeWords } from '../../language/values/people/homes.js';
import { findAddresses, readHousehold } from '../../language/values/people/household.js';
import type { Question } from '../../store/question.js';
import type { Wish } from '../wish.js';

/** Kept with a question for a household: building and entrance of the one beside it, to which a bare door belongs. */
export const nearMark = 'near';

/** The slots that a home goes into. */
export const homeSlots: readonly string[] = ['payer', 'beneficiary', 'place'];

/** Answered by a household of the roster and by nothing else: 行，纸票我下午去找她签 is none. */
export const asksHome: ReadonlySet<string> = new Set(['place', 'beneficiary']);

/** Kept with what was said instead of the home that was asked for: it is not done for any other before that is known. */
const awaited = 'awaited';

/** What an answer leaves open of a home that was asked for stays asked for, though the deed could do without one. */
export function stillAsked({ intent, asks }: Question, wish: Wish): Wish {
  const isOpen = wish.intent === intent && asksHome.has(asks) && wish.slots[asks] === undefined;
  return isOpen && wish.slots[awaited] !== null ? { ...wish, slots: { ...wish.slots, [awaited]: asks } } : wish;
}

/** True for the home that was asked for and is not known yet. */
export function isAwaited(slots: Wish['slots'], name: string): boolean {
  return slots[awaited] === name;
}

const ownHome =
  /^(?:不是|就|是|算|给|替别人|替)*[，,\s]*(?:我|俺|咱)(?:们)?(?:自己)?(?:家|自己)(?:的|要|出|认|捐)*(?:吧|啊|呀)*[。.!！]*$/u;

/** 就是我家的 to the question for whom a promise is: for nobody else. */
export function forOwnHome({ intent, slots, asks }: Question, text: string): { readonly wish: Wish } | undefined {
  if (asks !== 'beneficiary' || !ownHome.test(text.trim())) return undefined;
  const { [asks]: _, ...others } = slots;
  return { wish: { intent, slots: { ...others, [awaited]: null }, sure: false, confirmed: false } };
}

/** 她住2号楼3单元501，出一百 to the question whose home it is: the one home that is named, and the sum beside it, which is read back. */
export function homeWithSum(
  { intent, slots, asks }: Question,
  text: string,
  now: Date,
): { readonly wish: Wish } | undefined {
  const home = onlyOne(findAddresses(text));
  if (home?.building === undefined || home.room === undefined || [...text].length > longest) return undefined;
  const sum = readInside('amount', `${text.slice(0, home.start)}，${text.slice(home.end)}`, now);
  const more = sum ? { amount: sum.value } : {};
  const said = text.slice(home.start, home.end);
  return { wish: { intent, slots: { ...slots, ...more, [asks]: said }, sure: !sum, confirmed: false } };
}

const longest = 40;

/** 不是2号楼3单元501, 2号楼3单元501不出了, …漏水了: what says of a home that it is not meant, or tells of it. */
export function isOfNoHome(text: string): boolean {
  const home = onlyOne(findAddresses(text));
  if (!home) return false;
  return notIt.test(text.slice(0, home.start)) || notTheirs.test(text.slice(home.end));
}

const notIt = /(?:不|没|别是|难道|好像|可能|也许)(?:是|住|在|给|算|替)?[^，,。；;\s]{0,3}$/u;
const notTheirs =
  /^(?:的|那|这|家|户|室|他|她|们|老[\p{Script=Han}]|[，,\s])*(?:也|可|又|还|先|就|都|说)*(?:不(?!是我)|没(?!错|问题)|别(?!.?错)|[漏堵坏停断跳]|[?？])/u;

const doorAlone = /^(?<door>\d{3,4})(?:室|户|的|家)*[。.]?$/u;

const unitAlone = /^\d{1,2}单元的?[。.]?$/u;
const withoutUnit = /^(?<building>\d{1,3}号楼)(?<room>\d{3,4})(?:室|户|的|家)*$/u;

/** 201 beside 3号楼1单元202, and 3号楼2单元 beside 302: what was said of the home before belongs to it. */
export function whereSaid({ [nearMark]: near }: Question['slots'], text: string): string {
  if (typeof near !== 'string') return text;
  const said = text.trim();
  if (doorAlone.test(said)) return doorAlone.test(near) ? text : `${near}${said}`;
  // 2单元 to 3号楼301, of which there are several.
  const whole = withoutUnit.exec(near)?.groups;
  if (whole && unitAlone.test(said)) return `${whole['building']}${said.replace(/[的。.]+$/u, '')}${whole['room']}`;
  const door = doorAlone.exec(near)?.groups?.['door'];
  return door !== undefined && isEntrance(said) ? `${said.replace(/[的。.]+$/u, '')}${door}` : text;
}

/** 3号楼2单元: a home without its door. */
function isEntrance(text: string): boolean {
  const { building, room } = readHousehold(text) ?? {};
  return building !== undefined && room === undefined;
}

/** What of a home was said where its door or its building is still to be asked; undefined where nothing of the kind was. */
export function nearSaid(asks: string, said: unknown): string | undefined {
  if (typeof said !== 'string' || !(asksHome.has(asks) || asks === 'payer')) return undefined;
  const text = said.trim();
  return doorAlone.test(text) || isEntrance(text) || withoutUnit.test(text)
    ? text.replace(/[的。.]+$/u, '')
    : undefined;
}

/** A home, or a part of one, that is all that was said, with the part that was said before it; undefined where more or something else was. */
export function homeSaid(
  slots: Question['slots'],
  text: string,
): { readonly words: string; readonly isWhole: boolean } | undefined {
  const said = text.trim().replaceAll(aroundHome, '');
  const { building, unit, room } = readHousehold(said) ?? {};
  const isAll = doorAlone.test(said) || onlyOne(findAddresses(said))?.end === said.length;
  if (!isAll) return undefined;
  const words = doorAlone.test(said) ? said : homeWords({ building, unit, room });
  const joined = whereSaid(slots, words);
  const isWhole = /\d{1,3}(?:号楼|-)/u.test(joined) && readHousehold(joined)?.room !== undefined;
  return isWhole || nearSaid('payer', joined) !== undefined ? { words: joined, isWhole } : undefined;
}

const aroundHome = /^(?:就是|是|在)|(?:的|家|那[户家]|[交给付]的)*[。.!！]*$/gu;
