import { costClause, costIn } from '../values/costs.js';
import { asks, isQuoted, namesOthers, supposes, tells } from './cues.js';
import { tidyWords } from './pieces.js';
import type { Finding, Scene } from './scene.js';
import { findRaised } from './rules-raise.js';
import { wordsOf } from './sentence.js';

export function findProposals(scene: Scene): Finding[] {
  if (scene.noise) return [];
  return [
    ...findSupport(scene),
    ...findClassify(scene),
    ...findPublish(scene),
    ...findWithdraw(scene),
    ...findRaised(scene),
    ...findList(scene),
    ...findShow(scene),
  ];
}

function findSupport(scene: Scene): Finding[] {
  const { plain, asked, jested, no, bare } = scene;
  const cue =
    /附议|联名|联署|(?:支持|顶|挺|赞同|赞成)(?:一下|一个)?(?:这个|该|此|那个|他的?|她的?|№)?(?:的)?(?:提案|提议|建议|倡议)|^(?:№)?(?:我|俺)?(?:家)?(?:也)?(?:\+1|加1|加一|顶一?下?|顶|跟1|跟一个)$/u.exec(
      plain,
    );
  const byNumber = cue ? null : /(?:我|俺|我家|俺家|也)?(?:支持|顶|挺)№$/u.exec(bare);
  const found = cue ?? byNumber;
  if (!found || isQuoted(plain, found.index, found.index + found[0].length)) return [];
  const isWord = found[0] === '附议';
  const before = plain.slice(0, found.index);
  const after = plain.slice(found.index + found[0].length);
  const clause = scene.clauses.find(({ start, end }) => start <= found.index && found.index < end);
  const talk =
    (asked &&
      (clause?.asked === true || /吗|么$|没$|谁|多少|几|咋|怎么|啥|哪|有没有|能不能|要不要|如何/u.test(plain))) ||
    supposes(plain) ||
    (/(?:不|没|别|谁|有人|没人|几个|撤回|取消|收回|不用|不再|还没|等|需要|再来|求|快来|都来|来个|请(?:大家|各位)|大家|欢迎|感谢|谢谢|上次|上回|以前|之前|去年)[^，。,]{0,4}$/u.test(
      before,
    ) &&
      !/[我俺]也?$/u.test(before)) ||
    /^(?:的人|者|数|人数|够|书|了(?:吗|没|也|又|半天|好几|有啥)|过|的那|才|就能|就行|的不|算|几|一个都没|也没用|通过)/u.test(
      after,
    );
  const told =
    (namesOthers(before) || tells(before)) &&
    !/[我俺咱](?:们)?(?:家)?(?:也|都|就|来|再|坚决|举双手)*$/u.test(before) &&
    !/提的|的提案|说的/u.test(before);
  const shortNo = no ?? wholeAfter(scene.text);
  const score = talk
    ? 0.35
    : told
      ? 0.4
      : jested
        ? 0.5
        : isWord
          ? 0.96
          : byNumber
            ? /(?:支持|顶|挺)[^，。]{0,10}(?:提案|提议)/u.test(scene.text)
              ? 0.92
              : 0.62
            : /^(?:№)?(?:我|俺)?(?:家)?(?:也)?(?:\+1|加|顶|跟)/u.test(found[0])
              ? 0.6
              : 0.88;
  return [{ intent: 'proposal.support', score, why: `support:${found[0]}`, slots: { no: shortNo } }];
}

