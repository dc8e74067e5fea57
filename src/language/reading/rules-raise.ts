import { asks, isPadding, isQuoted, jests, supposes } from './cues.js';
import { costClause, costIn } from '../values/costs.js';
import { tidyWords } from './pieces.js';
import type { Finding, Scene, Slots } from './scene.js';
import { placeOf, wordsOf } from './sentence.js';

/** The words that say a matter is being raised, and what may follow them before the matter itself. */
const raising =
  /(?:发起|新增|新建|提交|提出|提请|上报|提|报|写|发|递|来|加|起草|申报|搞)(?:一?个|一?条|一?项|一?份|一?下|交|了|上|新)*(?:众筹)?(?:提案|提议|议案|建议|议题|意见|立项|倡议|诉求|项目申请|想法|点子|小建议)|(?:申请|建议|请求|要求|能不能|可不可以|希望|想|给|帮|请|麻烦|报|要)?(?:给)?(?:立|报)(?:一?个|一下)?项(?!目)|(?:申请|请求)(?:立项|给|把|在|安装|修|加装|更换|建|增设|解决|维修|改造|清理)|(?:^|[，,\s。])(?:新)?(?:提案|提议|倡议|议题|建议)(?:[:：，,\s]|(?=[一-龥]))|(?:我|俺|咱|本人|我家|我们|俺们)(?:们)?(?:家)?(?:也|想|要|再|就|来|郑重|强烈|在此|代表.{1,8}|想跟大伙|想跟大家|想给大家|跟大家|给大伙|向大家|跟大伙|向支部|向社区|有个|有一个|提一个|提个|这边|在这)*(?:提议|建议|倡议|提案|呼吁)|(?:反映|反应|反馈|上报|汇报|提|说)(?:一?个|一?下|个)?(?:公共的?|咱?小区的?|大家的?)?(?:问题|情况|事儿?|一件事)(?:儿)?(?:[:：，,\s就]|(?=把|给|在))|(?:能不能|可不可以|能否|可否)(?:给|帮|在|把|再|请|社区|物业|支部|书记|咱们?|大家|大伙|小区|楼下|[一-龥]{0,6})(?=挖|装|修|建|搞个|弄个|整个|设个|加个|加装|安|铺|种|增|补|砌|盖|立个)|(?:有个|有一个|提个|说个)(?:提议|建议|想法|事儿?想提|提案|诉求)|(?:希望|盼望|盼着|恳请|请求|强烈要求|要求|呼吁)(?:能|能够|可以|尽快|社区|物业|小区|书记|支部|网格|大家|咱们?|给)*(?:把|给|在|装|修|换|建|加|增|清|解决|改|重新|安|铺|种|设|拆|弄|整)/u;
const titleNoise =
  /^(?:[:：,，、\s。]|的是|是|就是|内容是?|题目是?|事项是?|一下|下|哈|啊|吧|呀|呢|那个|这个|把事|个事儿?|一?个|一?条|大家|大伙|大伙儿|咱们?|咱|我们|能不能|可不可以|可以|希望|建议|提议|想|请|应该|是不是(?:该|可以|能)|给|事儿?|事情|关于|针对|就|支部|社区|小区(?=给|把|应|能)|书记|看能不能|看看能不能|看|要不要|要不|不如|我想|我看|我觉得|尽快|能|赶紧|立个?项|了|他|说|问题|情况|众筹|筹钱|一起|凑钱|为|提案|提个|新|议题|意见|名称是?|标题是?|项目是?|提个提案|提个建议|立项|申请|的)+/u;
const whySaid =
  /^(?:因为|由于|现在|目前|老是|总是|经常|一到|一下雨|晚上|老人|孩子|大家|太|每次|天天|实在|很多|好多|不然|否则|要不然|这样|免得|省得|方便|都|不安全|多年|年久|坏了|希望|谢谢|麻烦|辛苦|大家看|行不行|可以吗|怎么样|好不好|支持|各位|请|有同意|同意的|费用|预算|大概|大约|估计|预计|约|位置|地点|地址|在哪|造价|总|需要|得花|要花|花|差不多|成不成|中不中|咋样|您看|你们看|能不能|已经|原来|没人|看|反映|我|俺)/u;
const placeNamed =
  /(?:(?<=[\s，,])(?:放|装在|安在|设在|建在|摆|种在|弄在)(?:在|到)?(?=[^，。,\s]{1,8}(?:$|[\s，,。]))|位置|地点|地址|安装地点|位置就?)(?:就)?(?:在|是|为|:|：|\s|定在|选在|放在)*(?<place>[^，。,;；!！\s]{2,20})/u;
