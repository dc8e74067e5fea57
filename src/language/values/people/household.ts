import { buildingLabel, roomLabel } from '../../../domain/label.js';
import { chineseDigits, chineseNumerals, readDigits, readWhole } from '../numbers.js';
import { remembered } from '../manner/remembered.js';
import { foldWidth } from '../width.js';

/** Where somebody lives, and perhaps the name. Nothing is guessed: what was not said is left out. */
export interface Household {
  /** A number, or a name with letters: A, 甲1. */
  readonly building?: number | string;
  readonly unit?: number | string;
  /** 301, or a name: 商铺3. */
  readonly room?: string;
  readonly name?: string;
}

/** An address in a longer text. */
export interface Address extends Household {
  readonly start: number;
  readonly end: number;
}

/** The door of a flat as it is mostly numbered: its storey, and 01 to 09. */
export const doorForm = '[1-9]\\d?0[1-9]';
const door = new RegExp(`^${doorForm}$`, 'u');

/** True for words that are such a door and nothing else. */
export const isBareDoor = (words: string): boolean => door.test(words);

/** How an address stands in a sentence of fixed form: 3号楼2单元301, 3-2-301; the source of a regular expression. */
export const addressForm =
  '(?:[\\d０-９]{1,3}|[一二三四五六七八九十]{1,3})号?[楼栋幢](?:第?[\\d０-９一二三四五六七八九十]{1,3}单元)?[\\d０-９]{2,4}[室户]?|\\d{1,2}-(?:\\d{1,2}-)?\\d{3,4}' +
  // A座1单元102, 甲1号楼101, A-1-102, 1号楼1单元商铺3, 1-1-商铺3.
  '|(?:[A-Za-z]\\d{0,2}|[甲乙丙丁戊己庚辛壬癸]\\d{0,2}|\\d{1,3}-\\d{1,2})(?:号楼|[座栋幢])(?:[\\d一二三四五六七八九十A-Za-z]{1,3}单元)?[A-Za-z]?\\d{2,4}[室户]?' +
  '|(?:[A-Za-z]\\d{0,2}|[甲乙丙丁]\\d{0,2})-(?:\\d{1,2}-)?\\d{3,4}' +
  '|\\d{1,3}(?:号楼(?:\\d{1,2}单元)?|-(?:\\d{1,2}-)?)(?:商铺|底商|门市|门面|地下车位|车位|车库|储藏室)[A-Za-z]?\\d{1,4}';

/** What is no flat and has a name for a number. */
const spot = '(?:商铺|底商|商服|门市|门面|地下车位|车位|车库|储藏室|储藏间)[A-Za-z]?\\d{1,4}';
const lettered = '(?:[A-Za-z]\\d{0,2}|[甲乙丙丁戊己庚辛壬癸]\\d{0,2})';
const n = `(?:\\d{1,3}|[${chineseNumerals}]{1,4})`;
// 一二三的二 tells how a sign is written.
const r = `(?:\\d{2,4}(?!\\d)|(?![${chineseNumerals}]+的[${chineseNumerals}])[${chineseNumerals}]{2,6})`;
const address = new RegExp(
  [
    // A座1单元102, 甲1号楼101, 1-2号楼1单元104, and A-1-102.
    `(?<![A-Za-z\\d-])(?<nameBuilding>${lettered}|\\d{1,3}-\\d{1,2}(?=号楼))(?:号楼|号院|座|栋|幢)\\s*,?(?:第?(?<nameUnit>${n}|[A-Za-z])单元)?\\s*(?<nameRoom>${spot}|[A-Za-z]?\\d{2,4}(?!\\d))?(?:室|号房|房|户)?`,
    `(?<![A-Za-z\\d-])(?<tagBuilding>${lettered})-(?:(?<tagUnit>\\d{1,2})-)?(?<tagRoom>\\d{3,4}|${spot})(?![\\d型系款-])(?:室)?`,
    // 3号楼2单元301, 3栋2单元, 十一号楼五零二, 9号楼东单元 has no number.
    `(?<building>${n})\\s*(?:号楼|号栋|楼栋|号院|栋|幢|座|#楼|楼(?!上|下|道|顶|长|梯|管|的灯|[东西南北]头|前|后|底))\\s*,?(?:第?(?<unit>${n})\\s*(?:单元|门(?!口|前|禁)|号门|单(?!独)))?\\s*,?(?:第?${n}层|${n}楼)?\\s*(?:的\\s*(?=\\d{3}))?(?<room>${spot}|${r})?(?:室|房间|号房|房|户|号(?!楼|项|提))?`,
    // 7-1-602, 3-301.
    `(?<![\\d-])(?<dashBuilding>\\d{1,2})[-—－/](?:(?<dashUnit>\\d{1,2})[-—－/])?(?<dashRoom>\\d{3,4}(?![\\d-])|${spot})(?:室)?`,
    // 2单元301 alone, and 1单元的301.
    `(?<loneUnit>${n})单元\\s*(?:的\\s*(?=\\d{3}))?(?<loneRoom>${r})?(?:室|房|户)?`,
    // 我们302愿意, 我住302, 402家.
    `(?:(?<=[我俺咱]们)(?=\\d+[家的愿也室户出捐认同反])|(?<=[我俺咱]家?[是住])|(?<=[我俺咱]们?家)(?=\\d+(?:室|户|愿|同意|反对)))(?<ownRoom>\\d{3,4})(?![\\d号])|(?<=楼[上下]|隔壁|对门|对面)(?<nextRoom>\\d{3,4})(?=[,，]?(?:那|家|的|户|室|老|总|天天|又|一直|漏|渗|吵|闹|住|装修))|(?<![\\d.])(?<homeRoom>\\d{3,4})家(?![具里属长电门])`,
    `(?<![\\d${chineseDigits}])(?<roomOnly>\\d{3,4}|[${chineseDigits}]{3,4})(?:室|房(?!子|东|租|价)|户(?!外|型))`,
  ].join('|'),
  'gu',
);

