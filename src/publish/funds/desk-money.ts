import { plain } from '../../domain/plain-text.js';
import type { WaitingRequest } from '../../domain/funds/spend-steps.js';
import { dayWords, momentWords } from '../../domain/calendar.js';
import { type Source, type Standing, openFen, sources, standingChange } from '../../domain/funds/ledger.js';
import { placeWords } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Doing, WorkRow, WorkTable } from '../desk-list.js';

/** What each household promised and paid in a project, and what is open of it, for the cashier's eyes: what is open comes first. */
export async function householdMoney(unit: Unit, project: Project): Promise<WorkTable> {
  const { no, title } = project;
  const standings = new Map<number, Standing>();
  for (const entry of await unit.ledger.entries(project.id)) {
    if (entry.householdId === null) continue;
    const { promisedFen, paidFen } = standingChange(entry);
    const before = standings.get(entry.householdId) ?? { promisedFen: 0, paidFen: 0 };
    standings.set(entry.householdId, {
      promisedFen: before.promisedFen + promisedFen,
      paidFen: before.paidFen + paidFen,
    });
  }
  const lines = (await unit.members.households()).flatMap(home => {
    const standing = standings.get(home.id);
    if (!standing || standing.promisedFen + standing.paidFen === 0) return [];
    return [{ place: placeWords(home), ...standing, openFen: openFen(standing) }];
  });
  const sum = (of: 'promisedFen' | 'paidFen' | 'openFen'): number => lines.reduce((all, line) => all + line[of], 0);
  return {
    title: `${no}号 ${title}`,
    ...(lines.length > 0 && {
      note: `${lines.length}户认捐${yuan(sum('promisedFen'))}，已交${yuan(sum('paidFen'))}，还没交${yuan(sum('openFen'))}。${project.state === 'pledging' ? '还在认筹，先不收钱。' : ''}只供出纳收款用，不要转发。`,
    }),
    empty: '还没有住户认捐。',
    head: ['住户', '认捐', '已交', '还没交'],
    rows: lines
      .toSorted((one, other) => Number(other.openFen > 0) - Number(one.openFen > 0))
      .map(line => ({
        cells: [line.place, { fen: line.promisedFen }, { fen: line.paidFen }, { fen: line.openFen }],
        does: line.openFen > 0 && project.state !== 'pledging' ? [receive(no, line.place, line.openFen)] : [],
      })),
    ...(project.state !== 'pledging' && { more: [`/desk/receipts/${no}`, '一次贴一批收款'] as const }),
  };
}

function receive(no: number, payer: string, amount: number): Doing {
  return { deed: 'funds.receive', slots: { no, payer, amount }, title: '记收款' };
}

/** The receipts of a project that the bookkeeper has yet to find on the bank's list. */
export async function receiptsToReconcile(
  unit: Unit,
  { no, title }: Project,
  receipts: readonly LedgerEntry[],
): Promise<WorkTable> {
  const homes = new Map((await unit.members.households()).map(home => [home.id, placeWords(home)]));
  const fenOf = ({ postings }: LedgerEntry): number => postings.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const amount = receipts.reduce((sum, receipt) => sum + fenOf(receipt), 0);
  return {
    title: `${no}号 ${title} 等对账`,
    note: `${receipts.length}笔，共${yuan(amount)}。和银行、微信的流水核对无误再确认。`,
    empty: '没有等对账的。',
    head: ['凭证', '时间', '谁交的', '金额'],
    rows: receipts.map(receipt => {
      const source = receipt.postings[0]?.from.replace('outside/', '') as Source;
      const who = receipt.householdId === null ? sources[source] : (homes.get(receipt.householdId) ?? sources[source]);
      const wrong = { deed: 'funds.reverse', slots: { voucher: receipt.no }, title: '记错了' };
      return { cells: [`第${receipt.no}号`, momentWords(receipt.at), who, { fen: fenOf(receipt) }], does: [wrong] };
    }),
    does: [{ deed: 'funds.reconcile', slots: { no, amount }, title: `核对无误，共${yuan(amount)}` }],
  };
}

const requestStates: Partial<Record<SpendRequest['state'], string>> = {
  asked: '等会计核对',
  checked: '等书记批准',
  approved: '已批准，等付款',
  held: '监管小组暂缓',
};

/** What an approved payment waits for; nothing is to be touched that would be refused. */
function approvedWords(standing: WaitingRequest | undefined, now: Date): string | null {
  if (standing?.lacksVoucher) return '已批准，等经手人补凭据照片';
  if (standing?.isStopped) return '已批准，整改或停工没有了结，付不了';
  if (standing?.needsClearing) return '已批准，等监管小组看过';
  return standing?.payableAt && standing.payableAt > now
    ? `已批准，${momentWords(standing.payableAt, now)}后付款`
    : null;
}

/** `：票据不清`, of a payment that the team holds. */
function heldWords({ state, holdReason }: SpendRequest): string {
  return state === 'held' && holdReason !== null ? `：${plain(holdReason, 60)}` : '';
}

const requestDeeds: Partial<Record<SpendRequest['state'], { deed: string; title: string }>> = {
  asked: { deed: 'spend.check', title: '核对' },
  checked: { deed: 'spend.approve', title: '批准' },
  approved: { deed: 'spend.pay', title: '付款' },
};

/** The payments on their way, each with what comes next; who may do that is the deed's to say. */
export async function requestsTable(
  unit: Unit,
  given: {
    readonly only?: readonly SpendRequest['state'][];
    /** How each stands, by its number. */
    readonly standing: ReadonlyMap<number, WaitingRequest>;
    readonly now: Date;
  },
): Promise<WorkTable> {
  const { only, standing, now } = given;
  const projects = new Map((await unit.projects.all()).map(({ id, no }) => [id, no]));
  const open = (await unit.spending.open()).filter(({ state }) => !only || only.includes(state));
  const rows = open.map((request): WorkRow => {
    const { no, projectId, state, askedAt, amountFen } = request;
    const waits = state === 'approved' ? approvedWords(standing.get(no), now) : null;
    const next = waits === null ? requestDeeds[state] : undefined;
    const cells = [
      `申请${no}`,
      `${projects.get(projectId) ?? ''}号`,
      request.purpose,
      { fen: amountFen },
      dayWords(askedAt),
      waits ?? `${requestStates[state] ?? ''}${heldWords(request)}`,
    ];
    return { cells, does: next ? [{ ...next, slots: { request: no } }] : [] };
  });
  return {
    title: '支出申请',
    empty: '没有等着办的支出申请。',
    head: ['申请', '项目', '用途', '金额', '申请日', '到哪一步'],
    rows,
  };
}
