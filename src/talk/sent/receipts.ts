import { isWithin } from '../../domain/plan/scope.js';
import { onlyOne } from '../../domain/only-one.js';
import { isThere } from '../../domain/label.js';
import { openFen } from '../../domain/funds/ledger.js';
import { placeWords } from '../../domain/masking.js';
import { may } from '../../domain/permissions.js';
import { yuan } from '../../domain/money.js';
import { homeWords, type Near, nearOf } from '../../language/values/people/homes.js';
import { findAddresses } from '../../language/values/people/household.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { readAmount } from '../../language/values/money/amounts.js';
import { pairsIn, paidWithoutSum, readReceipts, type ReceiptSaid } from '../../language/values/money/receipts-said.js';
import type { Project } from '../../store/proposal/project.js';
import type { Household } from '../../store/people/household.js';
import { act, ask } from '../act.js';
import { byName } from '../meaning/by-name.js';
import type { Reply } from '../reply.js';
import type { Question } from '../../store/question.js';
import type { Parts, Turn } from '../turn.js';
import { nearMark } from '../question/home-pieces.js';
import { loosely, type Wish } from '../wish.js';

/**
 * 今天收了301的200、302的150 by who keeps the money: all of it is read back together, and booked as a voucher for each. A door without its
 * building is that of the one home that has promised just this sum and not paid it; where there is none, or more than one, it is asked.
 * Null where no more than one home paid.
 */
export async function severalReceived(
  parts: Parts,
  turn: Turn,
  text: string,
  isReceipt = false,
): Promise<Reply | null> {
  if (!may(turn.member, 'funds.receive')) return null;
  // 302交暖气的500: the name of the matter stands for its number.
  const numbered = comes.test(text) && /\d{3}/u.test(text) ? ((await byName(turn, text))?.text ?? text) : text;
  const told =
    readReceipts(text) ??
    oneMore(parts, turn, text) ??
    (isReceipt || comes.test(text) ? readReceipts(numbered, lastEntrance(parts, turn), { isLoose: true }) : null) ??
    oneDoor(parts, turn, numbered);
  const before = told ? null : parts.spoken.unheardText(turn);
  // 3号楼2单元的，12号 behind what was asked for.
  const behind = before !== null && isPlace(text) ? { least: 1, isLoose: true } : null;
  const receipts = told ?? (behind && readReceipts(before ?? '', nearIn(text), behind));
  if (!receipts) return askSum(parts, turn, text);
  const [said] = [...findNumbers(numbered), ...findNumbers(before ?? '')].map(number => number.no);
  const no = said ?? (receipts.length === 1 ? parts.spoken.done(turn)?.no : undefined);
  const found: Found[] = [];
  for (const project of await collecting(turn, no)) {
    const homes = await Promise.all(receipts.map(receipt => homeOf(turn, project, receipt)));
    if (homes.every(home => home !== null)) found.push({ project, homes, receipts });
  }
  const owing = found.filter(({ homes }) => homes.every(({ owes }) => owes));
  const [meant] = owing.length > 0 ? owing : found;
  // Which of several matters the money is for is asked, unless it is just what is owed for one of them.
  if (meant) return readBack(parts, turn, meant, (owing.length > 0 ? owing : found).length === 1);
  parts.spoken.isUnheardAgain(turn, told ? text : (before ?? text));
  const list = receipts.map(({ room, fen }) => `${room ?? ''} ${yuan(fen)}`).join('、');
  return {
    text: `听到${receipts.length}笔：${list}。是哪号楼哪单元、几号项目的？请接着说，例如“3号楼2单元的，12号”。一笔也还没有记。`,
  };
}

/** 301交钱了: how much is asked for, and where the door is; what comes in pieces is kept (question/also-said.ts). */
async function askSum(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const paid = paidWithoutSum(text);
  if (!paid) return null;
  const home = paid.building === undefined ? { ...lastEntrance(parts, turn), ...nearOf(paid), room: paid.room } : paid;
  const isWhole = home.building !== undefined;
  const words = homeWords(home);
  const where = isWhole ? '' : '，是哪号楼哪单元的？一样一样说也行，例如“3号楼2单元”，再说“200元”。';
  const slots = { ...(isWhole ? { payer: words } : { [nearMark]: words }), ...loosely };
  return ask(
    parts,
    turn,
    { intent: 'funds.receive', slots, sure: false, confirmed: false },
    { asks: 'amount', question: `${words}交了多少钱${where === '' ? '？' : where}还没有记。` },
  );
}

