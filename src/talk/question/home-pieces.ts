import { onlyOne } from '../../domain/only-one.js';
import { homeWords } from '../../language/values/people/homes.js';
import { findAddresses, readHousehold } from '../../language/values/people/household.js';
import type { Question } from '../../store/question.js';

/** Kept with a question for a household: building and entrance of the one beside it, to which a bare door belongs. */
export const nearMark = 'near';

/** The slots that a home goes into. */
export const homeSlots: readonly string[] = ['payer', 'beneficiary', 'place'];

/** Answered by a household of the roster and by nothing else: 行，纸票我下午去找她签 is none. */
export const asksHome: ReadonlySet<string> = new Set(['place', 'beneficiary']);

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
