import { asks, isPadding, isQuoted, jests, namesOthers, supposes, tells } from './cues.js';
import { tidyWords } from './pieces.js';
import type { Finding, Scene } from './scene.js';
import { placeOf, wordsOf } from './sentence.js';

export function findProposals(scene: Scene): Finding[] {
  if (scene.noise) return [];
  return [
    ...findSupport(scene),
    ...findClassify(scene),
    ...findPublish(scene),
    ...findWithdraw(scene),
    ...findOpen(scene),
    ...findList(scene),
    ...findShow(scene),
  ];
}

function findSupport(scene: Scene): Finding[] {
  const { plain, asked, jested, no, bare } = scene;
  const cue = /附议|联名|联署|(?:支持|顶|挺|赞同|赞成)(?:一下|一个)?(?:这个|该|此|那个|他的?|她的?|№)?(?:的)?(?:提案|提议|建议|倡议)|^(?:№)?(?:我|俺)?(?:家)?(?:也)?(?:\+1|加1|加一|顶一?下?|顶|跟1|跟一个)$/u.exec(plain);
  const byNumber = cue ? null : /(?:我|俺|我家|俺家|也)?(?:支持|顶|挺)№$/u.exec(bare);
  const found = cue ?? byNumber;
  if (!found || isQuoted(plain, found.index, found.index + found[0].length)) return [];
  const isWord = found[0] === '附议';
  const before = plain.slice(0, found.index);
  const after = plain.slice(found.index + found[0].length);
  const clause = scene.clauses.find(({ start, end }) => start <= found.index && found.index < end);
  const talk =
    (asked && (clause?.asked === true || /吗|么$|没$|谁|多少|几|咋|怎么|啥|哪|有没有|能不能|要不要|如何/u.test(plain))) ||
    supposes(plain) ||
    /(?:不|没|别|谁|有人|没人|几个|撤回|取消|收回|不用|不再|还没|等|需要|再来|求|快来|都来|来个|请(?:大家|各位)|大家|欢迎|感谢|谢谢|上次|上回|以前|之前|去年)[^，。,]{0,4}$/u.test(before) && !/[我俺]也?$/u.test(before) ||
    /^(?:的人|者|数|人数|够|书|了(?:吗|没|也|又|半天|好几|有啥)|过|的那|才|就能|就行|的不|算|几|一个都没|也没用|通过)/u.test(after);
  const told = (namesOthers(before) || tells(before)) && !/[我俺咱](?:们)?(?:家)?(?:也|都|就|来|再|坚决|举双手)*$/u.test(before) && !/提的|的提案|说的/u.test(before);
  const shortNo = no ?? wholeAfter(scene.text);
  const score = talk ? 0.35 : told ? 0.4 : jested ? 0.5 : isWord ? 0.96 : byNumber ? (/(?:支持|顶|挺)[^，。]{0,10}(?:提案|提议)/u.test(scene.text) ? 0.92 : 0.62) : /^(?:№)?(?:我|俺)?(?:家)?(?:也)?(?:\+1|加|顶|跟)/u.test(found[0]) ? 0.6 : 0.88;
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
  const talk = (asked && (clauses.some(each => each.asked) || /吗|么$|谁|咋|怎么|啥|什么|哪|几|是不是|算不算|该不该|能不能|为/u.test(plain) && /吗|谁|咋|怎么|啥|什么|哪|几|是不是|该不该|能不能|为啥|为什么/u.test(plain))) || supposes(plain) || /应该|觉得|凭|建议|希望|算(?:是|不)|不(?:算|是|应|该|属)|怎么能|上次|都是|区别/u.test(plain);
  // 不是轻量影响，是迫切需求: the later of two counts.
  const chosen = all.length > 1 ? lastNamed(plain, all) : kind[0];
  const score = talk ? 0.4 : jested ? 0.5 : no === undefined ? 0.72 : 0.95;
  return [{ intent: 'proposal.classify', score, why: `classify:${words}`, slots: { no, class: chosen } }];
}