const inPlace =
  /(?:在|给|把|于|到)?(?<place>(?:咱|我们|咱们|俺家|我家|小区|我们小区|咱小区|本小区)?(?:的|里)?(?:⌂(?:和|与|到|跟)⌂|⌂|[一-龥\d]{0,8}?(?:院里|院子里|楼前头|楼后头|楼前|楼后|楼下|单元门口|单元门前|小区门口|大门口|东门口|西门口|南门口|北门口|小区东门|小区西门|小区南门|小区北门|小区|广场|大门|东门|西门|南门|北门|门口|门卫|花园|游园|公园|车棚|停车场|活动室|活动中心|服务中心|驿站|围墙根|围墙|墙根|路口|巷子|胡同|过道|单元门|楼道|楼顶|地下室|地下车库|车库|凉亭|操场|空地|绿化带|后院|前院|院子|院里|大院|主路|中心路|健身区|垃圾站|垃圾房|水塔|配电室|泵房|锅炉房|自行车棚|幼儿园|学校|超市|食堂|宿舍|家属院|东区|西区|南区|北区|一期|二期|三期))(?:的)?(?:底下|旁边?|边上?|东头|西头|南头|北头|东侧|西侧|南侧|北侧|东边|西边|南边|北边|前面?|后面?|门口|门前|楼前|楼后|楼下|附近|周围|一带|中间|对面|之间|拐角|空地|墙上|里面?|内|处|那边|那块|那片|那里|那儿|上面?|入口|出口|路口|两侧|四周|外|外面|到[一-龥⌂]{1,6}(?:之间)?)*(?:的)?(?:空地|路边|小路|那条路|草坪|绿化带|墙|角落)?)/u;

export function findRaised(scene: Scene): Finding[] {
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
    (!/^[我俺咱]/u.test(cue[0]) &&
      /(?:谁|他|她|老[赵钱孙李周吴郑王张陈刘杨]|小[赵钱孙李周吴郑王张陈刘杨]|人家|有人|上次|上回|去年|以前|之前|昨天|没人|物业|书记|你|大家|别|不想|没|怎么|咋|如何|不|楼上|都|哪里|在哪|我妈|我爸)(?:们)?(?:家)?(?:也|都|又|就|还|说|老|能|可以|想|要|来)?$/u.test(
        before,
      )) ||
    /^(?:的|了(?:吗|没|好几|半年|也|都|又)|过|书|人|咋|怎么|没|被|通过|多|太|有(?:用|啥|什么|几|多少)|吗|呢|清单|列表|能通过|要|需要几|箱|(?<!倡议|呼吁|提议)大家|各位|你们?|他们?|都|有|在哪|看看|给我看|投票|权|收到|(?:大家|你们?|各位|书记|物业|他).{0,3}(?:别|少|多|注意|看看|去|来|都))/u.test(
      after,
    ) ||
    (asked && title === undefined) ||
    /(?:有|都)(?:哪些|啥|什么)(?:提案|建议|提议)|提(?:了)?(?:多少|几|哪些|啥|什么)|提案(?:有|都|怎么|咋|列|清单|情况)|怎么提|咋提|如何提|提案人/u.test(
      plain,
    ) ||
    (supposes(before) && !/[:：]/u.test(cue[0]));
  const noMatter = title === undefined;
  const toPeople =
    /^(?:大家|各位|你们|你|邻居们|业主们|楼上|停车|养狗|车主|家长|物业公司?别|别|少|多|注意|不要|先|还是|等|再|投|捐|同意|反对)/u.test(
      title ?? '',
    );
  const isDeed = deed.test(title ?? '') || cost !== undefined || place !== undefined;
  const score = talk
    ? 0.35
    : jested || jests(plain)
      ? 0.45
      : noMatter
        ? /发起|提|立项/u.test(cue[0])
          ? 0.78
          : 0.4
        : toPeople
          ? 0.45
          : isLoose && !isDeed
            ? 0.62
            : isLoose
              ? 0.87
              : 0.95;
  void clauses;
  return [{ intent: 'proposal.open', score, why: `raise:${cue[0]}`, slots: { title, place, cost } }];
}

const deed =
  /装|修|换|建|加|改|铺|刷|安|种|清|拆|立|设|增|盖|整|弄|挖|砌|添|补|翻|疏|治|搞|搭|划|买|配|做|规范|解决|治理|绿化|硬化|亮化|美化|维护|维修|更新|改造|拓宽|升级|开|通|粉|涂|打|画|放|摆|填|埋|竖|锯|砍|喷|封|堵|遮|挡|贴|挂|栽|引|办|组织|排|扩|移|挪|收拾|打扫|管/u;

const startsDeed = new RegExp(`^(?:要|得|应该|能|想|需要|重新|新|再|统一|都|加|多)?(?:${deed.source})`, 'u');

