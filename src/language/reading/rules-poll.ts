import { asks, isQuoted, namesOthers, supposes } from './cues.js';
import { tidyWords } from './pieces.js';
import type { Finding, Scene, Slots } from './scene.js';
import { isoMinute } from '../values/clock.js';
import { findOptions } from '../values/options.js';
import { overlaps } from '../values/span.js';
import { findTimes, type TimeMention } from '../values/times.js';

export function findPolls(scene: Scene): Finding[] {
  if (!/票|表决|投|截止|同意|赞成|反对|弃权|决议/u.test(scene.plain) || scene.noise) return [];
  return [...findOpen(scene), ...findStatus(scene), ...findClose(scene)];
}

const poll =
  '(?:共识|意向|线上|网上|群里|小区|居民|业主|全体|正式|一轮|新的?|轮|次|场|一个|一次|个|下|项|关于.{1,20}的|就.{1,20}的|这个|№的?|群)*(?:投票|表决|票决|投个票|民意调查|意见征集|意见征询)';
const opening = new RegExp(
  `(?:发起|发布|开启|开始|启动|组织|新建|创建|建立|建|设置|设|发|开|搞|来|弄|整|做|进行|推|起|挂|举行|办|拉)(?:了|一个|一下|一轮|一场|一次|个|场|下|轮|起)*${poll}|(?:投个票|表决一下|投一下票|投票表决一下|投票决定一下|票决一下|来表个决)|(?:投票|表决)(?:现在|正式|今天)?(?:开始|启动)(?:了|啦)?[:：，,\\s]|^(?:№)?(?:的)?[\\s,，]*(?:投票|表决|共识投票|共识表决|票决|发起)[:：]|№(?:项目)?(?:的)?(?:共识|正式)?(?:投票|表决)(?:[:：，,\\s]+(?![我俺]|同意|反对|弃权|赞成|没意见)|(?=开始|启动|发起|选项|截止|问题))|(?:提交|提请|付诸|进入|上会)(?:全体|居民|大家|业主|共识)*(?:投票|表决)|(?:大家|各位|邻居们|请大家|请各位)(?:来)?(?:投票|表决|投个票)(?:一下)?[:：，,\\s]`,
  'u',
);
const optionsCue =
  /(?:选项|备选|候选|可选|选择)(?:有|为|是|包括|分别是|分别为|如下|:|：|\s)*|(?:分|有)(?=[^，,。]{1,12}[、/][^，,。]{1,12})/u;
const closingWords = /截止|为止|结束|到期|前投完|之前投|前完成|内投完|期限|时限|为期/u;

function findOpen(scene: Scene): Finding[] {
  const { plain, jested } = scene;
  const cue = opening.exec(plain);
  const listsOptions = /选项/u.test(plain) && /投票|表决/u.test(plain);
  if (!cue && !listsOptions) return [];
  if (cue && isQuoted(plain, cue.index, cue.index + cue[0].length)) return [];
  const head = cue ? plain.slice(0, cue.index) : '';
  // Talk about a poll: who opened it, when one will be opened, whether one is needed.
  const talk =
    /(?:谁|啥时候|什么时候|何时|几时|为啥|为什么|凭啥|怎么|咋|又|能不能|要不要|还没|没|别|不用|不要|不想|用不着|动不动就|上次|上回|去年|昨天|他们?|物业|人家|听说|等|会|将|快|马上要|准备|计划|应该|希望|建议|谁让|不该)(?:我|你|咱|大家|书记|再|都|就|要|能|可以|才|又|给)*$/u.test(
      head,
    ) ||
    /(?:发起|开|搞|弄|开始)的(?:投票|表决)|(?:投票|表决)(?:的)?(?:事|人|规则|资格|方式|方法|怎么|咋|是啥|是什么|有用|没用|有效|干啥|干嘛)|(?:发起|开|搞)(?:投票|表决)(?:吗|么|没|干|有|的)|开始(?:投票|表决)了?(?:吗|没|么)|投个票(?:都|也|这么|真|还|才|咋|怎么|费劲|太)|谁.{0,3}(?:发起|开)/u.test(
      plain,
    ) ||
    (cue !== null && supposes(head)) ||
    (cue !== null && /^(?:大家|各位|邻居们)/u.test(cue[0]) && !/选项|截止|还是|要不要|是否/u.test(plain));
  const score = talk ? 0.4 : jested ? 0.5 : cue ? 0.94 : 0.85;
  return [{ intent: 'poll.open', score, why: `open:${cue?.[0] ?? 'options'}`, slots: openSlots(scene) }];
}