/** 还有302的150 behind a receipt: one more, of the entrance of the one before it. */
function oneMore({ spoken }: Parts, turn: Turn, text: string): readonly ReceiptSaid[] | null {
  const done = spoken.done(turn);
  if (done?.intent !== 'funds.receive' || !/^(?:还有|另外|再就是|对了|再记)/u.test(text)) return null;
  return readReceipts(text, lastEntrance({ spoken }, turn), { least: 1 });
}

/** Money that came, in words that who keeps it says of it. */
const comes = /[收交给缴付转打]|入账|到账|现[金钱]|微信/u;

/** 301交了200, 302也交了，100: one home by its door alone. An address that says its building is read with the others. */
function oneDoor(parts: Parts, turn: Turn, text: string): readonly ReceiptSaid[] | null {
  if (!comes.test(text)) return null;
  const scattered = /(?<!\d)(?<building>\d{1,3})号楼(?!\d)/u.exec(text) ? nearIn(placeIn(text)) : null;
  const one = readReceipts(text, scattered ?? lastEntrance(parts, turn), { least: 1, isLoose: true });
  return one?.length === 1 && one[0]?.isBare === true ? one : null;
}

/** 301的两百收着了，2单元，3号楼: where the door is, in any order. */
function placeIn(text: string): string {
  const building = /\d{1,3}号楼(?!\d)/u.exec(text)?.[0] ?? '';
  return `${building}${/\d{1,2}单元/u.exec(text)?.[0] ?? ''}`;
}

/** Building and entrance of the home whose money was booked just before. */
function lastEntrance({ spoken }: Pick<Parts, 'spoken'>, turn: Turn): Near {
  const done = spoken.done(turn);
  const payer = done?.intent === 'funds.receive' ? done.slots?.['payer'] : undefined;
  return typeof payer === 'string' ? nearIn(payer) : {};
}

const putsRight =
  /^(?:[哎诶唉哦噢]|等等|等一?下|不对|不是|说错了?|记错了?|写错了?|错了|更正|[\s，,。！!])+|应该?是|改成|改为|改/gu;

/**
 * 哎不对 302是120 to what was read back: that sum in the place of the other; 302也交了，100: one more. All of it is read back again. Null where
 * the words tell of no home and its sum, or of nothing new; a door where two of those that were read back have it.
 */
export async function otherReceipt(
  turn: Turn,
  { intent, slots, asks }: Question,
  text: string,
): Promise<Wish | { readonly door: string } | null> {
  const { no, payer, amount, also } = slots;
  if (intent !== 'funds.receive' || asks !== 'yes' || typeof payer !== 'string') return null;
  const before = [`${payer} ${yuan(Number(amount))}`, ...(typeof also === 'string' ? also.split('\n') : [])];
  const said = readReceipts(text.replaceAll(putsRight, ' ').trim(), {}, { least: 1, isLoose: true });
  const project = typeof no === 'number' ? await turn.unit.projects.byNo(no) : null;
  if (!said || !project) return null;
  const near = nearIn(before.at(-1)?.split(' ')[0] ?? '');
  const lines = [...before];
  for (const receipt of said) {
    const home = await homeOf(turn, project, { ...(receipt.building === undefined && near), ...receipt });
    const those = lines.map(line => line.split(' ')[0] ?? '').filter(words => isOf(receipt, words));
    // 302也交了 is one more, of the entrance of the last; 302是120 is of the one that was read back, whichever entrance it is of.
    const words = (isMore.test(text) && home) || those.length === 0 ? home && placeWords(home) : onlyOne(those);
    if (those.length > 1 && !words) return { door: String(receipt.room) };
    if (!words) return null;
    const at = lines.findIndex(line => line.startsWith(`${words} `));
    lines[at < 0 ? lines.length : at] = `${words} ${yuan(receipt.fen)}`;
  }
  const [first = '', ...others] = lines;
  const sum = readAmount((first.split(' ')[1] ?? '').replaceAll(',', ''));
  if (lines.join() === before.join() || sum.kind !== 'exact') return null;
  const rest = others.length > 0 ? { also: others.join('\n') } : {};
  const wanted = { ...slots, payer: first.split(' ')[0], amount: sum.fen, ...rest };
  return { intent, slots: wanted, sure: false, confirmed: false };
}

const isMore = /[也还又]|另外|加上/u;

