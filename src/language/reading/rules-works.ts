import { asks, isQuoted, jests, leadOf, namesOthers, supposes, tells } from './cues.js';
import { readNumber, toNumber } from '../values/numbers.js';
import { tidyWords } from './pieces.js';
import type { Finding, Scene, Slots } from './scene.js';
import { placeOf, wordsOf } from './sentence.js';
import { percentIn } from '../values/percent.js';

export function findWorks(scene: Scene): Finding[] {
  if (scene.noise) return [];
  return [
    ...findAcceptance(scene),
    ...findRating(scene),
    ...findInspection(scene),
    ...findReport(scene),
    ...findShow(scene),
  ];
}

const failed =
  /不(?:予|能|给|能予以?|予以)?(?:通过|合格|达标|过关?|行|同意|认可|满意)|没(?:有)?(?:通过|合格|过|达标|过关)|未(?:通过|达标|过|能通过|合格)|通不过|过不了|不及格|打回|返工|驳回|不予验收|拒绝|有问题|不能验收|fail/iu;
const passed =
  /通过|合格|达标|过关|过了|同意|没(?:有)?(?:啥|什么)?(?:问题|毛病|意见)|OK|可以|认可|符合|满意|成功|顺利|完成|行$|中$|pass|过$|好了$/iu;

function findAcceptance(scene: Scene): Finding[] {
  const { plain, asked, jested, no } = scene;
  const at = plain.indexOf('验收');
  if (at < 0 || isQuoted(plain, at, at + 2)) return [];
  const clause = scene.clauses.find(({ start, end }) => start <= at && at < end);
  const index = clause ? scene.clauses.indexOf(clause) : 0;
  const next = scene.clauses[index + 1];
  // The verdict stands in the same breath as 验收, or right after it.
  const near = `${clause?.text ?? ''} ${(clause?.text.length ?? 0) <= 14 ? (next?.text ?? '') : ''}`;
  const tail = near.slice(near.indexOf('验收') + 2);
  const head = near.slice(0, near.indexOf('验收'));
  const fails =
    failed.test(tail) || /^(?:不同意|不能|不予|拒绝|不给|反对)$/u.test(head.slice(-3)) || /不同意$|反对$/u.test(head);
  const passes = passed.test(tail) || /(?:同意|通过|认可)(?:了)?(?:项目|工程|№|这个|本次)?(?:的)?$/u.test(head);
  if (!fails && !passes) return [];
  if (
    asked &&
    (scene.clauses.some(({ asked: mark }) => mark) ||
      /吗|没$|没有$|么$|咋|怎么|谁|啥|什么时候|是不是|能不能|会不会|几|哪/u.test(plain))
  )
    return [{ intent: 'project.accept', score: 0.3, why: 'accept:asked', slots: {} }];
  const doubtful =
    supposes(plain) ||
    /(?:通过|合格|达标|过)(?:了)?(?:再|才|之后|以后|后|的话|就)|验收(?:的时候|时(?!，)|之后|以后|后|前|标准|要是|如果|报告(?!.{0,4}(?:通过|合格))|过后)|还没验收|没验收|等验收|就等|希望|但愿|盼|争取|保证|祝|别(?:让|急|给|忘)|才能|应该|估计|肯定(?:能|会|过)|可能|听说|据说|上次|去年|上回|迟早|早晚|怎么办|说(?:的)?(?:验收|合格|通过)|明天|下周|准备|打算|想|必须|记得|要想|怕|谁|你们|他们|老[赵钱孙李王张刘陈]|书记说|物业说|施工队说|保不|难|一定要|要求|千万|能过|能不能|会通过|会过|不会/u.test(
      plain,
    );
  const score = Math.min(doubtful ? 0.35 : 0.95, jested || jests(plain) ? 0.45 : 1, plain.length > 80 ? 0.7 : 1);
  return [
    {
      intent: 'project.accept',
      score,
      why: `accept:${fails ? 'fail' : 'pass'}`,
      slots: { result: fails ? 'fail' : 'pass', no },
    },
  ];
}