function lastNamed(plain: string, all: readonly (readonly [string, RegExp])[]): string | undefined {
  const places = all.map(([name, words]) => ({ name, at: plain.search(words) }));
  const affirmed = places.filter(({ at }) => !/(?:不是|不属于|从|由|原来是?|原)$/u.test(plain.slice(Math.max(0, at - 4), at)));
  return affirmed.toSorted((a, b) => b.at - a.at)[0]?.name;
}

const publishing = /(?:发布|公布|公示|公告|公开|发出|发一下|出台|下发|张贴|上传|挂出|发)(?:了|一下|下|出)?(?:№)?(?:项目)?(?:的|号)?(?:实施|施工|最终|正式|改造|具体|详细|建设|项目)*(?:方案|计划)|方案[^，。,]{0,10}[，,\s]*(?:现|特|兹)?(?:予以?|正式)(?:发布|公布|公示|公开)|(?:方案)(?:现在|现|已|已经|正式|予以|如下|进行|今天|今日|这就|定稿|已定)*(?:发布|公布|公示|公开|出炉|定了|确定|出来|如下|敲定|:|：)|方案(?:内容)?[:：]/u;

function findPublish(scene: Scene): Finding[] {
  const { plain, no, asked, jested, bare } = scene;
  const cue = publishing.exec(plain);
  if (!cue || isQuoted(plain, cue.index, cue.index + cue[0].length)) return [];
  if (/积分|兑换|投票|表决|选方案|选项/u.test(plain) && !/公示方案|发布方案|方案公示|方案发布/u.test(plain)) return [];
  const wants = /(?:看|查|瞅|瞧|给我|给俺|给大家发|想|问|了解|知道|能不能|麻烦|帮我|让我|让俺|瞄)(?:一下|看|下)?/u.test(plain.replace(/大家看|各位看|请看/gu, '')) && !/[:：]|内容/u.test(plain);
  const talk = (asked && /[?？]|吗|没$|没有$|啥|什么|咋|怎么|谁|何时|几时|多久|哪|几|呢$/u.test(plain)) || supposes(plain) || /(?:才|再|就|等|应该|希望|必须|赶紧|快|没|还没|不|别|早|记得|先)(?:把)?(?:方案|公示|公布|发布|公开)|方案.{0,4}(?:不|没|还没|咋|啥时候|什么时候)(?:公示|公布|公开|发)|(?:公示|公布|公开)(?:之后|以后|后|前|期|栏|了(?:再|才|吗|没)|的方案)/u.test(plain);
  const isVague = /(?:发|发出|发一下)(?:№)?(?:的)?方案/u.test(cue[0]) && /发(?!布)/u.test(cue[0]) && !/[:：]/u.test(plain);
  const cost = costIn(scene);
  const text = planText(scene);
  const bareCommand = no === undefined && text === undefined && cost === undefined;
  const onlyColon = /^方案/u.test(cue[0]) && !/发布|公布|公示|公开/u.test(plain) && no === undefined;
  const score = talk ? 0.35 : jested ? 0.5 : wants && text === undefined ? 0.4 : wants ? 0.55 : isVague && text === undefined && cost === undefined ? 0.45 : bareCommand ? (/公开|公示$/u.test(bare) ? 0.45 : 0.7) : onlyColon ? 0.6 : 0.93;
  return [{ intent: 'plan.publish', score, why: `publish:${cue[0]}`, slots: { no, cost, text } }];
}

const costCue = /预算|造价|费用|总价|总投资|投资|花费|得花|要花|需要?花|需要?|大概|大约|估计|预计|约|左右|得|合计|总计|总共|共|报价|成本|花|估|概算|资金|上下|经费|差不多|块钱能|元$/u;

/** What it is to cost. A hedged figure (大约一万二) is recorded as it was said. */
function costIn({ amounts, text }: Scene): number | undefined {
  const costs = amounts.filter(({ fen, start, end, kind }) => {
    if (!(fen > 0) || (kind !== 'exact' && kind !== 'vague')) return false;
    const near = text.slice(Math.max(0, start - 8), start) + text.slice(end, end + 5);
    return costCue.test(near) || /[元块万]/u.test(text.slice(start, end));
  });
  return (costs.find(({ start }) => /(?:预算|造价|费用|总价|总投资|总|合计|共)[^，。,]{0,6}$/u.test(text.slice(Math.max(0, start - 8), start))) ?? costs[0])?.fen;
}

