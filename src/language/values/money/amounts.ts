import { chineseDigits, chineseNumerals, readNumber } from '../numbers.js';
import { doorForm, findAddresses, isBareDoor } from '../people/household.js';
import { remembered } from '../manner/remembered.js';
import { covering, rightBefore } from '../span.js';
import { foldWidth } from '../width.js';

/** What a text says about money. Only `exact` carries a figure; the others let the bot answer one clear sentence. */
type Amount =
  | { readonly kind: 'exact'; readonly fen: number; readonly said: string }
  | { readonly kind: NoAmount; readonly said?: string };

type NoAmount = 'vague' | 'range' | 'foreign' | 'none' | 'too-precise' | 'too-large' | 'not-positive';

/** Money found in a longer text. `named` is true when a unit of money was said with it. */
export interface AmountMention {
  readonly start: number;
  readonly end: number;
  readonly kind: Exclude<Amount['kind'], 'none'>;
  readonly fen: number;
  readonly named: boolean;
}

/**
 * Reads the money that a text speaks of.
 *
 * Vague words (几百, 500左右, 最多200) and ranges never become a figure, and two figures without a word that
 * chooses between them are a range. A total counts for its parts, and a correction for what it corrects.
 */
export const readAmount = remembered((text: string): Amount => {
  const plain = foldWidth(text.slice(0, 2000));
  if (/^\s*(?:[-−－—]\s*\d|[零〇]+(?:块|元|$))/.test(plain)) return { kind: 'not-positive', said: plain.trim() };
  const cents = /^\s*([\d一二两三四五六七八九])分\s*$/u.exec(plain);
  if (cents) return { kind: 'exact', fen: digitIn(cents[1] ?? ''), said: plain.trim() };
  const isHome = covering(findAddresses(plain), plain.length);
  const all = findAmounts(plain).filter(
    mention => mention.named || !(standsForSomethingElse(plain, mention) || isHome(mention)),
  );
  // 我包一半，1250块: a share of the whole is explained by the sum beside it.
  const isShare = ({ start, end }: AmountMention): boolean => plain.slice(start, end) === '一半';
  const found = all.every(isShare) ? all : all.filter(mention => !isShare(mention));
  const chosen = chooseAmount(plain, found);
  if (chosen) {
    const said = plain.slice(chosen.start, chosen.end);
    return chosen.kind === 'exact' ? { kind: 'exact', fen: chosen.fen, said } : { kind: chosen.kind, said };
  }
  const hint = /很多|不少|好多|许多|随便|多少都|一点|点儿|一些|若干|看着给|尽力|意思意思|些钱|半千|半万/.exec(plain);
  return hint ? { kind: 'vague', said: hint[0] } : { kind: 'none' };
});

/** The one mention that counts among those of a text; a vague or doubtful one when none does. */
export function chooseAmount(text: string, found: readonly AmountMention[]): AmountMention | undefined {
  const only = settle(found);
  if (only || found.length === 0) return only;

  const corrected = lastAfter(text, found, correction);
  if (corrected) return corrected;
  const total = firstAfter(text, found, /(?:一共|总共|共计|合计|总计|合起来|加起来|拢共|统共|凑|共)[^，。,；;]{0,6}$/u);
  if (total) return total;
  const affirmed = withoutRates(text, found).filter(
    ({ start }) => !/(?:不是|别|不要|不再是)(?:出|捐|认)?$/u.test(text.slice(Math.max(0, start - 5), start)),
  );
  const meant = settle(affirmed) ?? settle(affirmed.filter(mention => mention.named));
  if (meant) return meant;

  const odd = found.find(mention => mention.kind !== 'exact');
  return odd ?? { ...found[0]!, kind: 'range' };
}

/** 一平两块，我家认240: what one of them costs is told beside the sum itself. */
function withoutRates(text: string, found: readonly AmountMention[]): readonly AmountMention[] {
  const sums = found.filter(({ start }) => !/[一每按](?:平米?|方|平方米?|米)[，,]?$/u.test(text.slice(0, start)));
  return sums.length > 0 ? sums : found;
}