/** True where a home that was read back may be the one that is said: 302 is of every entrance. */
function isOf(said: ReceiptSaid, words: string): boolean {
  const { building, unit, room } = findAddresses(words)[0] ?? {};
  const fits = (part: string | number | undefined, known: string | number | undefined): boolean =>
    part === undefined || String(part) === String(known);
  return String(room) === String(said.room) && fits(said.building, building) && fits(said.unit, unit);
}

interface Payer extends Pick<Household, 'building' | 'unit' | 'room'> {
  /** True where it is just what this home has promised and not paid. */
  readonly owes: boolean;
}

interface Found {
  readonly project: Project;
  readonly homes: readonly Payer[];
  readonly receipts: readonly ReceiptSaid[];
}

async function readBack(
  parts: Parts,
  turn: Turn,
  { project: { no }, homes, receipts }: Found,
  isOnly: boolean,
): Promise<Reply> {
  const lines = homes.map((home, index) => ({ payer: placeWords(home), fen: receipts[index]?.fen ?? 0 }));
  const [first, ...others] = lines;
  const also = others.map(({ payer, fen }) => `${payer} ${yuan(fen)}`).join('\n');
  const matter = isOnly ? { no } : {};
  const slots = { ...matter, payer: first?.payer, amount: first?.fen, ...(also === '' ? {} : { also }) };
  return act(parts, turn, { intent: 'funds.receive', slots, sure: false, confirmed: false });
}

/** The project that was named; else those that residents pay for now. */
async function collecting({ unit }: Turn, no: number | undefined): Promise<readonly Project[]> {
  const all = await unit.projects.inStates(['collecting', 'pledging', 'funded', 'in_progress']);
  if (no !== undefined) return all.filter(project => project.no === no);
  const now = all.filter(({ state }) => state === 'collecting');
  return now.length > 0 ? now : all;
}

async function homeOf({ unit }: Turn, project: Project, receipt: ReceiptSaid): Promise<Payer | null> {
  const there = (await unit.members.households()).filter(home => isThere(receipt, home));
  const owing: Household[] = [];
  for (const home of there)
    if (openFen(await unit.ledger.standingOf(project.id, home.id)) === receipt.fen) owing.push(home);
  const payer = onlyOne(owing);
  if (payer) return { ...payer, owes: true };
  // A home without its building is in the scope of the matter.
  const { scope } = project;
  const isScoped = receipt.building === undefined && scope !== null;
  const only = onlyOne(isScoped ? there.filter(home => isWithin(scope, home)) : there);
  return only && (isScoped || receipt.building !== undefined) ? { ...only, owes: false } : null;
}

/** Nothing but where it is, and of which matter. */
function isPlace(text: string): boolean {
  const left = text.replaceAll(/\d{1,3}号楼|\d{1,2}单元|第?\d{1,7}号(?:项目)?|[\s，,。、的是都]|那个|两家|几家/gu, '');
  return left === '' && /楼|单元/u.test(text);
}

function nearIn(text: string): Near {
  return nearOf(findAddresses(text)[0] ?? {});
}

/** Several sums with their unit, or several homes and more than one figure beside them. */
export function areSeveralReceipts(text: string): boolean {
  if ([...text.matchAll(/\d\s*(?:元|块)/gu)].length > 1 || pairsIn(text) > 1) return true;
  const bare = [...text.matchAll(/(?<!\d)(?<room>[1-9]\d?0[1-9](?![\d元块])|\d{3,4}(?=的|家|室|户))/gu)];
  const homes = [
    ...findAddresses(text).filter(({ room }) => room !== undefined),
    ...bare.map(({ index, groups }) => ({
      room: groups?.['room'],
      start: index,
      end: index + (groups?.['room'] ?? '').length,
    })),
  ];
  if (new Set(homes.map(({ room }) => room)).size < 2) return false;
  const rest = [...text].map((sign, at) => (homes.some(({ start, end }) => at >= start && at < end) ? ' ' : sign));
  const figures = /(?<!\d)\d{2,7}(?![\d号])|[一二两三四五六七八九十百千万]*[十百千万][一二两三四五六七八九十百千万]*/gu;
  return [...rest.join('').matchAll(figures)].length > 1;
}

export const severalReceipts =
  '这里有几笔钱，一笔也还没有记。请一户一句，例如“12号收到3号楼2单元301 300元”；户数多，到办事台“收款”里一行一户贴上去。';