const planNoise = /^(?:发布|公布|公示|公告|公开|发出|发一下|出台|下发|挂出|上传|№|项目|的|实施|施工|最终|正式|改造|具体|详细|建设|方案|计划|现在|现|已经|已|正式|予以|进行|如下|内容是?|为|是|[:：\s,，、]|支部(?:会议|大会|研究|会)?(?:定了|研究|决定|通过|同意|讨论)?(?:了)?|经(?:支部|研究|讨论|会议)?(?:研究|讨论|决定|同意)?|研究决定|会议(?:定了|通过|决定)|定了|书记|兹|特|予以?|今天|今日|特此|大家看|请大家看|请看|大家|各位邻居|各位|邻居们|了|一下|下|把|将|第.版|敲定|出炉|定稿|确定|并(?=公示|发布|公布|公开)|主要|就是|兹|给大家|我|来|这就|初步|最后)+/u;
const costClause = /(?:预算|造价|费用|总价|总造价|总投资|投资|花费|得花|要花|需要?|大概|大约|估计|预计|约|合计|总计|总共|共计|报价|成本|概算|资金|经费|工程款|一共|预估|控制在|共|是|为|左右|元|的|[:：\s]|得|花|在|上下|差不多|价格|总|概|金额|整|多|吧|要|钱|能下来|就够|够)*[₥¿](?:左右|上下|元|整|的|吧|以内|之内|多|出头|块钱|钱|就够了?|就行|能下来|差不多|的样子|够了?|搞定|能拿下)*/gu;

function planText(scene: Scene): string | undefined {
  const pieces: { readonly start: number; readonly end: number }[] = [];
  for (const { text, start, end } of scene.clauses) {
    const hidden = text.replace(costClause, found => '\u0001'.repeat(found.length));
    const head = planNoise.exec(hidden)?.[0].length ?? 0;
    const rest = hidden.slice(head).replaceAll('\u0001', '').replace(/№/gu, '');
    if (rest.length < 2 || /^(?:请(?:大家|各位)|大家|欢迎|有意见|有异议|谢谢|辛苦|公示期|公示|以上|特此|大家看|方案|麻烦)/u.test(rest)) continue;
    const from = hidden.indexOf(rest, head);
    pieces.push(from < 0 ? { start: start + head, end } : { start: start + from, end: start + from + rest.length });
  }
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return undefined;
  const words = tidyWords(wordsOf(scene, first.start, last.end));
  return words.length >= 2 ? words : undefined;
}

const undoing = '撤回来|撤回|撤销|撤掉|撤下来|撤下|撤了|撤|收回|不提了|取消|作废|删掉|删了|删除|拿掉|终止|不要了|算了|收了';
const withdrawal = new RegExp(
  `(?:${undoing}).{0,10}(?:提案|提议|建议|议题|立项|我提的|俺提的|提的)|(?:提案|提议|建议|议题|立项|提的).{0,22}(?:${undoing})|№.{0,8}(?:我|俺)?(?:想|要|来)?(?:${undoing})|(?:${undoing})№|(?:我|俺)(?:那|这|之前|昨天|上次)?(?:个)?(?:提案|提议|建议)不(?:提|要|弄|搞)了`,
  'u',
);