const correction =
  /(?:是|改成|改为|改到|变成|换成|涨到|加到|提到|增到|增加到|减到|降到|哦不|噢不|啊不|不对|不不|错了|写错|打错|说错|更正|应该|而是|按)[^，。]{0,4}[，,。\s]*(?:我|俺|咱|家|的|是|认|出|捐|要|改|为|成|按|报|哦|不){0,6}$|(?<=[，,\s了我俺])改(?:认|捐|出|报|交)?\s*$/u;

function settle(found: readonly AmountMention[]): AmountMention | undefined {
  const [first] = found;
  return first && found.every(({ kind, fen }) => kind === first.kind && fen === first.fen) ? first : undefined;
}

/** The last mention that a correcting word leads up to, unless it is the denied one (不是300). */
function lastAfter(text: string, found: readonly AmountMention[], lead: RegExp): AmountMention | undefined {
  return found.findLast((mention, index) => {
    if (index === 0) return false;
    const before = text.slice(found[index - 1]!.end, mention.start);
    return lead.test(before) && !/(?:不是|别|不要)[^，。]{0,3}$/u.test(before);
  });
}

function firstAfter(text: string, found: readonly AmountMention[], lead: RegExp): AmountMention | undefined {
  return found.find(({ start }) => lead.test(text.slice(Math.max(0, start - 10), start)));
}

/** Digits with the separators that leave no doubt; what is separated otherwise is no figure (see `glued`). */
const written = `(?<!\\d)(?:${[
  '\\d{1,3}(?:[,，]\\d{3})+\\.\\d{1,2}',
  '\\d{1,3}(?:,\\d{3})+',
  '\\d{1,3}(?:[,，]\\d{3}){2,}',
  '\\d{1,4}(?:,\\d{4})+',
  '\\d{1,3}，0\\d\\d',
  '(?<=[¥￥]\\s?)\\d{1,3}，\\d{3}',
  '(?<![给第#号投选—-])\\d{1,2}，\\d{3}(?=\\s?[元块圆])',
  '\\d{1,3}(?: 000)+',
  '\\d{1,3}(?: \\d{3}){2,}',
].join('|')})(?!\\d)(?:\\.\\d+)?|(?<!\\d)\\d+(?:\\.\\d+)?`;
const numeral =
  `(?:[${chineseNumerals}]{1,3}点[${chineseDigits}]{1,3}(?=[万千百亿块元w])|${written}|[${chineseNumerals}])` +
  // Digits go on after a unit only (1万2, 1万零500), and spoken digits not after written ones (301三百 are two numbers).
  `(?:(?<=[十拾百佰千仟万亿kKwW])[零〇]?\\d+(?:\\.\\d+)?|[十拾百佰千仟万亿]|(?<!\\d)[${chineseDigits}]|[kKwW](?![a-zA-Z])|个(?=[亿wW万]))*`;
const digit = `[\\d${chineseDigits}]`;
const foreignUnit =
  '美元|美金|美刀|刀(?![片具子])|欧元|欧|英镑|镑|日元|日币|港币|港元|港纸|澳元|澳币|加元|加币|新币|台币|新台币|韩元|韩币|卢布|泰铢|法郎|卢比|比特币|usdt?|eur|gbp|jpy|hkd|dollars?|euros?';
const vagueBefore =
  '(?:小于|大于|高于|低于|不大于|不小于|不到|不超过|不超|不足|最多|至多|顶多|最高|至少|最少|起码|最低|大概其?|大约莫?|大致|约莫|约摸|约|差不多|估计|估摸着?|可能|将近|接近|超过|多于|少于|不低于|不少于|(?<![老大])小|(?<!最)近)';
const vagueAfter =
  '(?:[（(]含[）)])?(?:左右|上下|来|多(?!少)|余(?!款|额|下)|以内|之内|以上|以下|之下|出头|开外|的样子|起步|打底|封顶|以里|把)';

