import { readLines } from '../lexicon/lexicon.js';
import { asHeard } from './heard.js';
import { stripMentions } from './mention.js';
import { foldWidth } from './width.js';

/** What a member typed, cleaned for reading. */
interface Normalised {
  /** The member's own words, without mention, emoji and invisible signs. Pieces for free-text slots are cut from it. */
  readonly said: string;
  /** The same length, with slips of the keyboard and dialect signs set right and letters in capitals; rules read it. */
  readonly text: string;
  /** True when the emoji or the writing say that it is not meant. */
  readonly laughs: boolean;
  /** True for code, markup, and what is longer than anybody means. */
  readonly noise: boolean;
}

/** Nobody puts a vote behind so many characters; what is cut from them is kept whole, as a plan is. */
const longest = 1600;

const typos = new Map(readLines('typos.txt').map(line => line.split(/\s+/u) as [string, string]));
const typo = new RegExp([...typos.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gu');

// Control and format signs (line breaks aside), and the marks that pile up on letters.
const invisible = /(?!\n)\p{Cc}|\p{Cf}|\p{M}/gu;
const picture =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\[(?:[\u4e00-\u9fa5]{1,4}|[A-Z][a-z]{2,8})\]/gu;
const laughter =
  /[😂🤣😆😅🙄😏🤡🐶🤪😜😝]|\[(?:捂脸|笑哭|偷笑|坏笑|狗头|旺柴|白眼|呲牙|破涕为笑)\]|\(狗头\)|hhh|www(?!\.)|233+/iu;
const markup =
  /<\/?[a-z!][^>]{0,40}>|\bselect\b.{0,40}\bfrom\b|\b(?:drop|insert|delete|update)\s+(?:table|into|from)\b|\b(?:or|and)\s+['"]?1['"]?\s*=|```|\{\{|\$\{|\]\(https?:|=>|;--|\(\?[:=!<]/iu;
/** Spaces that stand between a figure and its unit are no pauses. */
const innerSpace =
  /(?<=[\d第#出捐认]) +(?=[元块万千百号楼栋单室个袋包%¥]|张(?![记氏]))|(?<=[第#出捐认]) +(?=\d)|(?<=[号楼栋]) +(?=\d+(?:单元|室))|(?<=单元) +(?=\d)|(?<=号) +(?=项目|提案|楼)|(?<=^) +/gu;

export function normalise(raw: string): Normalised {
  const noise = raw.length > longest || markup.test(raw);
  const isSimple = simple.test(raw);
  const laughs = laughter.test(raw);
  const said = withoutCourtesy(isSimple ? raw : cleaned(raw));
  return { said, text: meant(said), laughs, noise };
}

/** Calls and fillers before the matter, thanks and marks after it: they change nothing about what is meant. */
const call =
  /^(?:(?:那个|这个|嗯+|呃|喂|哎|诶|小助手|机器人|大家好|各位好|你好|您好|各位邻居|邻居们)[啊呀哈]?[，,、!！\s]+)+(?=.)/u;
const courtesy =
  /(?<![\s，,。.!！~～]|多谢|(?<![说声先多])谢谢)(?:(?<![说声先多])谢谢(?:啊|啦|了|大家|各位|书记|小助手)?|多谢|(?<=[\s，,。!！])(?:辛苦了?|麻烦了|拜托了?)|(?<=[^哈\s])哈|[\s，,。.!！~～])+$/u;

function withoutCourtesy(said: string): string {
  const matter = said.replace(call, '');
  const short = matter.replace(courtesy, '');
  return short === '' ? matter : short;
}

/** Nothing but Chinese signs, plain digits and the usual marks: most messages, and they need no cleaning. */
const simple =
  /^(?! )(?:[\u4e00-\u9fa5\dA-Za-z#，。、；！？…%]|(?<=[\u4e00-\u9fa5，。]) (?=[\u4e00-\u9fa5])(?! [\d]))*$/u;

function cleaned(raw: string): string {
  return foldWidth(stripMentions(raw.normalize('NFC')))
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r]/gu, ' ')
    .replace(picture, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/gu, ' ')
    .replace(innerSpace, '')
    .trim();
}

/** With slips of the keyboard and dialect set right, sign for sign. */
function meant(said: string): string {
  const capital = /[a-z]/.test(said) ? said.toUpperCase() : said;
  const text = asHeard(
    (capital.length === said.length ? capital : said).replace(typo, found => typos.get(found) ?? found),
  );
  if (!/[快筷园员原蚊文]/u.test(text)) return text;
  // 三百快, 300园, 两百蚊: the unit of money, misheard or in dialect.
  return text
    .replace(/(?<=[\d一二两三四五六七八九十百千万])(?:快(?![点些递要乐好完到速])|筷)/gu, '块')
    .replace(/(?<=[\d百千万])(?:园|员|原)(?=$|[\s,，。钱!！吧])/gu, '元')
    .replace(/(?<=[\d一二两三四五六七八九十百千万])[蚊文](?=$|[\s,，。钱!！吧啦嘅])/gu, '块');
}
