import type { Span } from './span.js';

/** What a poll is asked with beside yes and no: the labels as they stand, and the stretch that lists them. */
interface Options extends Span {
  readonly labels: readonly string[];
  /** True where marks tell one from the next; false where they were cut out of running words (刷白色还是米色). */
  readonly isListed: boolean;
}

const mostLabel = 20;
const label = '[^，,。；;、/|\\s?？！!（）()]{1,20}';
/** What closes a list: the deadline, a call to vote. */
const closing =
  /(?<![，,。；;\s])[，,。；;\s]*(?:截止|请(?:大家|各位|投)|大家|投票|每户|限|为期|[\d一二两三四五六七八九十半]{1,3}个?(?:天|小时|工作日|周|星期)(?:后|内|之内)|[今明后][天晚]|(?:这|本|下)?(?:周|星期|礼拜)[一二三四五六日天末]|\d{1,2}月|\d{1,2}[日号](?=截止|前|之前|投)|[^，,。；;\s、/|]{0,12}截止).*$/su;

/**
 * Finds the options of a poll: `白色还是米色`, `（东头/西头/北门）`, `A东头 B西头`, `1.包粽子 2.看电影`, one a line, `选项 九点半、十点`.
 * Undefined where fewer than two are named. A time among the labels is an option and no deadline.
 */
export function findOptions(text: string): Options | undefined {
  const listed = cued(text) ?? plans(text) ?? numbered(text) ?? bracketed(text) ?? byLine(text) ?? slashed(text);
  const found = listed ?? either(text);
  return found && { ...found, isListed: listed !== undefined };
}

type Found = Omit<Options, 'isListed'>;

function made(start: number, end: number, labels: readonly string[]): Found | undefined {
  const clean = labels
    .map(each => each.replace(/^[\s:：.、，,]+|(?<![\s，,。；;、?？!！])[\s，,。；;、?？!！]+$/gu, ''))
    .filter(Boolean);
  const usable = clean.length >= 2 && clean.length <= 20 && clean.every(each => [...each].length <= mostLabel);
  return usable && new Set(clean).size === clean.length ? { labels: clean, start, end } : undefined;
}

/** 选项 九点半、十点, 选项：东墙、北门、不动. */
function cued(text: string): Found | undefined {
  const cue = /(?:选项|候选|可选|备选)(?:是|有|为|分别是)?[\s:：]*/u.exec(text);
  if (!cue) return undefined;
  const from = cue.index + cue[0].length;
  const listed = text.slice(from).replace(closing, '');
  const inner = numbered(listed);
  if (inner) return { ...inner, start: cue.index, end: from + inner.end };
  return made(cue.index, from + listed.length, split(listed));
}

const aPlan = '方案[一二三四五六七八A-H1-9]';
const rowOfPlans = new RegExp(`${aPlan}(?:[、，,和或\\s]{1,2}${aPlan}){1,7}`, 'u');
const eachPlan = new RegExp(aPlan, 'gu');

/** 方案一、方案二、方案三里选一个. */
function plans(text: string): Found | undefined {
  const found = rowOfPlans.exec(text);
  return found ? made(found.index, found.index + found[0].length, found[0].match(eachPlan) ?? []) : undefined;
}

function split(listed: string): string[] {
  const sign = ['\n', '、', '/', '|', '；', ';', '，', ','].find(each => listed.trim().includes(each));
  if (sign)
    return listed
      .trim()
      .split(sign)
      .flatMap(part => (sign === '、' ? part.split(/(?:和|还是|或者?)(?=[^和]{1,8}$)/u) : [part]));
  return /\s/u.test(listed.trim()) ? listed.trim().split(/\s+/u) : listed.split(/还是|或者|或|和/u);
}

const letters = 'ABCDEFGH';
const circles = '①②③④⑤⑥⑦⑧⑨';

/** A东头 B西头 C北门; A.白色 B.米色; 1.包粽子 2.看电影; ①木头②石头: the marks count up from the first. */
function numbered(text: string): Found | undefined {
  const marks = [
    ...text.matchAll(
      /(?<![A-Za-z\d.])(?:(?<letter>[A-Ha-h])(?:[.、．:：)）]|\s?(?=[\p{Script=Han}\d])|\s)|(?<digit>[1-9])[.、．)）](?!\d)|(?<circle>[①-⑨])|(?:方案|选项)(?<plan>[一二三四五六])[:：])\s*/gu,
    ),
  ];
  const run = marks.filter((mark, index) => rankOf(mark) === index);
  const [first] = run;
  if (!first || run.length < 2 || run.length !== marks.length) return undefined;
  const starts = run.map(mark => mark.index + mark[0].length);
  const labels = run.map((_, index) => text.slice(starts[index], run[index + 1]?.index ?? text.length));
  const last = (labels.at(-1) ?? '').replace(closing, '').replace(/[，,。；;\n].*$/su, '');
  labels[labels.length - 1] = last;
  return made(first.index, (starts.at(-1) ?? 0) + last.length, labels);
}

