import { onlyOne } from '../../domain/only-one.js';
import { placeLabels } from '../../domain/label.js';
import { openFen } from '../../domain/funds/ledger.js';
import { placeWords } from '../../domain/masking.js';
import { may } from '../../domain/permissions.js';
import { yuan } from '../../domain/money.js';
import { type Near, nearOf } from '../../language/values/people/homes.js';
import { findAddresses } from '../../language/values/people/household.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { readReceipts, type ReceiptSaid } from '../../language/values/money/receipts-said.js';
import type { Project } from '../../store/proposal/project.js';
import type { Household } from '../../store/people/household.js';
import { act } from '../act.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';

/**
 * 今天收了301的200、302的150 by who keeps the money: all of it is read back together, and booked as a voucher for each. A door without its
 * building is that of the one home that has promised just this sum and not paid it; where there is none, or more than one, it is asked.
 * Null where no more than one home paid.
 */
export async function severalReceived(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  if (!may(turn.member, 'funds.receive')) return null;
  const told = readReceipts(text) ?? oneMore(parts, turn, text);
  const before = told ? null : parts.spoken.unheardText(turn);
  // 3号楼2单元的，12号 behind what was asked for.
  const receipts = told ?? (before !== null && isPlace(text) ? readReceipts(before, nearIn(text)) : null);
  if (!receipts) return null;
  const [said] = [...findNumbers(text), ...findNumbers(before ?? '')].map(number => number.no);
  const no = said ?? (receipts.length === 1 ? parts.spoken.done(turn)?.no : undefined);
  for (const project of await collecting(turn, no)) {
    const homes = await Promise.all(receipts.map(receipt => homeOf(turn, project, receipt)));
    if (!homes.every(home => home !== null)) continue;
    return readBack(parts, turn, { project, homes, receipts });
  }
  parts.spoken.isUnheardAgain(turn, told ? text : (before ?? text));
  const list = receipts.map(({ room, fen }) => `${room ?? ''} ${yuan(fen)}`).join('、');
  return {
    text: `听到${receipts.length}笔：${list}。是哪号楼哪单元、几号项目的？请接着说，例如“3号楼2单元的，12号”。一笔也还没有记。`,
  };
}

/** 还有302的150 behind a receipt: one more, of the entrance of the one before it. */
function oneMore({ spoken }: Parts, turn: Turn, text: string): readonly ReceiptSaid[] | null {
  const done = spoken.done(turn);
  if (done?.intent !== 'funds.receive' || !/^(?:还有|另外|再就是|对了|再记)/u.test(text)) return null;
  const payer = done.slots?.['payer'];
  return readReceipts(text, typeof payer === 'string' ? nearIn(payer) : {}, 1);
}

interface Found {
  readonly project: Project;
  readonly homes: readonly Household[];
  readonly receipts: readonly ReceiptSaid[];
}

async function readBack(parts: Parts, turn: Turn, { project: { no }, homes, receipts }: Found): Promise<Reply> {
  const lines = homes.map((home, index) => ({ payer: placeWords(home), fen: receipts[index]?.fen ?? 0 }));
  const [first, ...others] = lines;
  const also = others.map(({ payer, fen }) => `${payer} ${yuan(fen)}`).join('\n');
  const slots = { no, payer: first?.payer, amount: first?.fen, ...(also === '' ? {} : { also }) };
  return act(parts, turn, { intent: 'funds.receive', slots, sure: false, confirmed: false });
}

/** The project that was named; else those that residents pay for now. */
async function collecting({ unit }: Turn, no: number | undefined): Promise<readonly Project[]> {
  const all = await unit.projects.inStates(['collecting', 'pledging', 'funded', 'in_progress']);
  if (no !== undefined) return all.filter(project => project.no === no);
  const now = all.filter(({ state }) => state === 'collecting');
  return now.length > 0 ? now : all;
}

async function homeOf({ unit }: Turn, project: Project, receipt: ReceiptSaid): Promise<Household | null> {
  const { building, unit: entrance, room } = placeLabels(receipt);
  const there = (await unit.members.households()).filter(
    home =>
      home.room === room &&
      (building === undefined || home.building === building) &&
      (entrance === undefined || home.unit === entrance),
  );
  const only = onlyOne(there);
  if (only && building !== undefined) return only;
  const owing: Household[] = [];
  for (const home of there)
    if (openFen(await unit.ledger.standingOf(project.id, home.id)) === receipt.fen) owing.push(home);
  return onlyOne(owing) ?? null;
}

/** Nothing but where it is, and of which matter. */
function isPlace(text: string): boolean {
  const left = text.replaceAll(/\d{1,3}号楼|\d{1,2}单元|第?\d{1,7}号(?:项目)?|[\s，,。、的是都]|那个|两家|几家/gu, '');
  return left === '' && /楼|单元/u.test(text);
}

function nearIn(text: string): Near {
  return nearOf(findAddresses(text)[0] ?? {});
}