/** The matter: the first clause after the words that raise it which is neither place, cost, reason nor courtesy. */
function titleOf(scene: Scene, from: number): { readonly title?: string; readonly place?: string } {
  let place = placeNamed.exec(scene.plain)?.groups?.place;
  let placeAt = place === undefined ? -1 : scene.plain.indexOf(place, scene.plain.search(placeNamed));
  let title: string | undefined;
  const regions = [...scene.clauses.filter(({ end }) => end > from), ...scene.clauses.filter(({ end }) => end <= from)];
  for (const clause of regions) {
    const start = clause.end > from && clause.start < from ? from : clause.start;
    let text = scene.plain.slice(start, clause.end).replace(costClause, found => '␀'.repeat(found.length));
    if (/^(?:位置|地点|地址|安装地点)/u.test(text)) continue;
    if (
      clause.end <= from &&
      (isPadding(clause.text) ||
        !deed.test(clause.text) ||
        asks(clause.text) ||
        /^(?:我|俺)?(?:是|住)/u.test(clause.text))
    )
      continue;
    let at = start;
    const head = titleNoise.exec(text)?.[0].length ?? 0;
    // 给楼道安上扶手, 把门口的灯换了: the place is what is worked on, and stays.
    const isObject =
      (/[给把]$/u.test(text.slice(0, head)) || /^[给把]/u.test(text.slice(head))) && !/^给?⌂/u.test(text.slice(head));
    const skipped = isObject && /[给把]$/u.test(text.slice(0, head)) ? head - 1 : head;
    at += skipped;
    text = text.slice(skipped);
    if (clause.end <= from) {
      const raise = raising.exec(text);
      if (raise) text = text.slice(0, raise.index);
    }
    const placed = place === undefined ? inPlace.exec(text) : null;
    const found = placed && !isObject && !startsDeed.test(placed.groups?.place ?? '') ? placed : null;
    if (found && found.index <= 1 && found.groups?.place !== undefined) {
      const after = text.slice(found.index + found[0].length).replace(/^(?:那边|那块|,|，)?(?:的)?/u, '');
      const bare = after.replaceAll('␀', '');
      const isSettled =
        startsDeed.test(bare) ||
        found[0].endsWith('的') ||
        /⌂|(?:底下|旁边?|边|头|侧|面|门口|门前|附近|周围|一带|中间|之间|对面|拐角|空地|里|内|处|那边|那块|那里|上|入口|出口|路口|外)(?:的)?$/u.test(
          found[0],
        );
      if (
        bare.length >= 2 &&
        isSettled &&
        deed.test(bare.slice(0, 6)) &&
        !/^(?:的|太|没|坏|老|总|不|漏|破|堵|脏|乱|黑)/u.test(bare)
      ) {
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
    const stop = text.indexOf('␀');
    const words = stop < 0 ? text : text.slice(0, stop);
    const trimmed = words.replace(
      /(?:吧|啊|呀|哈|行不行|好不好|可以吗|行吗|怎么样|谢谢|的提案|的建议|的事儿?|这个事儿?|一事|大家看行不行|大家看|呗|嘛|吗|呢|的问题|如何|可好|成不|中不)+$/u,
      '',
    );
    if (
      trimmed.length < 2 ||
      (title === undefined &&
        whySaid.test(trimmed) &&
        regions.length > 1 &&
        clause.end > from &&
        regions.some(other => other !== clause && other.start > clause.start && deed.test(other.text)) &&
        !deed.test(trimmed))
    )
      continue;
    if (
      title === undefined &&
      /^(?:谢谢|辛苦|麻烦|各位|大家好|书记|小助手|你好|费用|预算|请(?:大家|各位|支持|书记))/u.test(trimmed)
    )
      continue;
    title = tidyWords(wordsOf(scene, at, at + trimmed.length));
    break;
  }
  if (place === undefined) {
    // 咱院里能不能安几个凳子: the place stands before the words that raise the matter.
    const ahead = scene.clauses.find(
      ({ start, end }) => start < from && (end >= from || inPlace.exec(scene.plain.slice(start, end))?.index === 0),
    );
    const found =
      ahead && inPlace.exec(scene.plain.slice(ahead.start, from).replace(/(?:能不能|可不可以|能否).*$/u, ''));
    if (found?.groups?.place !== undefined && found.index <= 1 && ahead) {
      place = found.groups.place;
      placeAt = ahead.start + found.index + found[0].indexOf(place);
    }
  }
  const said =
    place === undefined || placeAt < 0
      ? undefined
      : tidyPlace(scene.said.slice(placeOf(scene, placeAt), placeOf(scene, placeAt + place.length)));
  return { title: title !== undefined && title.length >= 2 ? title : undefined, place: said };
}

function tidyPlace(words: string): string {
  return tidyWords(words.replace(/^(?:在|给|把|于|到|咱们?的?|我们的?|就在|定在)/u, '').replace(/(?:的|那)$/u, ''));
}

const announced =
  /(?:^|[，,\s])(?:我|俺|咱|本人)?(?:们)?(?:正式|郑重|也|想|要|来|再|这儿)*(?:立|提|报|发|搞|写)(?:上|了)?(?:一?个|一?条|一?项)?(?:提案|议题|案子?|议|项|建议|儿)?(?=[:：，,\s]|$)/u;

/** The matter, its place and its costs, for who already knows that one is raised. */
export function raisedSlots(scene: Scene): Slots {
  const cue = raising.exec(scene.plain);
  const named = announced.exec(scene.plain);
  const rest = named && scene.plain.slice(named.index + named[0].length).trim();
  const from = cue ? cue.index + cue[0].length : named && rest !== '' ? named.index + named[0].length : 0;
  return { ...titleOf(scene, from), cost: costIn(scene) };
}