function rankOf({ groups = {} }: RegExpExecArray): number {
  const { letter, digit, circle, plan } = groups;
  if (letter !== undefined) return letters.indexOf(letter.toUpperCase());
  if (digit !== undefined) return Number(digit) - 1;
  return circle === undefined ? '一二三四五六'.indexOf(plan ?? '') : circles.indexOf(circle);
}

/** （东头/西头/北门）, （白色、米色）. */
function bracketed(text: string): Found | undefined {
  const found = /[（(【[](?<list>[^）)】\]]{3,120}[/|、][^）)】\]]{1,60})[）)】\]]/u.exec(text);
  const list = found?.groups?.list;
  return found && list !== undefined ? made(found.index, found.index + found[0].length, split(list)) : undefined;
}

/** A head that asks, and each option on a line of its own. */
function byLine(text: string): Found | undefined {
  const lines = text.split('\n').map(line => line.trim());
  const from = lines.findIndex((line, index) => index > 0 && line !== '');
  if (from < 1) return undefined;
  const rest = lines.slice(from).filter(line => line !== '' && !/^.{0,12}(?:截止|投票时间|期限)/u.test(line));
  const options = rest.filter(line => !/[，,。；;？?！!]/u.test(line));
  if (options.length !== rest.length || !/投票|表决|选|[?？:：]$|什么|哪|怎么/u.test(lines[0] ?? '')) return undefined;
  const bare = options.map(line => line.replace(/^[-*•·]\s*/u, ''));
  const start = text.indexOf('\n') + 1;
  return made(start, text.indexOf(options.at(-1) ?? '', start) + (options.at(-1) ?? '').length, bare);
}

const slashedList = new RegExp(`(?<![\\d/])(?!\\d+/\\d)${label}(?:[/|]${label}){1,7}`, 'u');

/** 东头/西头/北门 without brackets; a date or a sum is no list. */
function slashed(text: string): Found | undefined {
  const found = slashedList.exec(text);
  if (!found || /https?|\d\/\d|同意.?\/|元\/|\/(?:户|人|月|年|天|次)/u.test(found[0])) return undefined;
  const [head = '', ...others] = found[0].split(/[/|]/u);
  const first = head.replace(/^.*(?:选|用|装|放|在|是|[:：])/u, '');
  return made(found.index + head.length - first.length, found.index + found[0].length, [first, ...others]);
}

const placing =
  '选择?|用|装在?|换成?|刷成?|放在?|定在?|改成?|买|建在?|种|要|是|铺|挂|走|做成?|涂成?|弄|安在?|盖在?|设在?|开在?|在|找|请';
const leadsIn = new RegExp(`^.*(?:${placing})(?=.)`, 'u');
const verb = new RegExp(`^(?:${placing})(?=.)`, 'u');
const asked = /(?:好|呢|合适|更好|划算|吧)?$/u;
const askedOf = /(?:的)?(?:好|呢|合适|更好|划算|吧)?$/u;

/** 白色还是米色, 用木头还是石头还是铁: what stands before 还是 behind the last verb or pause, and what stands after it. */
function either(text: string): Found | undefined {
  const found = /(?<left>[^，,。；;\s?？:：]{1,30}?)[，,\s]?(?<rest>(?:还是[^，,。；;、\s?？]{1,14}){1,5})/u.exec(text);
  const { left = '', rest = '' } = found?.groups ?? {};
  if (!found) return undefined;
  const before = left.replace(leadsIn, '');
  // 圆的还是方的: both end alike. 刷白色还是米色的好 ends the sentence.
  const behind = before.endsWith('的') ? asked : askedOf;
  const others = rest
    .split('还是')
    .slice(1)
    .map(each => each.replace(verb, '').replace(behind, ''));
  // 凉亭拆还是留: one sign at the right stands against one at the left.
  const own = others[0]?.length === 1 ? before.slice(-1) : before;
  const end = found.index + found[0].length;
  return made(found.index + left.length - own.length, end, [...own.split('、'), ...others]);
}
