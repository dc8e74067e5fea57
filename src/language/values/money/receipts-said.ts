import { homeForm, type HomeSaid, type Near, nearOf } from '../people/homes.js';
import { findAddresses, isBareDoor, type Household } from '../people/household.js';
import { findAmounts, readAmount } from './amounts.js';
import { hasMood } from '../manner/mood.js';
import { chineseNumerals } from '../numbers.js';
import { foldWidth } from '../width.js';

/** What one home paid, of several in one sentence. */
export interface ReceiptSaid extends HomeSaid {
  readonly fen: number;
  /** True where no building was said with it. */
  readonly isBare: boolean;
}

const gave =
  '(?:家|的|那[户家]?|他|她|也|又|都|刚|今天|已经|是|把|钱|给|交|付|缴|转|拿|出|送|来|收|着|到|微信|现[金钱]|了[，,]?|过|：|:|\\s|（[^（）]{1,8}）|\\([^()]{1,8}\\))*';
const sum = `(?:\\d{1,7}(?:\\.\\d{1,2})?|[${chineseNumerals}两半]{2,8})(?:元|块钱?)?`;
const pair = new RegExp(
  `(?<![\\d.元第])(?<home>${homeForm})${gave}(?<sum>${sum})(?![\\d号楼单元栋室户年月日%])(?=$|[\\s、，,。;；]|[和跟与及另还又都]|(?:交|给|付|缴|到|来|转|收)(?:了|过|齐|来|账|到|着))`,
  'gu',
);
/** What stands between the pairs and adds no other deed. */
const rest =
  /^(?:今天|昨天|刚才?|上午|下午|早上|晚上|中午|我|俺|这边|第?\d{1,7}号(?:项目)?|收款?|[交给付缴到来转]|都|也|齐|过|账|共|一共|了|的|有|[两三四五六七八九十几][户家]|钱|现金|微信|和|跟|与|及|还有|另外|又|再|、|，|,|。|;|；|:|：|\s|记|一下|下|登记)*$/u;
/** Words that leave open whether it was paid, or how much: beside them nothing is booked unless all else is understood. */
const opens = /[没未不别退错改欠差少]|应该|以为|好像|可能|大概|[谁哪吗嘛?？]|多少|几时|打算|准备|明天|后天|回头/u;
const matterNo = /第?\d{1,7}号(?:项目)?(?![楼栋幢院])/gu;
const unpaid = new RegExp(
  `${homeForm}(?:家|那户|的)?(?:也|都|还|暂时)*(?:没|未)(?:有)?(?:给|交|付|缴|转|来|到|收)[^，,。;；]*`,
  'gu',
);

/**
 * The homes and sums of a sentence that tells of several (今天收了301的200、302的150，501还没给), each home with what it leaves out taken from
 * the one before it, or from `near`. Null where fewer than `least` paid, where any other word is left beside them, or where it is asked, denied or
 * supposed: what is not understood books nothing.
 */
export function readReceipts(
  text: string,
  near: Near = {},
  { least = 2, isLoose = false }: { readonly least?: number; readonly isLoose?: boolean } = {},
): readonly ReceiptSaid[] | null {
  const folded = foldWidth(text);
  if (!/\d{3}/u.test(folded)) return null;
  const brought = broughtTogether(folded);
  const { said, total } = withoutTotal(eachOf(brought?.said ?? folded));
  const plain = said.replaceAll(unpaid, '').replaceAll(matterNo, '');
  const found = [...plain.matchAll(pair)];
  const left = plain.replaceAll(pair, '');
  if (found.length < least || !(rest.test(left) || (isLoose && isBeside(left)))) return null;
  if (hasMood(plain, 'forwarded', 'quoted', 'asked', 'conditional', 'joking')) return null;
  let before = brought?.near ?? near;
  const receipts = found.map(({ index, 0: whole, groups }): ReceiptSaid | null => {
    const words = groups?.['home'] ?? '';
    const { building, unit, room = /\d{3,4}/u.exec(words)?.[0] } = findAddresses(words)[0] ?? {};
    const amount = sumIn(groups);
    if (room === undefined || amount.kind !== 'exact') return null;
    const place = { ...(building === undefined ? before : {}), ...nearOf({ building, unit }) };
    before = place;
    return { ...place, room, fen: amount.fen, isBare: building === undefined, start: index, end: index + whole.length };
  });
  if (!receipts.every(receipt => receipt !== null)) return null;
  const all = receipts.reduce((fen, receipt) => fen + receipt.fen, 0);
  return total === undefined || total === all ? receipts : null;
}