const digit = '([1-5一二两三四五])';
const scored = [
  new RegExp(
    `(?:打|给|评|评分|打分|评价|满意度|得分|服务|质量|评|投|点)(?:了|个|上|出|他们?|这个?|№|项目|工程|施工队|:|：|是|为|分|一下|就|我|俺|\\s|,|，)*${digit}(?:\\.0)?(?:颗|个|分(?!钟|钱|之|[\\d毛])|星|$|[，,。!！\\s])`,
    'u',
  ),
  new RegExp(
    `(?:^|[\\s,，])(?:№)?[\\s,，:：]*(?:我|俺|咱)?(?:家)?(?:就|也|觉得|认为|这边)?(?:给|打|评)?(?:个)?${digit}(?:分(?!钟|钱|之)|颗星|星|个星)(?:好评|差评|中评|满意|吧|啊|哈|呀|的)*(?:$|[，,。!！\\s])`,
    'u',
  ),
  new RegExp(`${digit}(?:颗|个)?星(?:好评|差评|中评|满意|评价|支持|推荐)`, 'u'),
  new RegExp(
    `(?:评分|打分|评价|满意度|评星|评)(?:№|项目|是|为|:|：|\\s|,|，|给|打|就|我|俺)*${digit}(?![\\d元块万百千号单楼%折成年月天])`,
    'u',
  ),
];

function findRating(scene: Scene): Finding[] {
  const { plain, no } = scene;
  if (
    !/分|星|评|满意度/u.test(plain) ||
    /积分|信用分|分数|分成|分摊|部分|分钟/u.test(plain.replace(/满分|评分|打分/gu, ''))
  )
    return [];
  const text = scene.text;
  const full = /(?:打|给|评|必须|绝对|我|俺)?(?:个)?(?:满分|满星|五颗星)(?:好评)?/u.exec(plain);
  const source = plain.includes('₥') ? maskless(scene) : plain;
  const found = scored.map(pattern => pattern.exec(source)).find(each => each !== null);
  const word = found?.[1];
  const score = word === undefined ? (full ? 5 : undefined) : toNumber(readNumber(word) ?? { units: 0, places: 0 });
  // 给№打六分: a rating, with a score that there is not; the bot asks for one of five.
  if (score === undefined && /(?:给|对)?№.{0,4}(?:打|评)(?:了|个)?[六七八九十零0-9]{1,3}分(?:吧|$)/u.test(plain))
    return [{ intent: 'project.rate', score: 0.7, why: 'rate:no-such-score', slots: { no } }];
  if (score === undefined) return [];
  const start = found?.index ?? full?.index ?? 0;
  if (isQuoted(plain, start, start + 2)) return [];
  const clause = scene.clauses.find(({ start: from, end }) => from <= start && start < end) ?? scene.clauses[0];
  const before = clause ? source.slice(clause.start, Math.max(clause.start, start)) : '';
  const asked =
    clause?.asked === true ||
    /几分|几星|多少分|吗$|谁|咋|怎么打|能不能|合适不|行不/u.test(plain) ||
    (asks(plain) && /吗|么|呢$|[?？]/u.test(plain));
  // 给施工队打五星: who is rated does not speak.
  const lead = leadOf(before.replace(/(?:给|对|为)[^，。我俺]{1,12}$/u, ''));
  const told = (namesOthers(before) || tells(before)) && lead !== 'clear' && !(lead === 'topic' && !tells(before));
  const doubtful =
    asked ||
    told ||
    supposes(plain) ||
    /不想|别|凭啥|上次|上回|去年|之前|以前|当初|考试|考了|孩子|电影|这戏|剧|电视|片子|饭店|酒店|司机|老师|球赛|游戏|直播|外卖|比赛|斗地主|要我说|应该|至少|最多|顶多|恨不得|本来想|满分\d|满分一百|不能给|不给|作文|语文|数学|才给|只配|好意思|才打|打过|给过|评过|都给|都打|给了|打了/u.test(
      plain,
    );
  const base = lead === 'unknown' && before.length > 10 ? 0.8 : 0.95;
  return [
    {
      intent: 'project.rate',
      score: Math.min(base, doubtful ? 0.35 : 1, scene.jested ? 0.45 : 1, text.length > 80 ? 0.7 : 1),
      why: 'rate',
      slots: { score, no },
    },
  ];
}

/** The words with sums of money as they were typed: 评分3 is no money. */
function maskless(scene: Scene): string {
  let text = '';
  for (const [index, sign] of [...scene.plain].entries()) {
    text += sign === '₥' ? scene.text.slice(placeOf(scene, index), placeOf(scene, index + 1)) : sign;
  }
  return text;
}

