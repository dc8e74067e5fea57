import { asks, isPast, isQuoted, leadOf, namesOthers, supposes, tells, type Clause, withoutAddress } from './cues.js';
import { chineseNumerals, readWhole } from '../values/numbers.js';
import { tidyWords } from './pieces.js';
import type { Finding, Scene, Slots } from './scene.js';
import { wordsOf } from './sentence.js';
import { measures } from '../values/quantity.js';

const count = `(?:\\d{1,5}|[${chineseNumerals}]{1,6}|半)`;
const giving =
  '认捐|捐赠|捐献|捐助|捐出|捐|提供|赞助|支援|贡献|奉献|认领|认|出|拿出来|拿出|拿|送来|送|带来|带|搬来|搬|供应|供|给|支持|献|凑|添|加|扛来|扛|拉来|拉|包';

const giveCounted = new RegExp(
  `(?<verb>${giving})(?<done>了|过)?(?:出|上|来|个|到|他|咱们?小区|小区|大家|大伙)?(?<count>${count})(?<measure>${measures})(?<item>[^，。,.!！?？;；、\\s№₥¿⌂]{1,20})`,
  'u',
);
const givenAfter = new RegExp(
  `^(?<lead>.{0,24}?)(?<verb>${giving})?(?<item>[^\\s，。,;；№₥¿⌂]{1,14}?)(?<turn>我|俺|咱|我家|俺家|我们家|我们|我来|我也|这边|家里)?(?:来|也|都|就)?(?<late>认捐|捐|出|提供|赞助|认|拿|包|送|供)?(?<count>${count})(?<measure>${measures})(?:吧|啊|哈|呀|的|了|呗)*(?:给.{0,10}|用)?$`,
  'u',
);
const giveUncounted = new RegExp(
  `(?<verb>认捐|捐赠|捐献|捐助|捐出|捐|提供|赞助|支援|贡献|送)(?:出|个|上|来)?(?:一些|一点|点|些|一批|若干|几${'(?:'}${measures})|俩|仨|[两三]?[三四五]${'(?:'}${measures}))?(?<item>[^，。,.!！?？;；、\\s№₥¿⌂]{1,14})`,
  'u',
);
const handOver =
  /把(?:我|俺|咱)?(?:们)?(?:家)?(?:里)?(?:的|那|这)?(?:(?<count>[\d一二两三四五六七八九十]{1,3})(?<measure>公斤|[袋包桶箱盒瓶根条台把张盏个只块棵株盆套件辆本支副床车卷捆吨斤架扇节对面]))?(?<item>[^，。,\s]{1,14}?)(?:都|也|全)?(?:捐|送|拿|贡献|赞助|搬|提供|献|抬|扛)(?:了|出来|出|给|到|来|去|上)?/u;
const ownThing =
  /(?:(?:我|俺|咱)(?:们)?(?:家)?(?:里|这)?|家里|家中)(?:还)?有(?:个|台|把|张|些)?(?:闲置的?)?(?:(?<count>[\d一二两三四五六七八九十]{1,3})(?<measure>公斤|[袋包桶箱盒瓶根条台把张盏个只块棵株盆套件辆本支副床车卷捆吨斤架扇节对面])|点|些|一些|闲置的?|现成的?|多余的?)?(?<item>[^，。,\s]{1,12}?)(?:[，。,\s]+)?(?:闲着没用|用不上|闲着|放着也是放着)?(?:[，。,\s]+)?(?:可以|能|愿意|都|就|也|我)?(?:捐|拿出来|拿来|贡献|提供|送|搬来|搬出来|赞助|献)(?!谁)/u;

const noItem =
  /^(?:赞|字|气|白眼|馊|鬼|屁|大招|洋相|风头|难题|钱|款|元|块|人民币|的|了|过|人|吧|啊|哈|一票|月(?!季|饼|子)|小时|钟头|天|上午|下午|工(?!具|作)|力|主意|意见|建议|名|力气|劳力|时间|心|意思|头|心意|爱心|面子|点子|啥|什么|不|没|单元|楼|户|给|第|项目|方案|机会|话|星|分|晚上|早上|份力|半|个人|口号|家|号|众筹|积分|账|票|点)/u;
const itemEnd =
  /(?:给|捐给|送给|用于|用来|支持|来(?=.{0,2}$)|吧|啊|哈|呀|呗|的话|行|可以|放|帮|一起|可以吗|过来|出来|够不够|免费|作为|当|做|铺|刷|是|都是|不要钱|供|在|请|就|谢谢|我|俺|到|为|修|先|让|明天|后天|外加|表示|略|你们|大家|大伙|随时|没问题|不够|来做|来修|去|也).*$/u;

const handing = /捐|出|提供|赞助|拿|送|支援|贡献|认|带|搬|供|献|支持|凑|添|扛|拉|包|抬/u;
const counts = new RegExp(`${count}(?:${measures})`, 'u');