/** The question, the options and the deadline, for who already knows that a poll is opened. */
export function openSlots(scene: Scene): Slots {
  const options = findOptions(scene.said);
  const deadlines = findTimes(withoutNumbers(scene), scene.now).filter(time => !options || !overlaps(time, options));
  return { no: scene.no, ...questionOf(scene, deadlines), deadline: deadlineOf(scene, deadlines) };
}

/** The words with the projects' numbers covered: 3号项目 is no day of the month. */
function withoutNumbers({ text, numbers }: Scene): string {
  let covered = text;
  for (const { start, end } of numbers)
    covered = covered.slice(0, start) + '#'.repeat(end - start) + covered.slice(end);
  return covered;
}

/** The deadline: the time that stands with 截止 and its kind, or the only time there is outside the question. */
function deadlineOf(scene: Scene, times: readonly TimeMention[]): string | undefined {
  const { text } = scene;
  const named = times.find(
    ({ start, end }) =>
      closingWords.test(text.slice(end, end + 6)) ||
      /(?:截止|期限|时限|为期|结束|截止时间)[^，。,]{0,6}$/u.test(text.slice(Math.max(0, start - 8), start)),
  );
  const chosen =
    named ??
    (times.length === 1 && closingWords.test(text)
      ? times[0]
      : times.findLast(({ start }) => start > text.length - 16));
  return chosen?.kind === 'at' ? isoMinute(chosen.at) : undefined;
}

/** What is asked: the words left when command, number, options and deadline are taken out. */
function questionOf(scene: Scene, times: readonly TimeMention[]): { question?: string; options?: readonly string[] } {
  const { said, text } = scene;
  let rest = text;
  const blank = (start: number, end: number): void => {
    rest = rest.slice(0, start) + '␀'.repeat(end - start) + rest.slice(end);
  };

  const options = optionsOf(scene) ?? findOptions(scene.said);
  if (options) blank(options.start, options.end);
  for (const { start, end } of times) {
    const before = /(?:截止(?:到|时间)?|期限|时限|到|至|为期|限|于|投票时间)(?:是|为|:|：|\s)*$/u.exec(
      text.slice(Math.max(0, start - 8), start),
    );
    const after =
      /^(?:\s*(?:就|都)?(?:截止|结束|为止|到期|前投完|之前投完|前完成|收票|关闭|投完|完成|出结果|唱票|关|见分晓|停止)(?:投票)?(?:了|吧)?|前|之前)/u.exec(
        text.slice(end),
      );
    if (after || before || start > text.length - 12)
      blank(start - (before?.[0].length ?? 0), end + (after?.[0].length ?? 0));
  }
  const pieces: { readonly start: number; readonly end: number }[] = [];
  for (const run of rest.matchAll(/[^\s，,。.!！;；␀\n]+/gu)) {
    const words = scene.text.slice(run.index, run.index + run[0].length);
    const trimmed = trimQuestion(words);
    if (!trimmed) continue;
    pieces.push({ start: run.index + trimmed.start, end: run.index + trimmed.end });
  }
  const asking = pieces.filter(
    ({ start, end }) =>
      /是否|要不要|还是|哪|什么|啥|吗|怎么|咋|同不同意|行不行|好不好|多少|用不用|该不该|能不能|可不可以|不|几/u.test(
        text.slice(start, end),
      ) || /[?？]/u.test(text.slice(end, end + 1)),
  );
  const chosen = asking.length > 0 ? asking : pieces;
  const first = chosen[0];
  const last = chosen.at(-1);
  if (!first || !last) return { options: options?.labels };
  const question = tidyWords(said.slice(first.start, first.end)).replace(/[?？]$/u, '');
  const either = options?.labels ?? eitherOr(question);
  return { question: question.length >= 2 ? question : undefined, options: either };
}