function findWithdraw(scene: Scene): Finding[] {
  const { plain, no, asked, jested, clauses } = scene;
  const cue = withdrawal.exec(plain);
  if (!cue || isQuoted(plain, cue.index, cue.index + cue[0].length)) return [];
  if (/认捐|认筹|捐|出的|认的|报的|投票|表决|兑换|附议|票|钱|₥|出工|绑定|弃权|积分/u.test(plain) && !/提案|提议|提的/u.test(plain)) return [];
  const named = /提案|提议|建议|议题|立项|提的/u.test(plain);
  const talk = (asked && (clauses.some(each => each.asked) || /吗|么$|没$|谁|咋|怎么|为啥|为什么|啥时候|能不能|凭|多少|几/u.test(plain))) || supposes(plain) || /别撤|不撤|不能撤|没撤|不要撤|谁撤|被撤|撤了吗|凭啥撤|建议(?:你|他|大家|书记|物业|社区)?(?:撤|取消|收回|作废)|建议撤/u.test(plain);
  const told = namesOthers(plain) && !/[我俺咱]/u.test(plain);
  const score = talk ? 0.35 : told ? 0.5 : jested ? 0.5 : named ? 0.94 : 0.7;
  return [{ intent: 'proposal.withdraw', score, why: `withdraw:${cue[0]}`, slots: { no } }];
}

/** The words that say a matter is being raised, and what may follow them before the matter itself. */
const raising =
  /(?:发起|新增|新建|提交|提出|提请|上报|提|报|写|发|递|来|加|起草|申报|搞)(?:一?个|一?条|一?项|一?份|一?下|交|了|上|新)*(?:众筹)?(?:提案|提议|议案|建议|议题|意见|立项|倡议|诉求|项目申请|想法|点子|小建议)|(?:申请|建议|请求|要求|能不能|可不可以|希望|想|给|帮|请|麻烦|报|要)?(?:给)?(?:立|报)(?:一?个|一下)?项(?!目)|(?:申请|请求)(?:立项|给|把|在|安装|修|加装|更换|建|增设|解决|维修|改造|清理)|(?:^|[，,\s。])(?:新)?(?:提案|提议|倡议|议题|建议)(?:[:：，,\s]|(?=[一-龥]))|(?:我|俺|咱|本人|我家|我们|俺们)(?:们)?(?:家)?(?:也|想|要|再|就|来|郑重|强烈|在此|代表.{1,8}|想跟大伙|想跟大家|想给大家|跟大家|给大伙|向大家|跟大伙|向支部|向社区|有个|有一个|提一个|提个|这边|在这)*(?:提议|建议|倡议|提案|呼吁)|(?:反映|反应|反馈|上报|汇报|说)(?:一?个|一?下|个)?(?:问题|情况|事儿?|一件事)(?:儿)?[:：，,\s就]|(?:能不能|可不可以|能否|可否)(?:给|帮|在|把|再|请|社区|物业|支部|书记|咱们?|大家|大伙|小区|楼下|[一-龥]{0,6})(?=挖|装|修|建|搞个|弄个|整个|设个|加个|加装|安|铺|种|增|补|砌|盖|立个)|(?:有个|有一个|提个|说个)(?:提议|建议|想法|事儿?想提|提案|诉求)|(?:希望|盼望|盼着|恳请|请求|强烈要求|要求|呼吁)(?:能|能够|可以|尽快|社区|物业|小区|书记|支部|网格|大家|咱们?|给)*(?:把|给|在|装|修|换|建|加|增|清|解决|改|重新|安|铺|种|设|拆|弄|整)/u;
const titleNoise =
  /^(?:[:：,，、\s。]|的是|是|就是|内容是?|题目是?|事项是?|一下|下|哈|啊|吧|呀|呢|那个|这个|把事|个事儿?|一?个|一?条|大家|大伙|大伙儿|咱们?|咱|我们|能不能|可不可以|可以|希望|建议|提议|想|请|应该|是不是(?:该|可以|能)|给|事儿?|事情|关于|针对|就|支部|社区|小区(?=给|把|应|能)|书记|看能不能|看看能不能|看|要不要|要不|不如|我想|我看|我觉得|尽快|能|赶紧|立个?项|了|他|说|问题|情况|众筹|筹钱|一起|凑钱|为|提案|提个|新|议题|意见|名称是?|标题是?|项目是?|提个提案|提个建议|立项|申请|的)+/u;