/** Every address in the text. */
export const findAddresses = remembered((text: string): readonly Address[] => {
  if (
    !/楼|栋|幢|座|单元|室|房|户|院|\d[-—－/][\d商底门地车库储]|[A-Za-z甲乙丙丁]\d?-\d|[我们家是住]\d{3}|\d家|(?:隔壁|对门|对面)\d{3}/u.test(
      text,
    )
  )
    return [];
  const addresses: Address[] = [];
  for (const found of text.matchAll(address)) {
    const groups = found.groups ?? {};
    const building = named(groups.nameBuilding ?? groups.tagBuilding) ?? whole(groups.building ?? groups.dashBuilding);
    const unit = unitOf(groups.nameUnit ?? groups.tagUnit ?? groups.unit ?? groups.dashUnit ?? groups.loneUnit);
    const room = roomOf(
      groups.nameRoom ??
        groups.tagRoom ??
        groups.room ??
        groups.dashRoom ??
        groups.loneRoom ??
        groups.ownRoom ??
        groups.homeRoom ??
        groups.nextRoom ??
        groups.roomOnly,
    );
    if (building === undefined && unit === undefined && room === undefined) continue;
    const end = found.index + found[0].length;
    addresses.push({ start: found.index, end, ...present({ building, unit, room }) });
  }
  return addresses;
});

/** Reads the household that a text is about: an address in one or more pieces, and a name after it or introduced. */
export function readHousehold(text: string): Household | null {
  const plain = joined(text);
  const pieces = findAddresses(plain);
  const merged: { building?: number | string; unit?: number | string; room?: string } = {};
  for (const { building, unit, room } of pieces) {
    merged.building ??= building;
    merged.unit ??= unit;
    merged.room ??= room;
  }
  const name = findName(plain, pieces);
  const household = present({ ...merged, name });
  return Object.keys(household).length > 0 ? household : null;
}

/** 2单元，三楼，301 in one piece, without the floor, which the room tells as well. */
function joined(text: string): string {
  return foldWidth(text.slice(0, 400))
    .replace(/儿(?=单元)/gu, '二')
    .replace(/(?<=单元)[\s,，、]*第?[\d一二三四五六七八九十]{1,3}[楼层][\s,，、]*(?=\d{3})/gu, '')
    .replace(/(?<=[\d号楼栋单元])[\s,，、]+(?=\d|[一二三四五六七八九十]+(?:单元|室))/gu, '');
}

const ownBefore = /(?:我|俺|咱|本人)(?:们)?(?:家)?(?:就|都|也)?(?:是|住在?|在|家在?)\s*$/u;
const otherBefore =
  /(?:楼上|楼下|隔壁|对门|对面|对过|邻居|上头|下头|上面|下面)(?:那|的|是|住)?(?:家|户)?的?\s*$|(?:爸|妈|爹|娘|婆婆|公公|岳[母父]|丈母娘|儿子|女儿|闺女|[哥姐弟妹]{1,2}|亲戚|朋友|同事|爷爷|奶奶|姥姥|姥爷|他|她|人家)(?:们)?(?:家)?(?:就|都|也)?(?:是|住在?|在|的|家在?)?\s*$/u;
const otherAfter =
  /^(?:那家|那户|他家|她家|家?(?:又|还|老|总|天天|老是|总是|一直|整天|半夜)*(?:的)?(?:漏|渗|吵|闹|堵|滴|砸|装修|乱|占|养))/u;

/**
 * The household of whoever speaks: the address behind 我是 or 我住 where several are named, never one that is told of (楼上401那家老漏水).
 * Null where no address of the speaker is left.
 */
