import { createHash } from 'node:crypto';
import {
  type Home,
  type Match,
  type RefusedRow,
  type StatementRow,
  matchStatement,
} from '../../domain/funds/bank-statement.js';
import { type Summary, movedTo, paidIn } from '../../domain/funds/ledger.js';
import { receiptPostings } from '../../domain/funds/postings.js';
import { moneyStates } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import type { BookedReceipt } from '../../store/notice/fact-parts.js';
import type { Project } from '../../store/proposal/project.js';
import type { StatementFile } from '../../store/funds/statement-file.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { type BookedBack, bookedBack, wentBack } from './taken-back.js';
import { yuan } from '../../domain/money.js';
import { checkFunding } from '../pledge/check-funding.js';
import { outdateNotices } from '../pledge/waiting-notices.js';
import { ensureCollecting } from './record-receipt.js';
import { whichProject } from '../which-project.js';

/** The most payments that one file may tell of. */
const mostRows = 2000;

/** What was read of a list of payments. */
interface ReadPayments {
  readonly rows: readonly StatementRow[];
  readonly refused: readonly RefusedRow[];
  readonly notes: readonly string[];
}

/** Keeps what a statement says, to be matched and booked by a sentence. The same file again is found, not kept twice. */
export async function takeStatement(
  unit: Unit,
  sent: { member: MemberView; bytes: Buffer; read: ReadPayments },
): Promise<{ file: StatementFile; isNew: boolean }> {
  const { member, bytes, read } = sent;
  const digest = createHash('sha256').update(bytes).digest('hex');
  const known = await unit.bankLists.byDigest(digest);
  if (known) return { file: known, isNew: false };
  if (read.rows.length > mostRows) throw new Refusal('statement.tooLong', { most: mostRows });
  const file = await unit.bankLists.add({
    digest,
    rows: [...read.rows],
    refused: [...read.refused],
    notes: [...read.notes],
    by: member.userid,
    at: unit.now,
  });
  const facts = { statement: file.no, digest, payments: file.rows.length, refused: file.refused.length };
  unit.journal.add('statement.take', { facts });
  return { file, isNew: true };
}

interface Matched {
  readonly project: Project;
  readonly file: StatementFile;
  readonly matches: readonly Match[];
  /** What this list says went back of payments that are booked. */
  readonly wentBack: readonly BookedBack[];
}

/** Whose payments they are, for one project; nothing is booked. */
export async function matchFile(unit: Unit, { no, statement }: { no: number; statement: number }): Promise<Matched> {
  const project = await whichProject(unit, { no, states: moneyStates, deed: '收款' });
  const file = await unit.bankLists.byNo(statement);
  if (!file) throw new Refusal('statement.unknown', { statement });
  const booked = await unit.bankLists.booked(file.rows.map(({ key }) => key));
  const files = await unit.bankLists.all();
  const earlier = new Map(
    files
      .filter(one => one.no < file.no)
      .toReversed()
      .flatMap(one => one.rows.map(row => [row.key, row])),
  );
  const gone = new Map(wentBack(files).map(one => [one.payment.key, one]));
  const rows = file.rows.map(row =>
    booked.has(row.key) ? doubted(row, earlier.get(row.key)) : returned(row, gone.get(row.key)),
  );
  const homes = await homesOf(unit, project);
  const matches = matchStatement(rows, homes, row => booked.has(row.key) && row.doubt !== alike);
  return { project, file, matches, wentBack: await bookedBack(unit, file, files) };
}

const alike = '和已经入账的一笔同日、同额、同户名，附言不同';

/** A payment without a number of its own that looks like one that is booked: another one only if a person says so. */
function doubted(row: StatementRow, before: StatementRow | undefined): StatementRow {
  const isOther = before !== undefined && before.memo !== '' && row.memo !== '' && before.memo !== row.memo;
  return isOther ? { ...row, doubt: alike } : row;
}

/** A payment that another list says went back is booked only if a person says so. */
function returned(row: StatementRow, gone: ReturnType<typeof wentBack>[number] | undefined): StatementRow {
  if (!gone) return row;
  const back = `流水${gone.backIn}第${gone.backRow.row}行冲正或退回了${yuan(gone.back.amountFen)}`;
  return { ...row, doubt: row.doubt === undefined ? back : `${row.doubt}；${back}` };
}