const pattern = new RegExp(
  // Money begins with one of these signs; the others are skipped quickly.
  `(?=[${chineseNumerals}\\d几数大小好上半负人美港hucerg$€£¥￥−-])(?:${[
    // Foreign money, its sign before or its name after.
    `(?<foreign>(?:hk\\$|us\\$|\\$|€|£|usd|eur|gbp|美元|美金|港币)\\s*(?:${numeral})|(?:${numeral}|几[十百千万]?)\\s*(?:${foreignUnit}))`,
    // Words that never were a figure.
    `(?<vague>\\d+\\s?[¥￥]\\s?\\d+(?:元|块)?|(?:大|小|好)?(?:几|数)(?:十|百|千|万|块|元|毛)[十百千万亿]*(?:来|多)?(?:块|元)?钱?|(?<![晚早地街车身路以手])上[十百千万]+(?:块|元)?(?!点)|百(?:八十|十来?|把|来)块?|千(?:把|来|儿八百|八百)块?|万(?:把|八千|儿八千|来)块?|[一二两三四五六七八九]{2}(?:[十百千万亿]+|(?=块|元|毛))(?:来|多)?(?:块|元)?钱?|半[百千万块元]|(?:${digit}{1,9})个半[百千万]|十来块|一半)`,
    // From one figure to another.
    `(?<range>(?:${numeral})(?:块钱?|元)?(?:到|至|[-~～—–]{1,2}|或者?|还是)(?:${numeral})(?![\\d${chineseNumerals}]|\\s?[号#])(?:块钱?|元)?)`,
    // One figure, with what is said before and after it.
    `(?<sign>-|−|负)?(?<front>[¥￥]|rmb|cny|人民币)?\\s*(?<figure>${numeral})(?:(?<unit>块钱?|元钱?|圆钱?|大洋|软妹币|rmb|cny|yuan|人民币|¥|￥|毛钱?|角钱?|分钱)(?<tail>半|零?(?:${digit})[毛角](?:零?${digit}(?![\\d十百千万号])分?)?|零${digit}分?|${digit}(?:分|(?![\\d十百千万点号个张把台盏袋桶箱天小%.:年月日楼栋单室人户家位下样直些般起])))?(?:整|正)?|(?<half>半))?`,
  ].join('|')})`,
  'giu',
);

/** Every mention of money, from left to right. Bare numbers count too; who asks knows whether they can be money. */
export const findAmounts = remembered((said: string): readonly AmountMention[] => {
  const text = simplified(said);
  if (!/[\d一二两三四五六七八九十百千万几数壹贰叁肆伍陆柒捌玖拾半廿卅]/u.test(text)) return [];
  const mentions: AmountMention[] = [];
  const inUnits = unitInHead.test(text);
  for (const found of text.matchAll(pattern)) {
    const mention = whole(text, weigh(text, found), inUnits);
    if (mention) mentions.push(mention);
  }
  return mentions.filter(mention => !isDoor(text, mention, mentions));
});

type Figure = Pick<AmountMention, 'start' | 'end' | 'named'>;

const bareDoor = new RegExp(`(?<![\\d.])${doorForm}(?![\\d.元块])`, 'gu');
/** 门牌302 says itself what it is. */
const doorBefore = /(?:门牌|房号|房间|门号|室号)(?:号|是|就是)*\s*$/u;
/** 我出302: a sum, whatever it looks like. */
const givenBefore = /(?:[出捐认交付缴掏拿给要收共计到了]|[:：=])\s*$/u;
/** 301的200, 302那150: the sum stands behind. */
const sumBehind = new RegExp(`^(?:家|户|室)?(?:的|那)(?:${numeral}|钱|一?笔)`, 'u');
const alsoBehind = /^(?:也|都(?!行|可|成|中))/u;
const doesBehind = /^(?:[说刚还没不]|[交给来][了过]|[捎带转])/u;
/** 302的是微信到的: what is told of a home, and no sum of it. */
const toldBehind = /^(?:家|户|室)?的(?:也|都|那[个份笔]?)?(?:是|没|已|刚|微信|现[金钱]|转)/u;
/** 302交暖气的500: the home pays the sum that stands behind it. */
const paysBehind = /^(?:家|户|室)?(?:[，,\s]*\d{1,7}号的)?(?:也|又|刚|都)*[交给缴付]/u;

/** The figures of a text that are doors, though one of them alone might be a sum. */
export function doorsIn(said: string): ReadonlySet<string> {
  const text = simplified(said);
  const bare = [...text.matchAll(bareDoor)].map(({ index, 0: figure }) => ({
    start: index,
    end: index + figure.length,
    named: false,
  }));
  return new Set(bare.filter(one => isDoor(text, one, bare)).map(({ start, end }) => text.slice(start, end)));
}

/** 302那150是301捎来的, 302 303都说同意: doors tell whose it is, and are no sums. */
function isDoor(text: string, { start, end, named }: Figure, all: readonly Figure[]): boolean {
  if (named || !isBareDoor(text.slice(start, end))) return false;
  if (doorBefore.test(text.slice(0, start))) return true;
  if (sumBehind.test(text.slice(end)) || alsoBehind.test(text.slice(end))) return true;
  if (givenBefore.test(text.slice(0, start))) return false;
  if (toldBehind.test(text.slice(end))) return true;
  if (paysBehind.test(text.slice(end)) && all.some(other => other.start > end)) return true;
  return (
    doesBehind.test(text.slice(end)) ||
    all.some(other => other.start !== start && !other.named && isBareDoor(text.slice(other.start, other.end)))
  );
}

function weigh(text: string, found: RegExpMatchArray): AmountMention | null {
  const groups = found.groups ?? {};
  const end = (found.index ?? 0) + found[0].length;
  const start = end - found[0].trimStart().length;
  const doubt = (kind: Exclude<NoAmount, 'none'>, named: boolean): AmountMention => ({
    start,
    end,
    kind,
    fen: 0,
    named,
  });

  if (groups.foreign !== undefined) return doubt('foreign', true);
  if (groups.vague !== undefined) return doubt('vague', /[块元毛钱]$/.test(groups.vague));
  if (groups.range !== undefined) return doubt('range', /[块元钱]$/.test(groups.range));

  const { figure = '', unit, tail, half, front, sign } = groups;
  const named = unit !== undefined || front !== undefined;
  const value = readNumber(figure.replaceAll('个', ''));
  if (!value && tooLong.test(figure)) return doubt('too-large', named);
  if (!value) return named ? doubt('vague', true) : null;
  if (half !== undefined) return /^(?:[天个年月小斤]|$)/u.test(text.slice(end)) ? doubt('vague', named) : null;

  const scale = /^[毛角]/.test(unit ?? '') ? 1 : unit?.startsWith('分') ? 0 : 2;
  const shift = scale - value.places;
  const main = shift >= 0 ? value.units * 10 ** shift : value.units / 10 ** -shift;
  if (!Number.isInteger(main)) return doubt('too-precise', named);
  const fen = main + (tail === undefined ? 0 : readTail(tail, scale));
  if (!Number.isSafeInteger(fen)) return doubt('too-large', named);
  // After a word a dash only joins (路灯-200元), after a deed it is a sign (我出-5元).
  const isNegative =
    sign === '负' || (sign !== undefined && !/(?:[\w一-龥])(?<![出捐认掏交给筹])$/u.test(rightBefore(text, start)));
  if (fen === 0 || isNegative) return doubt('not-positive', named);

  const before = text.slice(Math.max(0, start - 6), start);
  // 2-1-302200元: where the room ends and the sum begins nobody can tell.
  if (/\d[-—－]$/u.test(before) || (sign !== undefined && /\d$/u.test(before))) return doubt('vague', named);
  const after = text.slice(end, end + 8);
  const hedged = hedgeBefore.test(before) || hedgeAfter.test(after);
  return { start, end, kind: hedged ? 'vague' : 'exact', fen, named };
}

/**
 * A figure counts only when the whole run of signs was read: with a digit, a separator, an operator, a letter, another
 * currency or a rate beside it, nobody knows what was meant.
 */
function whole(text: string, mention: AmountMention | null, inUnits: boolean): AmountMention | null {
  if (!mention || mention.kind === 'foreign') return mention;
  const { start, end } = mention;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  if (foreignAfter.test(after)) return { ...mention, kind: 'foreign', fen: 0, named: true };
  if (text.slice(start, end).endsWith('块') && !moneyAfterBlock.test(after)) {
    return /^一块$/u.test(text.slice(start, end)) ? null : { ...mention, kind: 'vague', fen: 0 };
  }
  if (text.slice(start, end) === '一块' && !/(?:^|[出捐认交拿掏给付共是，,\s])$/u.test(before)) return null;
  if (mention.kind !== 'exact') return mention;
  const listed = (/\d/.test(text[start] ?? '') && listBefore.test(before)) || listAfter.test(after);
  if (listed) return { ...mention, kind: 'range', fen: 0 };
  const unexplained =
    gluedBefore.test(before) ||
    (gluedAfter.test(after) && !(mention.named && wordAfter.test(after))) ||
    splitBefore.test(before);
  if (unexplained || (inUnits && !/[万亿]/u.test(text.slice(start, end)))) return { ...mention, kind: 'vague', fen: 0 };
  return compared.test(before) ? { ...mention, kind: 'vague' } : mention;
}

const foreignAfter = new RegExp(`^(?:整)?\\s?[（(]?(?:${foreignUnit})`, 'iu');
/** 1.000,50元, 200，300元: digits and a comma beside digits. Those of a home or a telephone are explained. */
const listBefore = /(?<![-—号楼元#\d])\d{1,6}[,，]$/u;
const listAfter = /^[,，](?:\d{3}(?![\d室家户的单])|\d{1,2}[元块])/u;
/** Digits that end in a point or an operator, or in the unit of an address: 2*100元, 1e3元, 2单元301200元. */
const gluedBefore =
  /(?:\d[.·'’:：]|(?<![-—号楼元#\d])\d{1,6}。|(?:(?<![#＃]\d{0,5})\d|[)）])\s?[*×xX+＋=/÷^_]\s?|\d[eE]\s?|[a-zA-Z]\d*|分之|折\s?|[零〇一二两三四五六七八九十百千万亿廿卅]|单元|号楼)$/u;
/** 我出1 200元: a digit and a gap behind the deed. */
const splitBefore = /(?:[出捐认交付共计为是掏拿：:]|^|\d\s)\s?\d{1,3}\s$/u;
const gluedAfter =
  /^(?:[.·'’_]\d|\s?[*×xX+＋=÷^/]|\s?[a-zA-Z]|(?!(?:\d{1,6}|[一二两三四五六七八九十百]{1,4})\s?[号#])[\d零〇一二两三四五六七八九廿卅](?![号个张把台盏袋桶箱天小楼栋单室人户家位块元年月日点起下样直定些般共切边十]))/u;
/** RMB 400 for #5. */
const wordAfter = /^\s(?:for|to|and|pls|please|done|ok)\b/iu;
const compared = /(?:[<>≤≥＜＞]=?|(?:^|[\s出捐认约为是:：(（])[~～≈±])\s?$/u;

/** 预算（万元）：3.6: the unit stands in a head, and a figure without a unit of its own may be of either. */
const unitInHead = /[（(][^（）()]{0,6}[百千万亿]+元?[）)]|单位[:：为是]?\s?[百千万亿]+元?/u;

/** What may follow 块 of money. Whatever else follows it is counted in 块: 三十块砖. */
const moneyAfterBlock =
  /^(?:$|[^\p{Script=Han}]|现[金钱在]|[给。算我俺咱你今够吧就到差买左不已交按噻尽还归出刚结也全确打转捐记啊呀呢嘛呗哦啦咯哟的了认支修用行都是再每聊意谢请吗么没投拿先多以才当做作起可能把放帮儿恁早她他您额侬俾拨搁让叫为从由这那凑花掏吃看想填行]|要得|微信|支付宝|语音|整上|图[个一]|表(?:个|示|心)|上下|好[吗吧啦了]|对账|原路|余款|随|[\p{Script=Han}]{0,4}[款金费资钱])/u;

/** Signs of another script or of old books for those that numbers are written with; the length stays. */
function simplified(text: string): string {
  return /[萬億圓塊貳陸兩參叄點個]/u.test(text)
    ? text.replace(/[萬億圓塊貳陸兩參叄點個]/gu, sign => plainOf[sign] ?? sign)
    : text;
}

// prettier-ignore
const plainOf: Readonly<Record<string, string>> = {
  萬: '万', 億: '亿', 圓: '圆', 塊: '块', 貳: '贰', 陸: '陆', 兩: '两', 參: '叁', 叄: '叁', 點: '点', 個: '个',
};

const tooLong = /\d{16}/;
const hedgeBefore = new RegExp(`${vagueBefore}(?:也就|就)?(?:出|捐|是|个)?$`, 'u');
const hedgeAfter = new RegExp(`^(?:块钱?|元)?${vagueAfter}`, 'u');

/** What follows 块 or 毛: 两块五, 十块三毛, 五十块零五毛, 六毛五, 一块半. */
function readTail(tail: string, scale: number): number {
  if (tail === '半') return scale === 2 ? 50 : 5;
  const jiao = /(.)[毛角]/u.exec(tail);
  const fenSign = /[毛角]零?(.)分?$/u.exec(tail) ?? (scale < 2 || /^零|分$/.test(tail) ? /(.)分?$/u.exec(tail) : null);
  const last = jiao || fenSign ? 0 : digitIn(tail) * 10;
  return (
    (jiao ? digitIn(jiao[1] ?? '') * 10 : 0) + (fenSign && !/[毛角]$/.test(tail) ? digitIn(fenSign[1] ?? '') : 0) + last
  );
}

function digitIn(text: string): number {
  return readNumber(text)?.units ?? 0;
}

const otherBefore = /(?:#|第|分之|[*×xX]|周|星期|礼拜|no\.?|编号|楼|栋|单元|-|—|电话|手机)$/iu;
const otherAfter =
  /^(?:号|楼|栋|幢|座|单元|室|层|户|家|人(?!工|民币)|口|位|名|个(?!亿|w)|天|日|年|月|周|小时|钟头|点|时(?!候)|分(?!钱)|秒|%|％|折|岁|平(?!摊|均|分)|米(?!吧)|斤|公斤|吨|星|票|期|次|遍|倍|成(?!不|吗|么)|:|：|积分|台|张(?![罗记氏])|把(?=[铁木竹锹椅凳伞扫拖梯锁钥铲小大新旧刷钳扳剪锤镐锄]|人字|螺丝|电钻|好[锁伞椅])|盏|袋|桶|箱|包|盒|瓶|根|条|套|件|辆|棵|盆|本(?!人|来|次)|支(?!持|援|付|部)|只(?!要|是|为|能|有|够)|双(?!方)|床|副|车|卷|捆|-)/u;

/** A bare number that is followed by a measure or led by the sign of a number is no money. */
export function standsForSomethingElse(text: string, { start, end }: AmountMention): boolean {
  if (text.slice(start, end) === '一' && /^[起下直定样些切般共边]/u.test(text.slice(end))) return true;
  return otherBefore.test(text.slice(Math.max(0, start - 3), start)) || otherAfter.test(text.slice(end, end + 3));
}