export function readOwnHousehold(text: string): Household | null {
  const plain = joined(text);
  const pieces = findAddresses(plain);
  const isOwn = ({ start }: Address): boolean => ownBefore.test(plain.slice(0, start));
  const isOther = ({ start, end }: Address): boolean =>
    !isOwn({ start, end }) && (otherBefore.test(plain.slice(0, start)) || otherAfter.test(plain.slice(end)));
  const own = pieces.findIndex(isOwn);
  const signs = [...plain];
  for (const [index, piece] of pieces.entries()) {
    // What follows the own address without a word between goes on with it.
    const isBeside = own >= 0 && !isJoined(plain, pieces.slice(own, index + 1));
    if (isOther(piece) || isBeside) signs.fill('某', piece.start, piece.end);
  }
  return readHousehold(signs.join(''));
}

function isJoined(text: string, pieces: readonly Address[]): boolean {
  if (pieces.length === 0) return false;
  return pieces.every((piece, index) => {
    const last = pieces[index - 1];
    return !last || /^[\s,，、。.的]*$/u.test(text.slice(last.end, piece.start));
  });
}

const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房缪解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程邢裴陆荣翁荀羊惠甄封芮储靳汲松井段富巫乌焦巴弓牧隗谷车侯全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎蓟薄印宿白怀蒲从鄂索咸赖卓蔺屠蒙池乔翟谭姬申扶堵冉宰雍桑桂牛边燕冀温庄晏柴阎慕连茹习艾鱼容向古易慎戈廖耿满弘匡国文寇广阙东欧沃利蔚越隆师巩聂晁勾敖融冷辛那简饶曾沙丰关相查荆红游权盖益桓公肖付闫仝代';
const notNames =
  /^(?:谢谢|麻烦|登记|绑定|认证|住户|业主|的|了|哈|呀|啊|帮|给|请|和|都|成|东|西|平|高|明天|方便|元|单元|安|常住|全|相|管|支|解|应|时|包|满|向|从|关|查|连|和平|封|文化|水|路灯|项目|同意|花|平时|印刷|任|温|何时|毛|方|房|石|车|那|于|白|计|钟|成了|别|党|边|左边|右边|万|国|全家|支持|高层|同义)/u;

const introduced = new RegExp(
  `(?:姓名|户主|业主|名字|名叫|我叫|俺叫|叫|本人|我是|俺是|户名|住户|联系人|实名)(?:是|叫|为|:|：|\\s|,|，){0,8}(?<name>[${surnames}](?:[\\u4e00-\\u9fa5]{1,2}|[\\u4e00-\\u9fa5]{1,2}))(?=[\\s,，。;；、!！)）]|$|[，,]|住|家|住在|登记|绑定|来|报|是|的|在|\\d|您|请|一下|,)`,
  'u',
);
const trailing = new RegExp(
  `^(?:的|室|户|号|[\\s,，、:：;；]|住户|业主|户主|是|我是|姓名|名字)*(?<name>[${surnames}][\\u4e00-\\u9fa5]{1,2})(?=[\\s,，。;；、!！]|$|登记|绑定|认证|报到|来报|住户|业主|谢谢|麻烦|一家|这户)`,
  'u',
);
const leading = new RegExp(
  `(?:^|[\\s,，:：;；、]|绑定|登记|认证|我是|俺是)(?<name>[${surnames}][\\u4e00-\\u9fa5]{1,2})[\\s,，、:：;；]*(?:家|住|在|是|登记|绑定)*[\\s,，]*$`,
  'u',
);

function findName(text: string, pieces: readonly Address[]): string | undefined {
  const last = pieces.at(-1);
  const first = pieces[0];
  const candidates = [
    last ? trailing.exec(text.slice(last.end)) : null,
    introduced.exec(text),
    first ? leading.exec(text.slice(0, first.start)) : null,
  ];
  for (const candidate of candidates) {
    const name = candidate?.groups?.name?.replace(/(?<=..)[家住在来报是的]$/u, '');
    if (name !== undefined && !notNames.test(name)) return name;
  }
  return undefined;
}

function whole(text: string | undefined): number | undefined {
  const value = text === undefined ? null : readWhole(text);
  return value === null || value <= 0 ? undefined : value;
}

function named(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (buildingLabel(text) ?? undefined);
}

function unitOf(text: string | undefined): number | string | undefined {
  return text !== undefined && /^[A-Za-z]$/u.test(text) ? text.toUpperCase() : whole(text);
}

/** A room of digits, however they are written, or one with a name. */
function roomOf(text: string | undefined): string | undefined {
  return text !== undefined && /[^\d]\d+$/u.test(text) && !/^[零〇一二两三四五六七八九十百]/u.test(text)
    ? (roomLabel(text) ?? undefined)
    : digits(text);
}

function digits(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (readDigits(text) ?? undefined);
}

function present(household: Household): Household {
  return Object.fromEntries(Object.entries(household).filter(([, value]) => value !== undefined));
}