const inspecting =
  /巡查|巡检|巡视|巡逻发现|督查|(?:现场|今天|例行|质量|安全|监督|施工)检查|检查(?:发现|情况|记录|结果|上报|反馈)|(?:监管|监督|监察)(?:小组|组|员|队|委员会)?(?:发现|上报|反馈|汇报|报告|记录|检查|查|巡|:|：|提出|提醒|来报|报)|(?:监管|监督)(?:小组|组)|监工(?:发现|上报|反馈)/u;

function findInspection(scene: Scene): Finding[] {
  const { plain, no, asked } = scene;
  const cue = inspecting.exec(plain);
  const isHeaded = /^(?:№)?(?:的)?(?:今日|今天|本周)?(?:巡查|巡检|巡视|督查)(?:情况|记录|发现|结果)?[:：]/u.test(plain);
  if (!isHeaded && /验收(?:合格|通过|不|未|没)|同意验收|(?:通过|合格|不合格)$/u.test(plain)) return [];
  if (!cue || isQuoted(plain, cue.index, cue.index + 2)) return [];
  const text = pieceAfter(scene, inspectionNoise);
  const asksFor =
    asked &&
    /[?？]|吗$|啥时候|什么时候|谁|咋|怎么|有没有|多久|几|哪|多少|啥/u.test(plain) &&
    !/怎么没|咋没|没怎么/u.test(plain);
  const doubtful =
    supposes(plain) ||
    asksFor ||
    (/看看巡查|查看巡查|巡查(?:记录|情况|结果|报告)?(?:看|查|发|给)|(?:看|查|发)(?:一下|下|看)?.{0,6}巡查(?:记录|报告|结果)|明天巡查|下午去巡查|一起巡查|参加巡查|参加监督|加入|进监管|进监督|选监督|当监督|成立监|辛苦|感谢|谢谢|从来不|也不|该|应该|需要|要多|多巡|去巡查|来巡查|天天巡查|巡查员|集合|开会|请于|通知|吃干饭|不管用|摆设|报名|推荐|组长是|有谁|名单|就知道|要是/u.test(
      plain,
    ) &&
      !/发现|上报|[:：]/u.test(plain));
  const score = text === undefined ? 0.4 : doubtful ? 0.4 : 0.93;
  return [{ intent: 'inspection.report', score, why: `inspection:${cue[0]}`, slots: { text, no } }];
}

const inspectionNoise =
  /^(?:巡查|巡检|巡视|督查|代表|看了现场|去现场看了|看了一?圈?|巡了一圈|转了一圈|上报|汇报|报告|反馈|记录一?条?|记录|记一下|记|情况|问题|结果|发现了?|登记|提交|监管小组|监督小组|监督组|监管组|监管员|监督员|监督队|监管队|监管|监督|检查|小组|我是|俺是|我|俺|是|的|现场(?=检查|巡查|发现|[:：\s])|今天|今日|今早|刚才|刚刚?|下午|上午|去|在|到|来报|来|项目|工地|例行|施工(?=现场|巡查|检查|[:：\s])|№|安全|质量|[\s,，:：、。]|了|一下|下|看到|有个|一条|本周|对|第.次|\d+月\d+[日号]|第三方|提出|提醒|存在|一个|日常|中|时|组|员)+/u;
const reportNoise =
  /^(?:施工(?=进度|进展|情况|日志|动态|记录|汇报|[:：\s])|工程(?=进度|进展|情况|动态|[:：\s])|项目|进度|进展|更新|汇报|报告|播报|通报|上报|记录|登记|同步|反馈|情况|报一下|报下|报个|报|说一下|说下|跟大家|向大家|给大家|大家|最新|今日|今天|目前|现在|当前|截至|到|№|的|是|为|了|一下|下|我来|我|俺|咱|[\s,，:：、。]|\d{1,3}%|百分之[一二三四五六七八九十百零\d]+|[一二三四五六七八九]成半?|一条|本周|小组|监管|记|个|把|改为|改成|改到|达到|已达|已到|完成(?=\d|百分|[一二三四五六七八九]成|一半|[\s,，:：]|$)|一半|过半|大概|约|左右|整体|总体|来|先|播|汇|这边|同步一下)+/u;