const whySaid = /^(?:因为|由于|现在|目前|老是|总是|经常|一到|一下雨|晚上|老人|孩子|大家|太|每次|天天|实在|很多|好多|不然|否则|要不然|这样|免得|省得|方便|都|不安全|多年|年久|坏了|希望|谢谢|麻烦|辛苦|大家看|行不行|可以吗|怎么样|好不好|支持|各位|请|有同意|同意的|费用|预算|大概|大约|估计|预计|约|位置|地点|地址|在哪|造价|总|需要|得花|要花|花|差不多|成不成|中不中|咋样|您看|你们看|能不能|已经|原来|没人|看|反映|我|俺)/u;
const placeNamed = /(?:(?<=[\s，,])(?:放|装在|安在|设在|建在|摆|种在|弄在)(?:在|到)?(?=[^，。,\s]{1,8}(?:$|[\s，,。]))|位置|地点|地址|安装地点|位置就?)(?:就)?(?:在|是|为|:|：|\s|定在|选在|放在)*(?<place>[^，。,;；!！\s]{2,20})/u;
const inPlace = /(?:在|给|把|于|到)?(?<place>(?:咱|我们|咱们|俺家|我家|小区|我们小区|咱小区|本小区)?(?:的|里)?(?:⌂(?:和|与|到|跟)⌂|⌂|[一-龥\d]{0,8}?(?:院里|院子里|楼前|楼后|楼下|单元门口|单元门前|小区门口|大门口|东门口|西门口|南门口|北门口|小区东门|小区西门|小区南门|小区北门|小区|广场|大门|东门|西门|南门|北门|门口|门卫|花园|游园|公园|车棚|停车场|活动室|活动中心|服务中心|驿站|围墙根|围墙|墙根|路口|巷子|胡同|过道|单元门|楼道|楼顶|地下室|地下车库|车库|凉亭|操场|空地|绿化带|后院|前院|院子|院里|大院|主路|中心路|健身区|垃圾站|垃圾房|水塔|配电室|泵房|锅炉房|自行车棚|幼儿园|学校|超市|食堂|宿舍|家属院|东区|西区|南区|北区|一期|二期|三期))(?:的)?(?:底下|旁边?|边上?|东头|西头|南头|北头|东侧|西侧|南侧|北侧|东边|西边|南边|北边|前面?|后面?|门口|门前|楼前|楼后|楼下|附近|周围|一带|中间|对面|之间|拐角|空地|墙上|里面?|内|处|那边|那块|那片|那里|那儿|上面?|入口|出口|路口|两侧|四周|外|外面|到[一-龥⌂]{1,6}(?:之间)?)*(?:的)?(?:空地|路边|小路|那条路|草坪|绿化带|墙|角落)?)/u;

function findOpen(scene: Scene): Finding[] {
  const { plain, asked, jested, clauses } = scene;
  const cue = raising.exec(plain);
  if (!cue || isQuoted(plain, cue.index, cue.index + cue[0].length)) return [];
  const before = plain.slice(0, cue.index);
  const after = plain.slice(cue.index + cue[0].length);
  if (/撤|取消|附议|№(?:提案|建议)?(?:我)?(?:支持|同意)/u.test(plain)) return [];
  const isLoose = /(?<!提.{0,3})建议|希望|要求|呼吁|盼|恳请|反映|反应|上报|意见|想法|点子|诉求|汇报|反馈/u.test(cue[0]);
  const { title, place } = titleOf(scene, cue.index + cue[0].length);
  const cost = costIn(scene);
  const talk =
    (!/^[我俺咱]/u.test(cue[0]) && /(?:谁|他|她|老[赵钱孙李周吴郑王张陈刘杨]|小[赵钱孙李周吴郑王张陈刘杨]|人家|有人|上次|上回|去年|以前|之前|昨天|没人|物业|书记|你|大家|别|不想|没|怎么|咋|如何|不|楼上|都|哪里|在哪|我妈|我爸)(?:们)?(?:家)?(?:也|都|又|就|还|说|老|能|可以|想|要|来)?$/u.test(before)) ||
    /^(?:的|了(?:吗|没|好几|半年|也|都|又)|过|书|人|咋|怎么|没|被|通过|多|太|有(?:用|啥|什么|几|多少)|吗|呢|清单|列表|能通过|要|需要几|箱|(?<!倡议|呼吁|提议)大家|各位|你们?|他们?|都|有|在哪|看看|给我看|投票|权|收到|(?:大家|你们?|各位|书记|物业|他).{0,3}(?:别|少|多|注意|看看|去|来|都))/u.test(after) ||
    (asked && title === undefined) ||
    /(?:有|都)(?:哪些|啥|什么)(?:提案|建议|提议)|提(?:了)?(?:多少|几|哪些|啥|什么)|提案(?:有|都|怎么|咋|列|清单|情况)|怎么提|咋提|如何提|提案人/u.test(plain) ||
    (supposes(before) && !/[:：]/u.test(cue[0]));
  const noMatter = title === undefined;
  const toPeople = /^(?:大家|各位|你们|你|邻居们|业主们|楼上|停车|养狗|车主|家长|物业公司?别|别|少|多|注意|不要|先|还是|等|再|投|捐|同意|反对)/u.test(title ?? '');
  const isDeed = deed.test(title ?? '') || cost !== undefined || place !== undefined;
  const score = talk ? 0.35 : jested || jests(plain) ? 0.45 : noMatter ? (/发起|提|立项/u.test(cue[0]) ? 0.78 : 0.4) : toPeople ? 0.45 : isLoose && !isDeed ? 0.62 : isLoose ? 0.87 : 0.95;
  void clauses;
  return [{ intent: 'proposal.open', score, why: `raise:${cue[0]}`, slots: { title, place, cost } }];
}

