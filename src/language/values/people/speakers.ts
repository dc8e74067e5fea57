import { doorForm, findAddresses } from './household.js';
import type { MoodSpan } from '../manner/mood.js';
import { isSpeaker, titled } from './people.js';
import { rightBefore } from '../span.js';

/** Finds the stretches of a message that are not the speaker's own words, or not the speaker's own deed. */
export function speakersIn(text: string): MoodSpan[] {
  const forwarded = forwardedIn(text);
  if (forwarded.some(({ start, end }) => start === 0 && end === text.length)) return forwarded;
  const copied = [...forwarded, ...quotedIn(text), ...noticedIn(text)];
  const isCopied = ({ start }: MoodSpan): boolean => copied.some(span => start >= span.start && start < span.end);
  return [...copied, ...[...reportedIn(text), ...onBehalfIn(text)].filter(span => !isCopied(span))];
}

/** The head of a chat record, and of what was passed on from elsewhere. */
const recordHead = /(?:的聊天记录|聊天记录[:：]?)\s*$|^\[?(?:转发|合并转发)|^【?(?:转|转发|转自|帮转|代转)[】:：\]]/u;
/** `- - -`, the line that WeChat draws between a quoted message and the answer to it. */
const divider = /^\s*(?:[-—–_=*]\s?){3,}\s*$/u;
/** 王姐 2026/3/2 10:01:00 or 10:01 alone, as a copied record has it above each message. */
const stamped = /(?:^|\s)(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*)?(?:上午|下午|晚上)?\d{1,2}:\d{2}(?::\d{2})?\s*$/u;
const roll = /^\s*\d{1,3}\s*[.、．)）]\s*(?<who>[^\s:：,，]{2,14})/u;

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function linesOf(text: string): Line[] {
  let at = 0;
  return text.split('\n').map(line => {
    const start = at;
    at += line.length + 1;
    return { text: line, start, end: start + line.length };
  });
}

/**
 * A chat record is somebody else's from its head to the end; `王姐: …` is hers to the end of the line, or to the end of the
 * message when her name stands alone. Below the line of a quotation in 「」 the speaker answers in own words.
 */
function forwardedIn(text: string): MoodSpan[] {
  const lines = linesOf(text);
  const whole: readonly MoodSpan[] = [{ kind: 'forwarded', start: 0, end: text.length }];
  const reply = /^\s*「[^」]*」\s*\n\s*(?:[-—–_]\s?){3,}\s*\n/u.exec(text);
  if (reply) return [{ kind: 'quoted', start: 0, end: reply[0].length }];
  if (/(?:^|\n|[#＃])接龙/u.test(text) || lines.filter(line => isRolled(line.text)).length > 1) return [...whole];
  const head = lines.find(line => recordHead.test(line.text) || divider.test(line.text) || isStamped(line.text));
  if (head) return [{ kind: 'forwarded', start: head.start, end: text.length }];
  const spans: MoodSpan[] = [];
  for (const line of lines) {
    if (/^\s*[>＞]/u.test(line.text)) spans.push({ kind: 'quoted', start: line.start, end: line.end });
    const colon = /^(?<who>[^:：\n]{1,20})[:：]\s*(?<said>.*)$/u.exec(line.text)?.groups;
    if (!colon?.who || !isSpeaker(colon.who)) continue;
    spans.push({ kind: 'forwarded', start: line.start, end: colon.said ? line.end : text.length });
  }
  return spans;
}

function isRolled(line: string): boolean {
  const who = roll.exec(line)?.groups?.who;
  return who !== undefined && (isSpeaker(who) || isSpeaker(who.slice(0, 3)) || findAddresses(who).length > 0);
}

function isStamped(line: string): boolean {
  if (!stamped.test(line)) return false;
  const who = line.replace(stamped, '').trim();
  return who === '' || isSpeaker(who);
}

const pairs: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
];

/** Between quotation marks; a mark that is never closed holds to the end. Nested marks belong to the outer pair. */
function quotedIn(text: string): MoodSpan[] {
  const spans: MoodSpan[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const pair = pairs.find(([open]) => open === text[at]);
    if (!pair) continue;
    const close = closing(text, at, pair);
    spans.push({ kind: 'quoted', start: at, end: close });
    at = close - 1;
  }
  return spans;
}

/** 通知上写的是每户出200元: what stands on a notice is nobody's word. */
export const noticed =
  /(?:通知|公告|公示栏?|告示|海报|报纸|新闻|文件|牌子|传单|小区群|群公告)(?:上|里|栏)?(?:面)?(?:都|就|也|不是)?(?:写|说|贴|讲|登|印|发)(?:的|着|了)?(?:是)?/u;

function noticedIn(text: string): MoodSpan[] {
  const found = noticed.exec(text);
  if (!found) return [];
  return [{ kind: 'quoted', start: found.index, end: othersEnd(text, found.index + found[0].length) }];
}

function closing(text: string, from: number, [open, close]: readonly [string, string]): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === close && (open !== close || at > from)) depth -= 1;
    else if (text[at] === open) depth += 1;
    if (depth === 0 && at > from) return at + 1;
  }
  return text.length;
}

const kin =
  '(?:我|俺|咱)(?:们)?家?(?:那口子|老伴儿?|老公|老婆|媳妇儿?|对象|爱人|先生|太太|老头子?|老婆子|闺女|女儿|儿子|孩子|爸妈?|妈|父母|婆婆|公公|邻居|对门)';