export function findGoods(scene: Scene): Finding[] {
  const found: Finding[] = [];
  if (scene.noise || !handing.test(scene.plain)) return found;
  for (const clause of scene.clauses) {
    const goods = readGoods(scene, clause);
    if (goods && !isQuoted(scene.plain, clause.start, clause.end)) found.push(goods);
  }
  const whole = ownThing.exec(scene.plain) ?? handOver.exec(scene.plain);
  const handed = whole ? handedOver(scene, whole) : [];
  return [...handed, ...found]
    .toSorted(
      (a, b) => b.score - a.score || Number(b.slots?.quantity !== undefined) - Number(a.slots?.quantity !== undefined),
    )
    .slice(0, 1);
}

function readGoods(scene: Scene, clause: Clause): Finding | null {
  const { text } = clause;
  const isCounted = counts.test(text);
  const counted = isCounted ? giveCounted.exec(text) : null;
  if (counted?.groups) {
    const at = counted.index + counted[0].length - (counted.groups.item?.length ?? 0);
    const item = itemFrom(wordsOf(scene, clause.start + at, clause.start + counted.index + counted[0].length));
    const after = text.slice(at + (counted.groups.item?.length ?? 0)) + (counted.groups.item ?? '').slice(item.length);
    if (item && !noItem.test(item))
      return weigh(scene, clause, text.slice(0, counted.index), after, { ...counted.groups, item });
  }
  const after = isCounted ? givenAfter.exec(text) : null;
  if (after?.groups && (after.groups.verb ?? after.groups.late) && !counted) {
    const { lead = '', verb, late, item: named = '', turn = '' } = after.groups;
    const from = clause.start + lead.length + (verb?.length ?? 0);
    const item = itemFrom(wordsOf(scene, from, from + named.length));
    const before = verb === undefined ? turn || '我' : lead;
    if (
      item &&
      !noItem.test(item) &&
      !noItem.test(text.slice(text.indexOf(after.groups.measure ?? '') + 1) || '物') &&
      (verb ?? late)
    ) {
      return weigh(scene, clause, before, '', { ...after.groups, verb: verb ?? late, item });
    }
  }
  const loose = giveUncounted.exec(text);
  if (loose?.groups && !counted) {
    const at = loose.index + loose[0].length - (loose.groups.item?.length ?? 0);
    const item = itemFrom(wordsOf(scene, clause.start + at, clause.start + loose.index + loose[0].length));
    const late = new RegExp(`^(?<item>.{1,10}?)(?<count>${count})(?<measure>${measures})$`, 'u').exec(item)?.groups;
    if (late && thing.test(item))
      return weigh(scene, clause, text.slice(0, loose.index), '', { ...loose.groups, ...late });
    if (item.length >= 2 && thing.test(item) && !noItem.test(item))
      return weigh(scene, clause, text.slice(0, loose.index), '', { ...loose.groups, item });
  }
  return null;
}

/** Things that neighbours give, for sentences that count nothing. */
const thing =
  /水泥|沙|石|砖|漆|涂料|灯|椅|凳|桌|架|梯|工具|铲|锹|镐|扫帚|扫把|拖把|桶|花|树|苗|盆|草|书|电扇|风扇|空调|冰箱|电视|音响|喇叭|监控|摄像|棋|牌|球|器材|材料|木|板|玻璃|管|线|电缆|钉|螺丝|锁|门|窗|帘|纸|笔|茶|水|饭|面|米|油|蛋|菜|水果|西瓜|饮料|衣|被|床|沙发|柜|箱|推车|三轮|手套|口罩|雨伞|雨棚|棚|毯|垫|布|旗|灭火器|急救|药|玩具|乒乓|篮|跳绳|钢筋|铁|钢|瓦|胶|绳|网|围栏|栏杆|肥|土|轮椅|电钻|电锯|水泵|插排|充电|机|车|砂浆|腻子|滑梯|秋千|长廊|宣传|横幅|打印/u;

function handedOver(scene: Scene, found: RegExpExecArray): Finding[] {
  const { count: number, measure, item: named = '' } = found.groups ?? {};
  const at = found.index + found[0].indexOf(named);
  const item = itemFrom(wordsOf(scene, at, at + named.length));
  const clause = scene.clauses.find(({ end }) => end > found.index);
  if (!item || noItem.test(item) || !clause) return [];
  const before = scene.plain.slice(clause.start, found.index);
  const goods = weigh(scene, clause, before, '', { count: number, measure, item, verb: '捐' });
  return goods ? [goods] : [];
}