const deed = /装|修|换|建|加|改|铺|刷|安|种|清|拆|立|设|增|盖|整|弄|挖|砌|添|补|翻|疏|治|搞|搭|划|买|配|做|规范|解决|治理|绿化|硬化|亮化|美化|维护|维修|更新|改造|拓宽|升级|开|通|粉|涂|打|画|放|摆|填|埋|竖|锯|砍|喷|封|堵|遮|挡|贴|挂|栽|引|办|组织|排|扩|移|挪|收拾|打扫|管/u;

const startsDeed = new RegExp(`^(?:要|得|应该|能|想|需要|重新|新|再|统一|都|加|多)?(?:${deed.source})`, 'u');

/** The matter: the first clause after the words that raise it which is neither place, cost, reason nor courtesy. */
function titleOf(scene: Scene, from: number): { readonly title?: string; readonly place?: string } {
  let place = placeNamed.exec(scene.plain)?.groups?.place;
  let placeAt = place === undefined ? -1 : scene.plain.indexOf(place, scene.plain.search(placeNamed));
  let title: string | undefined;
  const regions = [...scene.clauses.filter(({ end }) => end > from), ...scene.clauses.filter(({ end }) => end <= from)];
  for (const clause of regions) {
    const start = clause.end > from && clause.start < from ? from : clause.start;
    let text = scene.plain.slice(start, clause.end).replace(costClause, found => '\u0001'.repeat(found.length));
    if (/^(?:位置|地点|地址|安装地点)/u.test(text)) continue;
    if (clause.end <= from && (isPadding(clause.text) || !deed.test(clause.text) || asks(clause.text) || /^(?:我|俺)?(?:是|住)/u.test(clause.text))) continue;
    let at = start;
    const head = titleNoise.exec(text)?.[0].length ?? 0;
    at += head;
    text = text.slice(head);
    if (clause.end <= from) {
      const raise = raising.exec(text);
      if (raise) text = text.slice(0, raise.index);
    }
    const placed = place === undefined ? inPlace.exec(text) : null;
    const found = placed && !startsDeed.test(placed.groups?.place ?? '') ? placed : null;
    if (found && found.index <= 1 && found.groups?.place !== undefined) {
      const after = text.slice(found.index + found[0].length).replace(/^(?:那边|那块|,|，)?(?:的)?/u, '');
      const bare = after.replaceAll('\u0001', '');
      const isSettled = startsDeed.test(bare) || /的$/u.test(found[0]) || /⌂|(?:底下|旁边?|边|头|侧|面|门口|门前|附近|周围|一带|中间|之间|对面|拐角|空地|里|内|处|那边|那块|那里|上|入口|出口|路口|外)(?:的)?$/u.test(found[0]);
      if (bare.length >= 2 && isSettled && deed.test(bare.slice(0, 6)) && !/^(?:的|太|没|坏|老|总|不|漏|破|堵|脏|乱|黑)/u.test(bare)) {
        place = found.groups.place;
        placeAt = at + found.index + found[0].indexOf(place);
        at += text.length - after.length;
        text = after;
      } else if (bare.length < 2) {
        place = found.groups.place;
        placeAt = at + found.index + found[0].indexOf(place);
        continue;
      }
    }
    const stop = text.indexOf('\u0001');
    const words = stop < 0 ? text : text.slice(0, stop);
    const trimmed = words.replace(/(?:吧|啊|呀|哈|行不行|好不好|可以吗|行吗|怎么样|谢谢|的提案|的建议|的事儿?|这个事儿?|一事|大家看行不行|大家看|呗|嘛|吗|呢|的问题|如何|可好|成不|中不)+$/u, '');
    if (trimmed.length < 2 || (title === undefined && whySaid.test(trimmed) && regions.length > 1 && clause.end > from && regions.some(other => other !== clause && other.start > clause.start && deed.test(other.text)) && !deed.test(trimmed))) continue;
    if (title === undefined && /^(?:谢谢|辛苦|麻烦|各位|大家好|书记|小助手|你好|费用|预算|请(?:大家|各位|支持|书记))/u.test(trimmed)) continue;
    title = tidyWords(wordsOf(scene, at, at + trimmed.length));
    break;
  }
  if (place === undefined) {
    // 咱院里能不能安几个凳子: the place stands before the words that raise the matter.
    const ahead = scene.clauses.find(({ start, end }) => start < from && (end >= from || inPlace.exec(scene.plain.slice(start, end))?.index === 0));
    const found = ahead && inPlace.exec(scene.plain.slice(ahead.start, from).replace(/(?:能不能|可不可以|能否).*$/u, ''));
    if (found?.groups?.place !== undefined && found.index <= 1 && ahead) {
      place = found.groups.place;
      placeAt = ahead.start + found.index + found[0].indexOf(place);
    }
  }
  const said = place === undefined || placeAt < 0 ? undefined : tidyPlace(scene.said.slice(placeOf(scene, placeAt), placeOf(scene, placeAt + place.length)));
  return { title: title !== undefined && title.length >= 2 ? title : undefined, place: said };
}