const each = new RegExp(
  `(?<homes>${homeForm}(?:[、和跟与及]{1,2}${homeForm}){1,20})(?:[家户]|两[家户]|都|每[家户]|一家|一户){0,2}各(?:自|交|给|付|缴|出|收)?了?(?<sum>${sum})`,
  'gu',
);

/** 301、302各200: the sum is said of each of them. */
function eachOf(said: string): string {
  return said.replaceAll(each, (...found: readonly unknown[]) => {
    const { homes = '', sum: fen = '' } = found.at(-1) as Readonly<Record<string, string>>;
    return `${homes.replaceAll(/(?<=\d(?:室|户)?)[、和跟与及]{1,2}/gu, ` ${fen}、`)} ${fen}`;
  });
}

/** True for words that hold no figure and leave nothing open: 今儿收的, 都是微信转的. All that was read beside them is read back. */
function isBeside(left: string): boolean {
  const bare = left.replaceAll(/\d{1,3}号楼|\d{1,2}单元|[一两三四五六七八九十几\d]{1,2}(?:户|家|笔)/gu, '');
  return !opens.test(bare) && !/\d/u.test(bare) && findAmounts(bare).length === 0;
}

/** How many homes a text tells of together with a sum. */
export function pairsIn(text: string): number {
  return [...foldWidth(text).replaceAll(matterNo, '').matchAll(pair)].length;
}

/** The sum of a pair or of the whole: 二百, 200元. */
function sumIn(groups: Readonly<Record<string, string | undefined>> | undefined): ReturnType<typeof readAmount> {
  return readAmount(`${(groups?.['sum'] ?? '').replace(/(?:元|块钱?)$/u, '')}元`);
}

const bringer = new RegExp(
  `(?:[老小]?\\p{Script=Han}{1,3})?\\((?<home>${homeForm})\\)(?:顺便|一起|今天|刚才|也)*(?:把|帮|替|给)(?<rest>.+)$`,
  'u',
);

/** 老王（3号楼2单元301）把对门302的150也捎来了，连他自己的200: whoever brings it pays the own part, and bare doors are beside that home. */
function broughtTogether(said: string): { readonly said: string; readonly near: Near } | null {
  const found = bringer.exec(said.replaceAll('（', '(').replaceAll('）', ')'));
  const of = found?.groups?.['home'] ?? '';
  const { building, unit } = findAddresses(of)[0] ?? {};
  if (!found || building === undefined) return null;
  const others = (found.groups?.['rest'] ?? '')
    .replaceAll(/(?:对门|隔壁|楼上|楼下|邻居)的?(?=\d{3,4})/gu, '')
    .replaceAll(/(?:连|加上?|还有|和)?(?:他|她)?(?:自己|自家|本人)(?:家)?(?:的|那份)?/gu, `${of}的`)
    .replaceAll(/(?:也|都|一块儿?|一起)*(?:捎|带|拿|送|交|转)(?:过)?(?:来|到)了?/gu, '');
  return {
    said: `${said.slice(0, found.index)}${others}`,
    near: nearOf({ building, unit }),
  };
}

const totalling = new RegExp(`[，,。;；\\s]*(?:一共|总共|合计|共)(?:是)?(?<sum>${sum})(?=[，,。;；.!！\\s]|$)`, 'u');

/** 一共350 behind the parts is held against them. */
function withoutTotal(said: string): { readonly said: string; readonly total?: number } {
  const found = totalling.exec(said);
  const amount = found ? sumIn(found.groups) : undefined;
  return amount?.kind === 'exact' && found ? { said: said.replace(found[0], ''), total: amount.fen } : { said };
}

const paidUp = new RegExp(
  `^(?:今天|刚才?|上午|下午|早上|晚上|哦|嗯|那个|[，,\\s])*(?<home>${homeForm})(?:家|那[户家]|的|他|她|也|都|又|已经|刚才?|今天|把)*(?:钱|款)?(?:也|都|已经|刚才?|今天|给我)*(?:交|给|付|缴|转|拿|送|打|捎)(?:过|给我|齐|来|到)*(?:钱|款)?(?:了|来了|过了)[。.!！\\s]*$`,
  'u',
);

/** 301交钱了: a home that paid, and no word of how much. A figure by itself that is no door, as in 500交了, is a sum. */
export function paidWithoutSum(text: string): Household | null {
  const words = paidUp.exec(foldWidth(text).trim())?.groups?.['home'];
  if (words === undefined) return null;
  const { building, unit, room = /\d{3,4}/u.exec(words)?.[0] } = findAddresses(words)[0] ?? {};
  const isBare = building === undefined && unit === undefined;
  return room === undefined || (isBare && !isBareDoor(room)) ? null : { building, unit, room };
}