function trimQuestion(words: string): { readonly start: number; readonly end: number } | null {
  let start = 0;
  let end = words.length;
  for (let round = 0; round < 4; round += 1) {
    const piece = words.slice(start, end);
    const head =
      /^(?:[:：、]|(?:我来|我)?(?:张罗|发起|开启|开始|启动|组织|新建|创建|提请|发|开|搞|来|弄|整|做|进行|设|建|推|起|挂)(?:了|一个|一下|一轮|一场|一次|个|场|下|轮)*(?:关于)?(?:共识|意向|线上|居民|业主(?:大会|共同)?(?:普通|一般|重大|特别)?(?:事项)?(?:的)?|全体|正式|新|群)?(?:投票|表决|票决|投个票)(?:了|啦|吧|哈|一下|下)?|(?:共识|正式)?(?:投票|表决|票决)(?:开始|启动|主题|问题|内容|题目|事项|议题)?(?:了|啦|吧|是|为)?(?=[:：]|$)|(?:问题|题目|主题|议题|内容|事项)(?:是|为|[:：])|(?:#\d+|(?:第)?[\d一二三四五六七八九十百]+号(?!楼|院|栋|线|门))(?:项目|提案)?(?:的|现在|现)?|(?:项目|提案)(?=$)|请(?:大家|各位)?(?:邻居)?(?:们)?(?:投票|表决|来投票|投个票)?(?=$|[:：])|大家(?:来)?(?:投票|表决|投个票|投一下)(?:一下)?|各位(?:邻居|业主|居民)?(?:们)?(?:好|投个票)?|投个票|现?就(?=.{4})|关于(?=.{2})|对(?=.{3,}(?:投票|表决))|麻烦|小助手|帮我|帮忙|给我|书记|那个|我(?:来|要|想)?(?=发起|开)|我来|俺来|现在|现(?=就|对)|支部(?:决定|研究|定了)|决定)/u.exec(
        piece,
      )?.[0].length ?? 0;
    const tail =
      /(?:(?:的)?(?:共识|意向)?(?:投票|表决)(?:一下)?(?:开始|启动)?(?:了|啦|吧)?|(?:大家|咱|请)?(?:来)?(?:投个票|表个决|投票吧|表决一下|投一下|投票|表决|选一下|选选|定一下|决定一下)(?:吧|哈)?|请(?:大家|各位)?.{0,2}(?:投票|表决)|请选|[:：、]|截止|的投票|发起|大家看看|谢谢|吧|进行)$/u.exec(
        piece,
      )?.[0].length ?? 0;
    if (head === 0 && tail === 0) break;
    start += head;
    end -= start + tail > end ? 0 : tail;
    if (start >= end) return null;
  }
  const rest = words.slice(start, end);
  if (!/[一-龥]/u.test(rest) || rest.length < 2) return null;
  if (
    /^(?:[一两二三四五六几]种?(?:个)?(?:方案|选项|款式)$|谢谢|辛苦|大家|请(?:大家|各位)|各位|麻烦|赶紧|抓紧|都来|积极|踊跃|欢迎|邻居|每户一票|一户一票|逾期|过期|期限|截止|结束|限时|为期|注意|投票|表决|记得|请|支部|希望|开始|现在|同意.?(?:不同意|反对).{0,4}|选项|就|小助手|组织|党支部|三选一|二选一|今天|在群里|即日起|从现在|匿名|实名|(?:启动|发起|开始|开启|组织|进行|举行|发起一下|一下)$|(?:发起|启动|开启|组织)(?:一下)?第?[\d一二三四五六七八九十百]+号)/u.test(
      rest,
    ) &&
    !/是否|要不要|还是|哪|吗/u.test(rest)
  )
    return null;
  return { start, end };
}

interface Listed {
  readonly labels: readonly string[];
  readonly start: number;
  readonly end: number;
}

const listEnd = /[。;；\n]|[，,\s]+(?=[^，,、\s]{0,12}(?:截止|结束|为止|点|今晚|明晚|投完|每户|大家|请))/u;

/** 选项白色、米黄、浅灰: the labels as typed, in order. */
function optionsOf({ said, text }: Scene): Listed | undefined {
  const asked = optionsCue.exec(text);
  const cue = asked ?? listAfter.exec(text);
  if (!cue || (cue[0].length === 0 && !listAfter.test(text))) return lettered(said);
  const from = cue.index + cue[0].length;
  const stop = text.slice(from).search(asked ? listEnd : /[。;；，,\s]/u);
  const listed = said.slice(from, Math.min(from + 200, stop < 0 ? said.length : from + stop));
  const byLetter = lettered(listed);
  if (byLetter) return { labels: byLetter.labels, start: cue.index, end: from + byLetter.end };
  const labels = splitOptions(
    listed.replace(/[，,\s]*(?:截止|请|大家|[今明后][天晚]|周|本周|下周|\d+(?:天|小时)).*$/u, ''),
  );
  return labels.length >= 2 ? { labels, start: cue.index, end: from + listed.length } : lettered(said);
}

/** 垃圾房挪哪儿，东墙、北门、原地不动: after the question, a list is one of options. */
const listAfter =
  /(?<=(?:哪儿?|啥|什么|咋弄|怎么弄|颜色|谁家的?|几点|哪天|样式|款式)[?？]?[，,\s:：])(?=[^，,。\s、]{1,8}、[^，,。\s、]{1,8})(?:有|选)?/u;

/** The labels of a list as people write it: with 、, slashes, commas or spaces. */
export function splitOptions(listed: string): string[] {
  const separator = /、/u.test(listed)
    ? /、/u
    : /[/|]/u.test(listed)
      ? /[/|]/u
      : /[，,]/u.test(listed)
        ? /[，,]/u
        : /\s/u.test(listed.trim())
          ? /\s+/u
          : /和|还是|或者?|跟|与/u;
  return listed
    .split(separator)
    .flatMap(part => (separator.source === '、' ? part.split(/(?:和|还是|或者?)(?=[^和]{1,8}$)/u) : [part]))
    .map(part =>
      tidyWords(part).replace(
        /^(?:还是|或者|和|或|还有|以及)|(?:两个|三个|四个|两种|三种|几种|二选一|三选一|两项|三项|等)$/gu,
        '',
      ),
    )
    .filter(label => label !== '' && label.length <= 20);
}

/** A白色 B米黄, A.白色 B.米黄: the labels are the words after the letters, with the letters when nothing else is said. */
function lettered(said: string): Listed | undefined {
  const all = [
    ...said.matchAll(/(?<=^|[\s，,、;；:：。]|选项|[(（])([A-Fa-f])\s*[.、:：)）]?\s*([^A-Fa-f\s，,、;；。]{1,14})/gu),
  ];
  if (all.length < 2) return undefined;
  const start = all[0]?.index ?? 0;
  const last = all.at(-1);
  return { labels: all.map(([, , label = '']) => label), start, end: (last?.index ?? 0) + (last?.[0].length ?? 0) };
}

/** 选木头还是石头 names two options. */
function eitherOr(question: string): string[] | undefined {
  const found =
    /^(?:.*?(?:选择?|用|装|换成?|刷成?|放在?|定在?|改成?|买|建在?|种|要|是|铺|挂|走|做成?|涂成?|弄|安|盖在?|设在?|开在?|在|找|请))?(?<left>[^，。]{1,12}?)(?:的)?(?:,|，|\s)?还是(?:选|用|装|换成?|刷成?|放在?|定在?|改成?|买|建在?|种|要|是|铺|做成?|涂成?|安|盖在?|设在?|在|找|请)?(?<right>[^，。]{1,12}?)(?:的)?(?:好|呢|合适|更好|划算)?$/u.exec(
      question,
    );
  const { left, right } = found?.groups ?? {};
  if (left === undefined || right === undefined) return undefined;
  // 凉亭拆还是留: one sign at the right stands against one at the left.
  return [tidyWords(right.length === 1 ? left.slice(-1) : left), tidyWords(right)];
}

const status = new RegExp(
  [
    '(?:多少|(?<![那这好])几|哪些|哪几|有谁|都谁|谁)(?:个|位|户|家|人|张)?(?:人|户|家|票)?(?:都|已经?|还|是)?(?:没|没有|未)?(?:投|同意|赞成|反对|弃权|表决|支持)',
    '(?:投|有|得|收到?|共|赞成|反对|同意|弃权|差)(?:了|的|到)?(?:多少|几)(?:个|张|户)?(?:票|人|户|家)',
    '(?:投票|表决|票)(?:进行|搞|弄|投)?(?:得|的|到)?(?:咋样|怎么样|怎样|如何|啥样)|票数|得票|计票|票(?:是)?(?:多少|咋样|怎么样)|(?:投票|表决|投)(?:的)?(?:情况|结果|进展|进度|统计|数据|明细|名单|状态|到哪|咋样|怎么样|如何|多少|几|啥情况|过半|有结果|截止时间|啥时候截止|什么时候截止|几点截止|啥时候结束|什么时候结束|还有多久|出结果)',
    '(?:同意|反对|赞成|支持|弃权|投票|投)(?:的)?(?:人|户|票)?(?:数)?(?:多不多|多吗|多少|有几|多么|够不够|够了吗|过半了|占|比例|有多少)',
    '(?:谁|哪家|哪户|哪些(?:人|户|家))(?:家)?(?:都)?(?:还)?(?:没|没有|未)(?:投|表态|表决)|谁(?:都)?投(?:了|过)|都有谁(?:投|同意|反对)|过半(?:了)?(?:没|吗)|投(?:上|成|进去|成功)(?:了)?(?:没|吗)|(?:投票|表决)(?:结果)?(?:通过|过)(?:了)?(?:没|吗)|还(?:有|差)(?:多少|几)(?:户|家|人|票)',
    '(?:看|查|瞅|瞧|公布|发|报|晒)(?:一?下|看|个|出来)?(?:№)?(?:的)?(?:投票|表决|票)|(?:同意|反对|赞成).{0,4}(?:多|少)(?:还是|不)',
  ].join('|'),
  'u',
);

function findStatus({ plain, bare, no, clauses, jested, text }: Scene): Finding[] {
  const cue = status.exec(plain);
  if (!cue)
    return /^№?(?:的)?(?:投票|表决)(?:情况|结果)?$/u.test(bare) && /情况|结果/u.test(bare) ? [make(0.9, bare, no)] : [];
  if (isQuoted(plain, cue.index, cue.index + cue[0].length)) return [];
  if (
    /怎么投|咋投|如何投|资格|才能通过|算通过|几票通过|多少票(?:才|能|算)|一户几票|每户几票|几票制|彩票|车票|发票|谁(?:让|叫)|谁.{0,4}(?:同意|投)(?:的)?(?:谁|就)|凭啥|管他|无所谓|不关心|谁投.{0,4}谁|投了也|要是|如果|谁同意了$|谁说|都投了吗.{2}|投谁|快投|赶紧投|记得投|别忘|投A|谁投反对/u.test(
      plain,
    )
  )
    return [make(0.4, cue[0], no)];
  if (/筹|钱|₥|积分/u.test(plain) && !/票|投|表决/u.test(plain)) return [];
  const opens = opening.test(text) && /[:：]|选项|截止$/u.test(plain) && !/情况|结果|多少/u.test(plain);
  const long = plain.length > 40 || clauses.length > 4;
  return [make(opens ? 0.5 : jested ? 0.5 : long ? 0.6 : 0.93, cue[0], no)];
}

function make(score: number, cue: string, no: number | undefined): Finding {
  return { intent: 'poll.status', score, why: `status:${cue}`, slots: { no } };
}

const closing =
  /(?:结束|关闭|关掉|关了|关上|关|截止|停止|停了|停掉|停|终止|中止|终结|收|收了|收掉|封|叫停|收尾|下线|关停|取消|撤掉|截了|完结|提前结束|提前截止)(?:了|掉|一下|下|吧)?(?:№)?(?:项目)?(?:的)?(?:本次|这次|这个|这轮|那个|此次|本轮|第?[一二三]轮|共识|咱们?的?|小区的?|我发起的|关于.{1,12}的)*(?:项目)?(?:的)?(?:投票|表决|票)|(?:投票|表决)(?:通道)?(?:就|可以|现在|也|都|该|到此|到这儿?|到这里|已经|先|给|马上|请|能|提前|给我|给俺|这就|帮我|麻烦|时间到|到点了?|[\s,，])*(?:结束|关闭|关掉|关了|关|截止|停止|停了|停|终止|为止|收了|收|封|完结|叫停)/u;

function findClose({ plain, no, clauses, asked, supposed }: Scene): Finding[] {
  const cue = closing.exec(plain);
  if (!cue || isQuoted(plain, cue.index, cue.index + cue[0].length)) return [];
  const opens = opening.exec(plain);
  const times = /[:：].{3,}截止|后截止|前截止|点截止|[天日号晚底末五六]截止|截止(?:时间|到|日期)|截止.{0,3}\d/u.test(
    plain,
  );
  if ((opens && !/^(?:结束|关|停|终)/u.test(cue[0]) && times) || /选项/u.test(plain)) return [];
  const isAsked =
    (asked &&
      /吗|么|没$|没有$|[?？]|啥时候|什么时候|几点|何时|多久|谁|咋|怎么|为啥|为什么|哪|能不能|多少|几/u.test(plain)) ||
    clauses.some(clause => clause.asked);
  const tells =
    /(?:别|不要|不能|不该|还没|没|快|就要|即将|要|怕|等|已经|昨天|刚才|上次|早就|提前|怎么就|咋就)(?:把)?(?:结束|关|截止|停|终止)|快(?:要)?(?:结束|截止)|(?:投票|表决)(?:已经|早就|都|昨天|上次|马上就要|马上要|快要|快|就要|即将|要|没|还没)(?:[一-龥]{0,3})(?:结束|截止|关)|(?:投票|表决)(?:已|都)?(?:截止|结束)了(?:啊|吗|我|才|还|就|也|怎么|咋|[，,\s]+(?:我|才|还|怎么|咋|俺))|结束(?:以后|之后|后|前|了再|了才|的时候|再)|截止(?:前|之前|以后|后)|(?:投票|表决)(?:结束|截止)了$/u.test(
      plain,
    ) && !/请|麻烦|帮|可以关|把.{0,8}关|提前(?:结束|截止|关)/u.test(plain);
  const others = namesOthers(plain) && !/大家|都|各位|人家/u.test(plain);
  const score =
    isAsked || supposed || (asks(plain.replace(/[吧了]$/u, '')) && /吗|咋|怎么/u.test(plain))
      ? 0.35
      : tells
        ? 0.45
        : others
          ? 0.6
          : 0.94;
  return [{ intent: 'poll.close', score, why: `close:${cue[0]}`, slots: { no } }];
}