function tidyPlace(words: string): string {
  return tidyWords(words.replace(/^(?:在|给|把|于|到|咱们?的?|我们的?|就在|定在)/u, '').replace(/(?:的|那)$/u, ''));
}

const listing = /有(?:哪些|啥|什么)(?:正在|在)(?:众筹|做|弄|搞|进行|办)的|(?:都)?(?:有|提了?|是|在弄|在搞|在众筹|正在|开展|进行)?(?:了)?(?:哪些|啥|什么|哪几个|几个|多少(?:个)?)(?:众筹|新|的|在建|在办|公共)?(?:项目|提案|提议|议题|议案|建议|立项)|(?:项目|提案|提议|议题|议案)(?:的)?(?:清单|列表|一览表?|名单|目录|单子|汇总|总表|名录|总览|表|公示)|(?:所有|全部|全体|目前|现有|当前|现在|最近|近期|正在|本月|这个月|今年|咱小区|小区|大家|大伙|居民|邻居|在办|在建|在筹|进行中)(?:的|都|在|有|里|提|这些|那些|众筹|正在|进行|办|建|着)*(?:众筹)?(?:项目|提案|提议|议题|议案)|(?:项目|提案|提议|议题)(?:都)?(?:有|是)?(?:哪些|啥|什么)|(?:大家|大伙|大伙儿|最近|邻居们|人家|都|居民|小区)(?:们)?(?:都|里|最近|都最近|又|近来)*提(?:了|过|的|出)?(?:些|点)?(?:啥|什么|哪些)|(?:看|查|列|瞅|瞧|发|调|翻|浏览|显示|打开)(?:一?下|看|出|个|来|出来|一眼|瞅|一?遍)*(?:咱|我们|咱们|小区|现在|最近|大家|大伙|居民|众筹|全部|所有|有|的|新|都)*(?:项目|提案|提议|议题|议案)/u;