function weigh(
  scene: Scene,
  clause: Clause,
  words: string,
  after: string,
  groups: Readonly<Record<string, string | undefined>>,
): Finding | null {
  const { text } = clause;
  const before = withoutAddress(words);
  if (clause.asked || supposes(text) || /(?:不|没|别|不想|甭|谁|说)(?:让)?(?:我|俺)?(?:再|家|给)?$/u.test(before))
    return null;
  if (/吗$|够不够|行不行|谁|多少|咋|怎么|啥(?:时候|用)|什么时候/u.test(text)) return null;
  if (groups.done !== undefined && !/记|登/u.test(scene.plain)) return null;
  if (/积分|兑|换|收到|入库/u.test(scene.plain) && !/捐|认/u.test(text)) return null;
  if (isPast(before) && !/现在|这次|这回|今年/u.test(before)) return null;
  const lead = leadOf(before);
  if (lead !== 'clear' && (namesOthers(before) || tells(before)) && !(lead === 'topic' && !tells(before))) return null;
  const firm = /认捐|捐|提供|赞助|贡献|支援|认领|献/u.test(groups.verb ?? '')
    ? 0.95
    : /出/u.test(groups.verb ?? '')
      ? 0.9
      : /[我俺咱]/u.test(before)
        ? 0.84
        : before === '' && /给|到/u.test(text) && thing.test(groups.item ?? '')
          ? 0.82
          : 0.62;
  const base = lead === 'clear' ? firm : lead === 'topic' ? Math.min(firm, 0.88) : Math.min(firm, 0.72);
  const later = scene.clauses.filter(({ start }) => start > clause.start);
  const doubt =
    later.some(
      ({ text: other, asked }) =>
        /前提|除非|只要|要是|如果|的话|谁要|有人要|要不要|便宜卖|转让|开玩笑/u.test(other) ||
        (asked && other.length < 8),
    ) || /谁要|有人要/u.test(after);
  const earlier = scene.clauses.some(
    ({ start, text: other }) =>
      start < clause.start && (supposes(other) || other.endsWith('说') || (asks(other) && /谁|凭/u.test(other))),
  );
  const score = Math.min(base, scene.jested ? 0.45 : 1, doubt || earlier ? 0.4 : 1);
  const quantity = groups.count === undefined ? undefined : (readWhole(groups.count) ?? undefined);
  return {
    intent: 'pledge.goods',
    score,
    why: `goods:${groups.verb}`,
    slots: { item: groups.item, quantity, no: scene.no },
  };
}

function itemFrom(words: string): string {
  const short = words.replace(/^(?:(?:闲置|多余|剩下|用不上|不用|现成|家里|出来)?的)/u, '');
  return tidyWords(short.length > 2 ? short.slice(0, 1) + short.slice(1).replace(itemEnd, '') : short);
}

const handedThing = new RegExp(
  `(?:那|这)(?:一)?(?:${measures})(?<item>[^，。,\\s№₥¿⌂\\d]{1,10}?)(?:都|也|全|就)?(?:捐|送)`,
  'u',
);
const countedThings = [
  new RegExp(
    `(?<count>${count})(?<measure>${measures}|次|份)(?:的)?(?<item>[^，。,.!！?？;；、\\s№₥¿⌂\\d]{1,12})`,
    'u',
  ),
  new RegExp(
    `(?<item>[^，。,.!！?？;；、\\s№₥¿⌂\\d]{2,12}?)[\\s，,]*(?:我|俺|来|要|给|出|兑|换|捐)*(?<count>${count})(?<measure>${measures}|次|份)`,
    'u',
  ),
];
const beforeThing =
  /^(?:拿|用|把|给|帮|我|俺|咱|家|的|那|这|积分|分|顶|兑换?|换|要|来|出|捐|送|认|赞助|提供|扣|店里?|铺子里?|里)+/u;

/** Things with their number, for who already knows that things are spoken of: 十箱矿泉水, 水龙头十二个. */
export function thingSlots(scene: Scene): Slots {
  const { text, no } = scene;
  for (const pattern of countedThings) {
    const found = pattern.exec(text);
    const item = tidyThing(found?.groups?.item ?? '');
    const quantity = readWhole(found?.groups?.count ?? '') ?? undefined;
    if (item.length >= 2 && !noItem.test(item)) return { item, quantity, no };
  }
  const handed = tidyThing(handedThing.exec(text)?.groups?.item ?? '');
  return handed.length >= 2 ? { item: handed, no } : { no };
}

/** 干活那天的矿泉水 is 矿泉水, 瓷砖全 and 灯泡明早 are 瓷砖 and 灯泡. */
function tidyThing(words: string): string {
  const whole = words
    .replace(beforeThing, '')
    .replace(/(?:全部?|都|明早|明天|今晚|那条|算|放|我包了?|我供|我出|我来)+$/u, '');
  const last = whole.slice(whole.lastIndexOf('的') + 1);
  return itemFrom(last.length >= 2 ? last : whole);
}
