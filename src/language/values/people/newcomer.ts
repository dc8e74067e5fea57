import { onlyOne } from '../../../domain/only-one.js';
import { type Household, readOwnHousehold } from './household.js';
import { readDigits, readWhole } from '../numbers.js';
import { surnames } from './people.js';
import { foldWidth } from '../width.js';

/** A word of a name that looks like one and is none. */
const none = /^(?:谢谢|多谢|你好|您好|大家|小区|物业|方便|马上|高兴|安全|和平|关于|单元|房号|门牌|楼长)/u;
const lead =
  /^(?:(?:我|俺|本人)(?:的)?|名字|姓名|大名|全名|真名|免贵|贵姓|叫做?|是|就是|应该是|不是[^，,。]{2,4}是|写的?是|改成|改为|哦|嗯|对|那)+[:：]?(?=.)/u;
const introduced = /(?:我|俺|名字|姓名|大名|本人)(?:叫|是|姓)?|叫|姓/u;

/**
 * What somebody who is not bound yet tells of the home and the name in one message of several: 就是3号楼啊, 二单元, 门牌302, 免贵姓韩，
 * 韩雪梅. Nothing is guessed.
 */
export function readPieces(text: string): Household {
  // 儿单元 was said as 二单元, and 一二三的二 says how a sign is written.
  const plain = foldWidth(text.trim())
    .slice(0, 100)
    .replace(/儿(?=单元)/gu, '二')
    .replace(/[一二三四五六七八九十]{2,5}的[一二三四五六七八九十]/gu, '');
  const said = readOwnHousehold(plain) ?? {};
  const room =
    said.room ?? door.exec(plain)?.groups?.['room'] ?? (said.building === undefined ? roomIn(plain) : undefined);
  const name = nameIn(plain) ?? said.name;
  return { ...said, ...(room === undefined ? {} : { room }), ...(name === undefined ? {} : { name }) };
}

/** 桂花的桂兰花的兰 says how the signs of a name are written, one behind the other: 桂兰. */
export function spelledSigns(text: string): string {
  const bare = text.replaceAll(/[一二三四五六七八九十]{2,5}的[一二三四五六七八九十]/gu, '');
  const signs = [...bare.matchAll(/(?<word>[\p{Script=Han}]{1,3}?)的(?<sign>[\p{Script=Han}])/gu)];
  return signs
    .flatMap(({ groups }) => (groups?.['word']?.includes(groups['sign'] ?? '') ? [groups['sign']] : []))
    .join('');
}

/** 门牌302 apart from its building. */
const door = /(?:门牌|房号|房间|门号|室号)(?:号|是|就是)*\s*(?<room>\d{3,4})(?!\d)/u;

function clausesOf(text: string): string[] {
  return text.split(/[\s，,。.!！?？;；、~…]+/u).filter(clause => clause !== '');
}

/** 幺零幺 一百零一, 302室: one room, however often it is said; null for anything beside it. */
function roomIn(text: string): string | undefined {
  const rooms = new Set<string | undefined>();
  for (const clause of clausesOf(text)) {
    const bare = clause.replace(/^(?:就是|是|门牌号?|房号|房间号?|我家|我住)+|(?:室|号|房|户|的|啊|呀)+$/gu, '');
    if (bare !== '') rooms.add(readDigits(bare) ?? readWhole(bare)?.toString() ?? undefined);
  }
  const [room, ...others] = rooms;
  return room !== undefined && /^\d{3,4}$/u.test(room) && others.length === 0 ? room : undefined;
}

/**
 * The one name that a message says: 免贵姓韩，韩雪梅，下雪的雪; 名字是道德的德 孙德福; 我叫孙德福; and at the end of an address (…的孙得福).
 * A bare name counts where nothing stands beside it but how it is written.
 */
function nameIn(text: string): string | undefined {
  const clauses = clausesOf(text);
  const names = new Set(
    clauses.flatMap(clause => {
      const bare = clause.replace(lead, '').replace(/(?:的|呀|啊|哈|吧)+$/u, '');
      return isName(bare) && (bare !== clause || clauses.every(isBeside)) ? [bare] : [];
    }),
  );
  const family = /姓(?<family>[\u4e00-\u9fa5])(?=$|[\s，,。.!！的])/u.exec(text)?.groups?.['family'];
  const fitting = [...names].filter(name => family === undefined || name.startsWith(family));
  if (fitting.length > 0) return onlyOne(fitting);
  const last = behindHome.exec(text)?.groups?.['name'];
  return last !== undefined && isName(last) ? last : undefined;
}

const behindHome = new RegExp(
  `(?:[\\d室户元楼][^，,。\\s]{0,6}|住户)的(?<name>[${surnames}][\\u4e00-\\u9fa5]{1,2})$`,
  'u',
);
const likeName = new RegExp(`^[${surnames}][\\u4e00-\\u9fa5]{1,2}$`, 'u');

function isName(words: string): boolean {
  return likeName.test(words) && !none.test(words) && !/的/u.test(words);
}

/** A clause that is a name, says how it is written (下雪的雪), or introduces it (免贵姓韩). */
function isBeside(clause: string): boolean {
  return (
    isName(clause.replace(lead, '')) ||
    /^[\u4e00-\u9fa5]{1,10}的[\u4e00-\u9fa5]$/u.test(clause) ||
    introduced.test(clause)
  );
}