function findReport(scene: Scene): Finding[] {
  const { plain, no, asked } = scene;
  const named = /进度|进展|施工(?:情况|日志|记录|动态)?[:：]|工程(?:情况|动态)[:：]|完成情况/u.test(plain);
  const percent = percentIn(plain);
  const told = named && /[:：]|更新|汇报|报告|播报|通报|上报|记录|登记|同步|反馈|报一下|报下|报个/u.test(plain);
  const stated =
    no !== undefined &&
    /(?:已|已经|全部|刚|今天|目前|正在|开始|完成|进场|完工|竣工|到货|开工|施工队).{0,20}(?:了|完|好|毕|成|场|中|工|收尾|$)/u.test(
      plain,
    );
  if (
    !told &&
    !(named && percent) &&
    !(percent && /完成|干了|做了|完工|竣工|施工|铺|刷|装|已/u.test(plain)) &&
    !(stated && /施工|完成|完工|进场|安装|铺|刷|装好|浇|挖|砌|焊|开工|竣工|到货|收尾/u.test(plain))
  )
    return [];
  if (
    inspecting.test(plain) ||
    /(?:发布|公布|公示).{0,6}方案|方案.{0,4}(?:发布|公布|公示)/u.test(scene.text) ||
    (/方案|投票|表决|附议|认捐|验收|筹|捐|预算/u.test(plain) && !told)
  )
    return [];
  const text = pieceAfter(scene, reportNoise, percent?.isWord === false ? percent : undefined);
  const mood =
    asked && /[?？]|吗$|咋|怎么|啥|谁|多少|哪|没$|没有$|几|呢$|如何/u.test(plain) ? 0.3 : supposes(plain) ? 0.4 : 1;
  const wants =
    /(?:看|查|发|问|瞅|公开|公布|给我|给俺|让我|让俺|说说|讲讲|知道)(?:一下|下|看看|看|个|我)?$|^(?:看|查|问|发|瞅|麻烦|给我|给俺)|应该|才|太慢|慢|催|抓紧|快点|加快|希望|能否|什么时候|何时|别|不要|影响|拖/u.test(
      plain,
    ) && !/[:：%]|百分|成了/u.test(plain);
  const score = Math.min(
    told ? 0.93 : named ? 0.88 : 0.8,
    mood,
    wants ? 0.4 : 1,
    text === undefined && percent === undefined ? 0.4 : 1,
    plain.length > 300 ? 0.7 : 1,
  );
  return [
    {
      intent: 'progress.report',
      score,
      why: told ? 'report:told' : 'report:percent',
      slots: { text, percent: percent?.value, no },
    },
  ];
}

/** The report itself: the clauses that are left when the words that announce it are taken off. */
function pieceAfter(
  scene: Scene,
  noise: RegExp,
  hole?: { readonly start: number; readonly end: number },
): string | undefined {
  const left: { readonly start: number; readonly end: number }[] = [];
  for (const { text, start, end } of scene.clauses) {
    const head = noise.exec(text)?.[0].length ?? 0;
    let from = start + head;
    let to = end;
    const leadsToHole = hole !== undefined && hole.start >= from && hole.start <= to;
    if (hole && hole.start >= from && hole.end <= to + 1) {
      if (hole.start - from <= 6 && to - hole.end > 4) from = hole.end;
      else to = hole.start;
    }
    const words = scene.plain.slice(from, to).replace(/^(?:的|了|,|，)+/u, '');
    // 已完成60%: what leads up to the figure goes with it.
    const rest = words.replace(
      leadsToHole
        ? /№|(?:完成|进度|整体|总体|大概|约|已|达到|到|了|干|做|完|占|差不多|现在|目前|才|已经|进展|总|有|就|也)+$/gu
        : /№|(?:了|就|也)+$/gu,
      '',
    );
    if (
      rest.length >= 2 &&
      !/^(?:谢谢|辛苦|请(?:大家|各位|查收|知悉|记)|大家(?:放心|看)|特此|以上|汇报完毕|完毕|报告完毕|麻烦|小助手|进度|监督组的|监管组的|我是)/u.test(
        rest,
      )
    ) {
      const at = scene.plain.indexOf(rest, from);
      left.push({ start: at < 0 ? from : at, end: at < 0 ? to : at + rest.length });
    }
  }
  const first = left[0];
  const last = left.at(-1);
  if (!first || !last) return undefined;
  const words = tidyWords(wordsOf(scene, first.start, last.end));
  return words.length >= 2 ? words : undefined;
}