const anybody =
  '他们?|她们?|人家|别人|旁人|有人|大家(?!好)|大伙儿?(?!好)|大多数|家家|户户|各家|各户|人人|物业|居委会?|业委会|社区(?!慈善|基金)|街道|开发商|领导|施工队|楼上|楼下|隔壁|对门|书记|主任|楼长|组长|网格员|会计|出纳|房东|租户';
const saying = '说|讲|表示|问|喊|嚷|答应|说过|告诉|通知|让|叫|劝|催|求|提到|反映|认为|觉得';
const doing = '同意|反对|弃权|赞成|支持|不同意|投|出|捐|认捐|认|交|附议|报名|签|撤';
const told = new RegExp(
  `(?<who>${titled}|${kin}|${anybody})(?:那边|那里|他们|家)?(?:刚才|昨天|今天|也|都|就|还|又|已经|在群里|跟我|对我|给我|和我){0,3}(?:(?:${saying})|(?:要|想|愿意|决定|打算)?(?:${doing}))|听(?:说|人说|讲)|据说|传言|都说|说是|据(?:.{1,6})(?:说|讲)`,
  'gu',
);

/** From the teller to the end of the sentence, or to where the speaker's own part begins (我爱人也同意，我家出200). */
function reportedIn(text: string): MoodSpan[] {
  const spans: MoodSpan[] = [];
  for (const found of text.matchAll(told)) {
    if (found.index < (spans.at(-1)?.end ?? 0)) continue;
    // 帮3号楼的王大爷捐 is for him, and told below; 听我说 calls on the listener.
    if (/[替帮代给为请][^，。,\n]{0,8}$/u.test(text.slice(Math.max(0, found.index - 9), found.index))) continue;
    spans.push({ kind: 'reported', start: found.index, end: othersEnd(text, found.index + found[0].length) });
  }
  return spans;
}

const deedWords =
  '投|认捐|认筹|捐|出|报名|报|交|签|登记|绑定|同意|反对|弃权|赞成|支持|不同意|附议|认|打|说|提|撤|退|记|评|领|换|兑';
const forWhom = new RegExp(
  `(?:代表|替|代(?!表)|帮)(?!(?:我|俺|咱|忙|大家|大伙|小区|着|下|一|价|收|缴|理|办|管|码|替|记|查|看|登))(?<who>[^，。,；;！!？?\\n]{1,20}?)(?:一起|也|先|再|来)?(?:${deedWords})`,
  'gu',
);
const own =
  /(?:我是|俺是|我家(?:是|住|在|住在)?|俺家(?:住|在)?|我住|我们(?:家|是)?|本户|住在?|自家|咱家|我的|本人|我|作为|身为)[\s，,（(]*$/u;
const acts = new RegExp(
  `^(?:室|户|号)?(?:的)?(?:老?[\\u4e00-\\u9fa5]{0,4}?)?(?:家|那家|这户|那户|一户)?[\\s，,]*(?:也|都|就|要|愿意|说|想)?(?:给|对)?(?:第?[\\d一二三四五六七八九十]{1,4}号)?(?:项目)?(?:${doing})`,
  'u',
);
const ofPerson = new RegExp(
  `(?<who>${titled}|(?:老[\\u4e00-\\u9fa5])家)(?:家)?(?:[^，。,；;！!？?\\n]{0,8}?)(?:${doing})`,
  'gu',
);

/** 302 303都说同意, 501也出: neighbours by their doors. */
const ofDoors = new RegExp(
  `(?<![\\d号楼元单元-])(?<who>${doorForm}(?:[\\s、，和跟]+${doorForm})*)(?:室|家|户)?(?:(?:都|也|全)+(?:说|要|愿意|想)*|(?:说|愿意))(?:${doing})`,
  'gu',
);

/**
 * For whom it is, when not for the speaker: what follows 替, 代, 帮; and an address or a person that the deed is told of.
 * An address that the speaker calls the own one (我是…, 我家住…) is none of these.
 */
function onBehalfIn(text: string): MoodSpan[] {
  const spans: MoodSpan[] = [];
  const add = (start: number, of: string): void => {
    if (!spans.some(span => start >= span.start && start < span.end))
      spans.push({ kind: 'onBehalf', start, end: othersEnd(text, start), of });
  };
  for (const { index, groups } of text.matchAll(forWhom)) if (groups?.who) add(index, groups.who);
  for (const { start, end } of findAddresses(text)) {
    if (own.test(text.slice(Math.max(0, start - 8), start))) continue;
    if (acts.test(text.slice(end, end + 24)) && !/^[\s，,]*(?:我|俺|咱)/u.test(text.slice(end)))
      add(start, text.slice(start, end));
  }
  for (const { index, groups } of text.matchAll(ofDoors)) if (groups?.who) add(index, groups.who);
  for (const { index, groups } of text.matchAll(ofPerson)) {
    // 俺跟老张俩人出一下午工: the speaker is one of them.
    if (groups?.who && !/[跟和与同]$/u.test(rightBefore(text, index, 1))) add(index, groups.who);
  }
  return spans;
}

/** The end of the sentence, or of the clause before one in which the speaker says 我. */
function othersEnd(text: string, from: number): number {
  const rest = text.slice(from);
  const found = /[。！!？?；;\n]|[，,、\s](?=(?:我|俺|咱|本人))/u.exec(rest);
  return found ? from + found.index : text.length;
}