/** 附议16 names the number without 号. */
function wholeAfter(text: string): number | undefined {
  const digits = /附议\s*(\d{1,4})(?:$|[\s，,。])/u.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const classes: readonly (readonly [string, RegExp])[] = [
  ['urgent', /迫切(?:需求|需要)?(?:类|型)?|急需(?:类)?|紧急(?:类|需求)|迫需/u],
  ['light', /轻量(?:影响|级)?(?:类|型)?|轻微影响(?:类)?|轻影响类?/u],
  ['quality', /品质(?:提升|改善|提高)(?:类|型)?|品质类|质量提升类|提升品质类|提质类|提升类/u],
];

/** The funding class that a text names. */
export function classOf(text: string): string | undefined {
  return classes.find(([, words]) => words.test(text))?.[0];
}

function findClassify(scene: Scene): Finding[] {
  const { plain, no, asked, jested, clauses } = scene;
  const all = classes.filter(([, words]) => words.test(plain));
  const [kind] = all;
  if (!kind) return [];
  const words = kind[1].exec(plain)?.[0] ?? '';
  const acts = /归|定|列|分|划|按|算|改|调|设|标|评|属于|归类|分类|纳入|放|入|为|走|类别|记|选|给|属/u.test(plain);
  const firm = /类|影响|提升/u.test(words) || acts;
  if (!firm || (no === undefined && !acts)) return [];
  const talk =
    (asked &&
      (clauses.some(each => each.asked) ||
        (/吗|么$|谁|咋|怎么|啥|什么|哪|几|是不是|算不算|该不该|能不能|为/u.test(plain) &&
          /吗|谁|咋|怎么|啥|什么|哪|几|是不是|该不该|能不能|为啥|为什么/u.test(plain)))) ||
    supposes(plain) ||
    /应该|觉得|凭|建议|希望|算(?:是|不)|不(?:算|是|应|该|属)|怎么能|上次|都是|区别/u.test(plain);
  // 不是轻量影响，是迫切需求: the later of two counts.
  const chosen = all.length > 1 ? lastNamed(plain, all) : kind[0];
  const score = talk ? 0.4 : jested ? 0.5 : no === undefined ? 0.72 : 0.95;
  return [{ intent: 'proposal.classify', score, why: `classify:${words}`, slots: { no, class: chosen } }];
}

function lastNamed(plain: string, all: readonly (readonly [string, RegExp])[]): string | undefined {
  const places = all.map(([name, words]) => ({ name, at: plain.search(words) }));
  const affirmed = places.filter(
    ({ at }) => !/(?:不是|不属于|从|由|原来是?|原)$/u.test(plain.slice(Math.max(0, at - 4), at)),
  );
  return affirmed.toSorted((a, b) => b.at - a.at)[0]?.name;
}

const publishing =
  /(?:发布|公布|公示|公告|公开|发出|发一下|出台|下发|张贴|上传|挂出|发)(?:了|一下|下|出)?(?:№)?(?:项目)?(?:的|号)?(?:实施|施工|最终|正式|改造|具体|详细|建设|项目)*(?:方案|计划)|方案[^，。,]{0,10}[，,\s]*(?:现|特|兹)?(?:予以?|正式)(?:发布|公布|公示|公开)|(?:方案)(?:现在|现|已|已经|正式|予以|如下|进行|今天|今日|这就|定稿|已定)*(?:发布|公布|公示|公开|出炉|定了|确定|出来|如下|敲定|:|：)|方案(?:内容)?[:：]/u;

function findPublish(scene: Scene): Finding[] {
  const { plain, no, asked, jested, bare } = scene;
  const cue = publishing.exec(plain);
  if (!cue || isQuoted(plain, cue.index, cue.index + cue[0].length)) return [];
  if (/积分|兑换|投票|表决|选方案|选项/u.test(plain) && !/公示方案|发布方案|方案公示|方案发布/u.test(plain)) return [];
  const wants =
    /(?:看|查|瞅|瞧|给我|给俺|给大家发|想|问|了解|知道|能不能|麻烦|帮我|让我|让俺|瞄)(?:一下|看|下)?/u.test(
      plain.replace(/大家看|各位看|请看/gu, ''),
    ) && !/[:：]|内容/u.test(plain);
  const talk =
    (asked && /[?？]|吗|没$|没有$|啥|什么|咋|怎么|谁|何时|几时|多久|哪|几|呢$/u.test(plain)) ||
    supposes(plain.split(/[:：]/u)[0] ?? plain) ||
    /(?:才|再|就|等|应该|希望|必须|赶紧|快|没|还没|不|别|早|记得|先)(?:把)?(?:方案|公示|公布|发布|公开)|方案.{0,4}(?:不|没|还没|咋|啥时候|什么时候)(?:公示|公布|公开|发)|(?:公示|公布|公开)(?:之后|以后|后|前|期|栏|了(?:再|才|吗|没)|的方案)/u.test(
      plain,
    );
  const isVague =
    /(?:发|发出|发一下)(?:№)?(?:的)?方案/u.test(cue[0]) && /发(?!布)/u.test(cue[0]) && !/[:：]/u.test(plain);
  const cost = costIn(scene);
  const text = planText(scene);
  const bareCommand = no === undefined && text === undefined && cost === undefined;
  const onlyColon = cue[0].startsWith('方案') && !/发布|公布|公示|公开/u.test(plain) && no === undefined;
  const score = talk
    ? 0.35
    : jested
      ? 0.5
      : wants && text === undefined
        ? 0.4
        : wants
          ? 0.55
          : isVague && text === undefined && cost === undefined
            ? 0.45
            : bareCommand
              ? /公开|公示$/u.test(bare)
                ? 0.45
                : 0.7
              : onlyColon
                ? 0.6
                : 0.93;
  return [{ intent: 'plan.publish', score, why: `publish:${cue[0]}`, slots: { no, cost, text } }];
}

const planNoise =
  /^(?:发布|公布|公示|公告|公开|发出|发一下|出台|下发|挂出|上传|№|项目|的|实施|施工|最终|正式|改造|具体|详细|建设|方案|计划|现在|现|已经|已|正式|予以|进行|如下|内容是?|为|是|[:：\s,，、]|支部(?:会议|大会|研究|会)?(?:定了|研究|决定|通过|同意|讨论)?(?:了)?|经(?:支部|研究|讨论|会议)?(?:研究|讨论|决定|同意)?|研究决定|会议(?:定了|通过|决定)|定了|书记|兹|特|予以?|今天|今日|特此|大家看|请大家看|请看|大家|各位邻居|各位|邻居们|了|一下|下|把|将|第.版|敲定|出炉|定稿|确定|并(?=公示|发布|公布|公开)|出来了?|如下|主要|就是|兹|给大家|我|来|这就|初步|最后)+/u;
function planText(scene: Scene): string | undefined {
  const pieces: { readonly start: number; readonly end: number }[] = [];
  for (const { text, start, end } of scene.clauses) {
    const hidden = text.replace(costClause, found => '␀'.repeat(found.length));
    const head = planNoise.exec(hidden)?.[0].length ?? 0;
    const rest = hidden.slice(head).replaceAll('␀', '').replace(/№/gu, '');
    if (
      rest.length < 2 ||
      /^(?:请(?:大家|各位)|大家|欢迎|有意见|有异议|谢谢|辛苦|公示期|公示|以上|特此|大家看|方案|麻烦)/u.test(rest)
    )
      continue;
    const from = hidden.indexOf(rest, head);
    pieces.push(from < 0 ? { start: start + head, end } : { start: start + from, end: start + from + rest.length });
  }
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return undefined;
  const words = tidyWords(wordsOf(scene, first.start, last.end));
  return words.length >= 2 ? words : undefined;
}

const undoing =
  '撤回来|撤回|撤销|撤掉|撤下来|撤下|撤了|撤|收回|不提了|取消|作废|删掉|删了|删除|拿掉|终止|不要了|算了|收了';
const withdrawal = new RegExp(
  `(?:${undoing}).{0,10}(?:提案|提议|建议|议题|立项|我提的|俺提的|提的)|(?:提案|提议|建议|议题|立项|提的).{0,22}(?:${undoing})|№.{0,8}(?:我|俺)?(?:想|要|来)?(?:${undoing})|(?:${undoing})№|(?:我|俺)(?:那|这|之前|昨天|上次)?(?:个)?(?:提案|提议|建议)不(?:提|要|弄|搞)了`,
  'u',
);

function findWithdraw(scene: Scene): Finding[] {
  const { plain, no, asked, jested, clauses } = scene;
  const cue = withdrawal.exec(plain);
  if (!cue || isQuoted(plain, cue.index, cue.index + cue[0].length)) return [];
  if (
    /认捐|认筹|捐|出的|认的|报的|投票|表决|兑换|附议|票|钱|₥|出工|绑定|弃权|积分/u.test(plain) &&
    !/提案|提议|提的/u.test(plain)
  )
    return [];
  // The number may have swallowed the word: 12号提案.
  const named = /提案|提议|建议|议题|立项|提的/u.test(scene.text);
  const talk =
    (asked &&
      (clauses.some(each => each.asked) ||
        /吗|么$|没$|谁|咋|怎么|为啥|为什么|啥时候|能不能|凭|多少|几/u.test(plain))) ||
    supposes(plain) ||
    /别撤|不撤|不能撤|没撤|不要撤|谁撤|被撤|撤了吗|凭啥撤|建议(?:你|他|大家|书记|物业|社区)?(?:撤|取消|收回|作废)|建议撤/u.test(
      plain,
    );
  const told = namesOthers(plain) && !/[我俺咱]/u.test(plain);
  const score = talk ? 0.35 : told ? 0.5 : jested ? 0.5 : named ? 0.94 : 0.7;
  return [{ intent: 'proposal.withdraw', score, why: `withdraw:${cue[0]}`, slots: { no } }];
}

const listing =
  /有(?:哪些|啥|什么)(?:正在|在)(?:众筹|做|弄|搞|进行|办)的|(?:都)?(?:有|提了?|是|在弄|在搞|在众筹|正在|开展|进行)?(?:了)?(?:哪些|啥|什么|哪几个|几个|多少(?:个)?)(?:众筹|新|的|在建|在办|公共)?(?:项目|提案|提议|议题|议案|建议|立项)|(?:项目|提案|提议|议题|议案)(?:的)?(?:清单|列表|一览表?|名单|目录|单子|汇总|总表|名录|总览|表|公示)|(?:所有|全部|全体|目前|现有|当前|现在|最近|近期|正在|本月|这个月|今年|咱小区|小区|大家|大伙|居民|邻居|在办|在建|在筹|进行中)(?:的|都|在|有|里|提|这些|那些|众筹|正在|进行|办|建|着)*(?:众筹)?(?:项目|提案|提议|议题|议案)|(?:项目|提案|提议|议题)(?:都)?(?:有|是)?(?:哪些|啥|什么)|(?:大家|大伙|大伙儿|最近|邻居们|人家|都|居民|小区)(?:们)?(?:都|里|最近|都最近|又|近来)*提(?:了|过|的|出)?(?:些|点)?(?:啥|什么|哪些)|(?:看|查|列|瞅|瞧|发|调|翻|浏览|显示|打开)(?:一?下|看|出|个|来|出来|一眼|瞅|一?遍)*(?:咱|我们|咱们|小区|现在|最近|大家|大伙|居民|众筹|全部|所有|有|的|新|都)*(?:项目|提案|提议|议题|议案)/u;

function findList({ plain, bare, no, jested, supposed, clauses }: Scene): Finding[] {
  const cue =
    listing.exec(plain) ??
    (/^(?:众筹)?(?:项目|提案|议题)(?:列表|清单|一览|查询|大全)?$/u.test(bare) && bare.length >= 2
      ? /.+/u.exec(bare)
      : null);
  if (!cue || no !== undefined) return [];
  const talk =
    jested ||
    supposed ||
    /多少钱|进度|账|钱|验收|投票|表决|方案|施工|撤|附议|积分|怎么提|咋提|如何提|为啥|为什么|凭|啥意思|什么意思|巡查|评分|认捐(?!的?项目)|捐/u.test(
      plain.replace(/众筹|筹钱|筹款|凑钱/gu, ''),
    );
  const wants =
    asks(plain) ||
    /看|查|列|瞅|瞧|发|调|翻|浏览|显示|打开|给|清单|列表|一览|单子|目录|汇总|名单/u.test(plain) ||
    bare.length <= 6;
  const score = talk
    ? 0.45
    : wants && plain.length <= 36 && clauses.length <= 4
      ? /^(?:看|查)/u.test(cue[0])
        ? 0.86
        : 0.93
      : 0.5;
  return [{ intent: 'proposal.list', score, why: `list:${cue[0]}` }];
}

const showing =
  /(?:详情|详细|内容|方案|计划|介绍|说明|情况|简介|资料|信息|具体|细节|原文|预算表|规划)|(?:是)?(?:啥|什么|咋|怎么|怎么个|做什么|干什么|干啥|讲(?:的)?(?:啥|什么)|说(?:的)?(?:啥|什么)|咋回事|怎么回事|哪个)|看|查|打开|瞅|瞧|调出|展开|显示|念|给我|给俺|发|了解|知道/u;

function findShow({ plain, bare, no, asked, jested, supposed, clauses }: Scene): Finding[] {
  if (no === undefined) {
    const wish =
      /^(?:看|查|瞅|瞧|想看|想看看|发|求)?(?:一下|看|下|个|出来|给我)?(?:那个|这个|具体|详细|项目|实施|施工)*(?:的)?方案(?:是)?(?:咋|怎么|啥|什么|公开)?(?:样|定|的|个|样的|定的)*(?:给我|给俺|给大家)?(?:看|瞧|瞅)*(?:一下)?$/u.test(
        bare,
      ) && /看|查|瞅|瞧|发|啥|咋|什么|怎么|公开|求/u.test(plain);
    return wish ? [{ intent: 'proposal.show', score: 0.82, why: 'show:plan' }] : [];
  }
  if (
    /进度|进展|施工|干到|修到|开工|完工|账|钱|票|投|收支|余额|验收|巡查|认捐|捐|附议|同意|反对|弃权|支持|赞成|赞同|没意见|撤|分$|星|归|类|支出|收到|入账|到账|支付|₥|开支|筹|截止|评|出工|立项|公示方案|发布|停水|停电|住|[我俺]来|看料|看场|看工地/u.test(
      plain,
    )
  )
    return [];
  const cue = showing.exec(plain);
  const alone = /^№$/u.test(bare);
  if (!cue && !alone) return [];
  const talk =
    jested ||
    supposed ||
    /我觉得|不好|不行|太|凭啥|为啥|为什么|谁提|真|没用|有问题|怎么还|咋还|怎么样了|咋样了|怎么又|怎么没/u.test(plain);
  const wants =
    asked ||
    /看|查|打开|瞅|瞧|调|展开|显示|念|给|发|了解|知道|说说|讲讲|详情|内容|方案|介绍|情况|具体|资料|信息|说明/u.test(
      plain,
    );
  const score = talk ? 0.42 : alone ? 0.72 : wants && plain.length <= 32 && clauses.length <= 4 ? 0.9 : 0.5;
  return [{ intent: 'proposal.show', score, why: `show:${cue?.[0] ?? 'number'}`, slots: { no } }];
}