function findList({ plain, bare, no, jested, supposed, clauses }: Scene): Finding[] {
  const cue = listing.exec(plain) ?? (/^(?:众筹)?(?:项目|提案|议题)(?:列表|清单|一览|查询|大全)?$/u.test(bare) && bare.length >= 2 ? /.+/u.exec(bare) : null);
  if (!cue || no !== undefined) return [];
  const talk = jested || supposed || /多少钱|进度|账|钱|验收|投票|表决|方案|施工|撤|附议|积分|怎么提|咋提|如何提|为啥|为什么|凭|啥意思|什么意思|巡查|评分|认捐(?!的?项目)|捐/u.test(plain.replace(/众筹|筹钱|筹款|凑钱/gu, ''));
  const wants = asks(plain) || /看|查|列|瞅|瞧|发|调|翻|浏览|显示|打开|给|清单|列表|一览|单子|目录|汇总|名单/u.test(plain) || bare.length <= 6;
  const score = talk ? 0.45 : wants && plain.length <= 36 && clauses.length <= 4 ? (/^(?:看|查)/u.test(cue[0]) ? 0.86 : 0.93) : 0.5;
  return [{ intent: 'proposal.list', score, why: `list:${cue[0]}` }];
}

const showing = /(?:详情|详细|内容|方案|计划|介绍|说明|情况|简介|资料|信息|具体|细节|原文|预算表|规划)|(?:是)?(?:啥|什么|咋|怎么|怎么个|做什么|干什么|干啥|讲(?:的)?(?:啥|什么)|说(?:的)?(?:啥|什么)|咋回事|怎么回事|哪个)|看|查|打开|瞅|瞧|调出|展开|显示|念|给我|给俺|发|了解|知道/u;

function findShow({ plain, bare, no, asked, jested, supposed, clauses }: Scene): Finding[] {
  if (no === undefined) {
    const wish = /^(?:看|查|瞅|瞧|想看|想看看|发|求)?(?:一下|看|下|个|出来|给我)?(?:那个|这个|具体|详细|项目|实施|施工)*(?:的)?方案(?:是)?(?:咋|怎么|啥|什么|公开)?(?:样|定|的|个|样的|定的)*(?:给我|给俺|给大家)?(?:看|瞧|瞅)*(?:一下)?$/u.test(bare) && /看|查|瞅|瞧|发|啥|咋|什么|怎么|公开|求/u.test(plain);
    return wish ? [{ intent: 'proposal.show', score: 0.82, why: 'show:plan' }] : [];
  }
  if (/进度|进展|施工|干到|修到|开工|完工|账|钱|票|投|收支|余额|验收|巡查|认捐|捐|附议|同意|反对|弃权|支持|赞成|赞同|没意见|撤|分$|星|归|类|支出|收到|入账|到账|支付|₥|开支|筹|截止|评|出工|立项|公示方案|发布|停水|停电|住/u.test(plain)) return [];
  const cue = showing.exec(plain);
  const alone = /^№$/u.test(bare);
  if (!cue && !alone) return [];
  const talk = jested || supposed || /我觉得|不好|不行|太|凭啥|为啥|为什么|谁提|真|没用|有问题|怎么还|咋还|怎么样了|咋样了|怎么又|怎么没/u.test(plain);
  const wants = asked || /看|查|打开|瞅|瞧|调|展开|显示|念|给|发|了解|知道|说说|讲讲|详情|内容|方案|介绍|情况|具体|资料|信息|说明/u.test(plain);
  const score = talk ? 0.42 : alone ? 0.72 : wants && plain.length <= 32 && clauses.length <= 4 ? 0.9 : 0.5;
  return [{ intent: 'proposal.show', score, why: `show:${cue?.[0] ?? 'number'}`, slots: { no } }];
}
