import { maskName } from '../../../domain/masking.js';
import { segment } from '../../lexicon/segment.js';
import { findContacts } from './contacts.js';
import { findAddresses } from './household.js';

interface Hidden {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

/** What follows a name that is also an ordinary word; or it stands alone between marks. */
const behindName = /^(?:家|说|的|先生|女士)/u;
const markBefore = /(?:^|[^\p{L}\p{N}])$/u;
const markBehind = /^(?:$|[^\p{L}\p{N}])/u;
/** A number that is called a telephone, whatever its length; with the contacts, all that somebody can be rung up by. */
const called = /(?<=(?:电话|手机|座机|号码|微信|致电|联系)[^\d]{0,4})\d{7,8}(?!\d)/gu;
const lastSigns = /[\d零〇一二三四五六七八九十百]{2,6}(?=[室号房户]*$)/u;

/**
 * Words as everybody may read them: the rooms, telephones, accounts and names of people in them are masked, all else stays as it was said
 * (docs/domain.md 13.4). `names` are those that the roster knows; one that is also an ordinary word (高峰) is masked only where it stands as a name.
 */
export function openWords(text: string, names: readonly string[]): string {
  const rooms = findAddresses(text).flatMap(({ start, end, room }) =>
    room === undefined ? [] : [{ start, end, shown: roomHidden(text.slice(start, end)) }],
  );
  const numbers = [...findContacts(text), ...[...text.matchAll(called)].map(spanOf)].flatMap(({ start, end }) => {
    const said = text.slice(start, end);
    return /^[\d\s-]+[xX]?$/u.test(said) ? [{ start, end, shown: numberHidden(said) }] : [];
  });
  const people = names.flatMap(name => ([...name].length < 2 ? [] : placesOf(text, name)));
  const found: Hidden[] = [...rooms, ...numbers, ...people].toSorted((a, b) => a.start - b.start || b.end - a.end);
  let out = '';
  let at = 0;
  for (const { start, end, shown } of found) {
    if (start < at) continue;
    out += text.slice(at, start) + shown;
    at = end;
  }
  return out + text.slice(at);
}

function spanOf(found: RegExpExecArray): { start: number; end: number } {
  return { start: found.index, end: found.index + found[0].length };
}

/** `3号楼2单元301` is `3号楼2单元＊＊`: what is said in other signs than digits hides its whole room, too. */
function roomHidden(said: string): string {
  return said.replace(lastSigns, room => (/^\d{3,}$/u.test(room) ? `${room.slice(0, -2)}＊＊` : '＊＊'));
}

/** `138＊＊＊＊1234`, and of other numbers their last four digits. */
function numberHidden(said: string): string {
  const digits = said.replaceAll(/\D/gu, '');
  return `${/^1\d{10}$/u.test(digits) ? digits.slice(0, 3) : ''}＊＊＊＊${digits.slice(-4)}`;
}

function placesOf(text: string, name: string): Hidden[] {
  const places: Hidden[] = [];
  const isWord = text.includes(name) && segment(name).length === 1;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    if (!isWord || standsAsName(text, at, at + name.length))
      places.push({ start: at, end: at + name.length, shown: maskName(name) });
  return places;
}

function standsAsName(text: string, start: number, end: number): boolean {
  const behind = text.slice(end);
  return behindName.test(behind) || (markBefore.test(text.slice(0, start)) && markBehind.test(behind));
}