/** What a report says, for who already knows that it is one. */
export function reportSlots(scene: Scene): Slots {
  const percent = percentIn(scene.plain);
  const text = pieceAfter(scene, reportNoise, percent?.isWord === false ? percent : undefined);
  return { text, percent: percent?.value, no: scene.no };
}

/** What an inspection found, for who already knows that it is one. */
export function inspectionSlots(scene: Scene): Slots {
  return { text: pieceAfter(scene, inspectionNoise), no: scene.no };
}

/** The verdict of an acceptance, for who already knows that it is one. */
export function acceptanceSlots({ plain, no }: Scene): Slots {
  const result = failed.test(plain) ? 'fail' : passed.test(plain) ? 'pass' : undefined;
  return { result, no };
}

const working = '干|修|弄|换|装|做|施工|刷|铺|建|整|搞|进行|盖|挖|砌|种|办|改|安装|焊|粉刷|拆|清|通|搭';
const standing = new RegExp(
  `(?:施工|工程|项目|№)?(?:进度|进展)|(?:${working})(?:到|得|的)(?:哪|啥|什么|咋|怎|多少|几)|(?:${working})(?:得|的|到)?(?:咋样|怎么样|怎样|如何|啥样|多少了|差不多了吗|快不快)|(?:开工|动工|完工|竣工|施工|进场|收尾|验收)(?:了)?(?:没(?!通过|合格|过)|吗|么|是不是|没有|不(?!予|通过|合格|过|了|达|行))|(?:${working})(?:好|完|上|成)?(?:了)(?:没|吗|么|没有|是不是)|(?:啥时候|什么时候|几时|何时|多久|多会儿|啥时|多咱|几号)(?:才|能|可以|会|就|开始|给|来|正式|才能)*(?:${working}|完工|竣工|开工|动工|弄好|修好|完)|(?:啥时候|什么时候|几时|何时|多久|啥时|多咱)(?:才|能|可以|会|就|给|来|正式|才能)*(?:亮|通|用上|能用|验收|结束|弄|到货|进场|有动静|见着)|验收(?:通过)?(?:了|过)?(?:没(?!通过|合格|过)|吗|么)|还(?:要|得)(?:多久|几天|多长时间)|到(?:哪一?步|啥程度|什么程度|哪个阶段|什么阶段)|工期|现场(?:啥|什么)情况`,
  'u',
);

function findShow({ plain, bare, no, asked, clauses }: Scene): Finding[] {
  const cue =
    standing.exec(plain) ??
    (no !== undefined && /^№(?:怎么样|咋样|怎样|如何|到哪|啥情况|什么情况|情况)(?:了)?$/u.exec(bare)) ??
    (/路灯|管|电梯|梯控|围墙|门禁|充电桩|广场|墙|楼道|水泵|漏水|井盖|健身|长椅|下水|绿化|车棚/u.test(plain) &&
      /(?:现在|目前)?(?:咋样|怎么样|怎样)了?$/u.exec(bare));
  if (!cue) return [];
  if (
    /筹款|众筹|筹资|积分|投票|表决|票|捐款|方案(?!.{0,6}(?:施工|干))|兑换|提案|认捐/u.test(plain) &&
    !/施工|干到|修到|开工|完工|进度/u.test(plain)
  )
    return [];
  if (/投票(?:进度|进展)|表决(?:进度|进展)|筹(?:款|资)?(?:的)?(?:进度|进展)|众筹(?:进度|进展)/u.test(plain)) return [];
  const isReport =
    /进度|进展/u.test(cue[0]) && /更新|汇报|报告|播报|上报|登记|\d%|百分之|[一二三四五六七八九]成|[:：]./u.test(plain);
  const wants =
    asked ||
    /看|查|问|瞅|瞧|发|公开|公布|告诉|说说|讲讲|了解|知道|给|报|说一?下|介绍|关心|打听|咋|啥|哪/u.test(plain) ||
    bare.length <= 8;
  const chatty =
    supposes(plain) ||
    /太慢|真慢|这么慢|慢死|抓紧|加快|别催|影响进度|进度慢|拖|你家|他家|我家(?:的)?(?:装修|灯|门|水管|空调)|装修/u.test(
      plain,
    );
  const score = isReport ? 0.4 : chatty ? 0.45 : wants && plain.length <= 45 && clauses.length <= 5 ? 0.92 : 0.6;
  return [{ intent: 'progress.show', score, why: `progress:${cue[0]}`, slots: { no } }];
}