/** Every household with the names it is known by, and what it still owes the project; what waits for the bookkeeper is paid. */
async function homesOf(unit: Unit, project: Project): Promise<Home[]> {
  const owed = new Map<number, number>();
  for (const entry of await unit.ledger.entries(project.id)) {
    if (entry.householdId === null) continue;
    const fen = movedTo('promised', [entry]) - paidIn([entry]);
    owed.set(entry.householdId, (owed.get(entry.householdId) ?? 0) + fen);
  }
  const names = new Map<number, string[]>();
  for (const { householdId, name } of await unit.members.allBound())
    names.set(householdId ?? 0, [...(names.get(householdId ?? 0) ?? []), name]);
  const accounts = await unit.bankLists.accounts();
  return (await unit.members.present()).map(({ id, building, unit: entrance, room, owners }) => ({
    id,
    building,
    unit: entrance,
    room,
    names: [...owners, ...(names.get(id) ?? [])],
    accounts: accounts.get(id) ?? [],
    owedFen: Math.max(0, owed.get(id) ?? 0),
  }));
}

interface Booked {
  readonly project: Project;
  readonly count: number;
  readonly amountFen: number;
  /** How many households paid more or less than they promised; they are asked, nothing is moved. */
  readonly differing: number;
  readonly summary: Summary;
}

/**
 * The cashier ticks what is right: all that is sure in one go, or rows by their numbers. Nothing is booked that was not ticked. Every payment becomes a
 * receipt that waits for the bookkeeper; its evidence is the digest of the payment, so that no file books it again.
 */
export async function bookStatement(
  unit: Unit,
  deed: {
    no: number;
    statement: number;
    /** The rows that were ticked; with `sure`, beside all that are sure. */
    ticked: readonly number[];
    sure: boolean;
  },
): Promise<Booked> {
  const { ticked, sure } = deed;
  const { project, file, matches } = await matchFile(unit, deed);
  await ensureCollecting(unit, project);
  for (const row of ticked) {
    const match = matches.find(one => one.row.row === row);
    if (match?.kind !== 'unsure' && match?.kind !== 'sure')
      throw new Refusal('statement.row', { statement: file.no, row });
  }
  const chosen = matches.flatMap(match =>
    (match.kind === 'sure' && (sure || ticked.includes(match.row.row))) ||
    (match.kind === 'unsure' && ticked.includes(match.row.row))
      ? [match]
      : [],
  );
  if (chosen.length === 0) throw new Refusal('statement.nothing', { no: project.no, statement: file.no });
  const booked: { home: Home; amountFen: number; voucher: number }[] = [];
  for (const { row, home } of chosen) {
    const isOther = row.payer !== '' && !home.names.includes(row.payer);
    const entry = await unit.ledger.post({
      projectId: project.id,
      kind: 'receipt',
      postings: receiptPostings('residents', row.amountFen),
      // Who paid for another household stands in the statement that the evidence leads to, not in what is published.
      why: `收款（流水${file.no}第${row.row}行${isOther ? '，他人代付' : ''}）`,
      householdId: home.id,
      evidence: row.key,
    });
    booked.push({ home, amountFen: row.amountFen, voucher: entry.no });
  }
  const receipts: BookedReceipt[] = [];
  const differing = new Set<number>();
  const homeIds = booked.map(({ home }) => home.id);
  await outdateNotices(unit, project.id, homeIds);
  const bound = await unit.members.boundByHome(homeIds);
  // Of two payments of one household both name what has come in with both.
  for (const { home, ...paid } of booked) {
    const standing = await unit.ledger.standingOf(project.id, home.id);
    if (standing.paidFen !== standing.promisedFen) differing.add(home.id);
    const payers = bound.get(home.id) ?? [];
    receipts.push(...payers.map(({ userid }) => ({ userid, ...paid, standing })));
  }
  const { turn, summary } = await checkFunding(unit, project, unit.now);
  const amountFen = chosen.reduce((sum, { row }) => sum + row.amountFen, 0);
  const facts = { no: project.no, statement: file.no, count: chosen.length, amountFen };
  unit.journal.add('funds.receive', { facts });
  await unit.tell('funds.booked', { project, receipts });
  await unit.tell('funds.turned', { project, turn, summary });
  return { project, count: chosen.length, amountFen, differing: differing.size, summary };
}
