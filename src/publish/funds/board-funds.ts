import { dayOf, dayWords } from '../../domain/calendar.js';
import { type Summary, movedTo, sourceIds, sources, summaryOf } from '../../domain/funds/ledger.js';
import { yuan } from '../../domain/money.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Project } from '../../store/proposal/project.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { Unit } from '../../store/engine/unit.js';
import { shares } from '../board-charts.js';
import { meter } from '../board-meter.js';
import { helpGiven } from '../pledge/board-help.js';
import { pager, pagesOf } from '../board-pager.js';
import { roundCard } from '../pledge/round-progress.js';
import { donorRoll } from '../pledge/donor-roll.js';
import { type LineFunds, linesOf } from './funds-report.js';
import { Html, html, tableHead } from '../html.js';
import { paymentsOf } from './payments.js';

const perPage = 40;

/**
 * The money of a project: promised, received and given back kept apart, where it came from, every expense with its voucher
 * number, and a balance that anyone can add up again. Receipts are shown by source only: who paid is nobody's business. Null past the last page of expenses.
 */
export async function fundsCard(unit: Unit, project: Project, page: number, now: Date): Promise<Html | null> {
  const balances = await unit.ledger.balances(project.id);
  const { expenses, undone } = await paymentsOf(unit, project.id);
  const takenBack = new Map(undone.map(({ entry, by }) => [entry.no, by]));
  const spends = [...expenses, ...undone.map(({ entry }) => entry)].toSorted((one, other) => one.id - other.id);
  const pages = pagesOf(spends.length, perPage);
  if (page > pages) return null;

  const summary = summaryOf(balances);
  const { receivedFen: received, spentFen: spent, refundedFen: refunded, balanceFen: balance } = summary;
  const requests = (await unit.spending.ofProject(project.id)).filter(({ state }) => state === 'paid');
  const byVoucher = new Map(
    requests.flatMap(request => [
      [request.entryNo, request],
      [request.releasedNo, request],
    ]),
  );
  const passed = summary.passedFen > 0 ? ` − 按方案转出${yuan(summary.passedFen)}` : '';
  const sum = `实收${yuan(received)} − 支出${yuan(spent)} − 已退${yuan(refunded)}${passed}`;
  const shown = spends.toReversed().slice((page - 1) * perPage, page * perPage);
  return html`<section class="card">
    <h2>资金</h2>
    <dl class="figures">
      <div>
        <dt>认筹（答应出的）</dt>
        <dd>${yuan(summary.pledgedFen)}</dd>
      </div>
      <div>
        <dt>实收（真到账的）</dt>
        <dd>${yuan(received)}</dd>
      </div>
      <div>
        <dt>已退</dt>
        <dd>${yuan(refunded)}</dd>
      </div>
    </dl>
    ${project.budgetFen !== null && project.budgetFen > 0 && meter('实收占预算', received, project.budgetFen, `预算${yuan(project.budgetFen)}`)}
    <p class="sum">${sum} = <strong>结余${yuan(balance)}</strong></p>
    ${summary.retainedFen > 0 && html`<p class="note">结余里有${yuan(summary.retainedFen)}是质保金，质保期满没有质量问题才付。</p>`}
    ${summary.unclaimedFen > 0 && html`<p class="note">结余里有${yuan(summary.unclaimedFen)}退款等待领取，三年内随时可以找社区出纳领。</p>`}
    ${await roundCard(unit, project, now)} ${againstBudget(project, spent)}
    ${byLine(await linesOf(unit, project), no => voucherLink(no, spends))} ${sourceShares(summary)}
    ${await donorRoll(unit, project, now)} ${await helpGiven(unit, project)}
    ${expenseTable(
      shown.map(entry => {
        const [request, by] = [byVoucher.get(entry.no), takenBack.get(entry.no)];
        return expense(entry, { now, request, by, code: unit.grid.code });
      }),
      { count: expenses.length, undone: undone.length, spent },
    )}
    ${pager({ label: '支出', page, pages, href: to => `?expenses=${to}#expenses` })} ${await monthTables(unit, project)}
  </section>`;
}

/** Budget against actual by line, with the vouchers of each. */
function byLine(lines: readonly LineFunds[], link: (no: number) => Html): Html | false {
  if (lines.length === 0) return false;
  return html`<h3>按预算明细</h3>
    <table class="lines">
      ${tableHead(['项目'], ['预算', '已付', '还剩'])}
      <tbody>
        ${lines.map(
          ({ name, amountFen, paidFen, vouchers, reason }) =>
            html`<tr>
              <td>
                ${name}${vouchers.length > 0 && html`<br /><span class="note">凭证${vouchers.map(link)}</span>`}${reason !== undefined && html`<br /><span class="note">与预算不同：${reason}</span>`}
              </td>
              <td class="number"><span class="narrow">预算</span>${yuan(amountFen)}</td>
              <td class="number"><span class="narrow">已付</span>${yuan(paidFen)}</td>
              <td class="number"><span class="narrow">还剩</span>${yuan(amountFen - paidFen)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** A voucher's number, leading to its expense on whichever page that stands. */
function voucherLink(no: number, spends: readonly LedgerEntry[]): Html {
  const fromEnd = spends.length - 1 - spends.findIndex(entry => entry.no === no);
  return html` <a href="?expenses=${Math.floor(fromEnd / perPage) + 1}#voucher${no}">${no}号</a>`;
}

const mostMonths = 6;

/** Each month with money in it, as a table for a spreadsheet; the newest first. */
async function monthTables(unit: Unit, { id, no }: Project): Promise<Html | false> {
  const entries = await unit.ledger.entries(id, [
    'reconcile',
    'spend',
    'release',
    'refund',
    'refund.return',
    'pass',
    'reverse',
  ]);
  const months = [...new Set(entries.map(({ at }) => dayOf(at).slice(0, 7)))].toSorted().toReversed();
  if (months.length === 0) return false;
  return html`<h3>每月账表</h3>
    <ul class="months">
      ${months.slice(0, mostMonths).map(
        month =>
          html`<li>
            ${month}：<a href="/board/${unit.grid.code}/${no}/${month}.xlsx">表格（XLSX）</a>
            <a href="/board/${unit.grid.code}/${no}/${month}.csv">文本（CSV）</a>
          </li>`,
      )}
    </ul>`;
}

function sourceShares({ receivedBySource, receivedFen, pendingFen }: Summary): Html {
  const parts = sourceIds.flatMap(source => {
    const value = receivedBySource[source] ?? 0;
    return value > 0 ? [{ name: sources[source], value, said: yuan(value) }] : [];
  });
  const pending =
    pendingFen > 0 && html`<p class="note">另有${yuan(pendingFen)}出纳已登记，会计还没有对账，不算实收。</p>`;
  if (parts.length === 0)
    return html`<p class="note">还没有对过账的款项。</p>
      ${pending}`;
  return html`<h3>钱从哪里来</h3>
    ${shares('实收的来源', parts)}
    <p class="sum">合计实收<strong>${yuan(receivedFen)}</strong></p>
    ${pending}`;
}

/** Budget against actual: a bar and the words. */
function againstBudget({ budgetFen }: Project, spent: number): Html | false {
  if (budgetFen === null || budgetFen <= 0) return false;
  const left = budgetFen - spent;
  return meter('支出占预算', spent, budgetFen, left < 0 ? `超出预算${yuan(-left)}` : `预算还剩${yuan(left)}`);
}

function expenseTable(
  shown: readonly Html[],
  { count, undone, spent }: { count: number; undone: number; spent: number },
): Html {
  if (shown.length === 0) return html`<p class="note">还没有支出。</p>`;
  return html`<h3 id="expenses">钱花在哪里</h3>
    <p class="note">共${count}笔，新的在前。${undone > 0 && `另有${undone}笔冲销了，不算支出。`}</p>
    <table class="spends">
      ${tableHead(['用途'], ['支出'])}
      <tbody>
        ${shown}
      </tbody>
      <tfoot>
        <tr>
          <td>合计</td>
          <td class="number">${yuan(spent)}</td>
        </tr>
      </tfoot>
    </table>`;
}

/** One expense, with its voucher's number and, once the bookkeeper has shown it, its picture; in red while the voucher is owed. */
function expense(
  entry: LedgerEntry,
  { now, request, by, code }: { now: Date; request: SpendRequest | undefined; by: number | undefined; code: string },
): Html {
  if (by !== undefined)
    return html`<tr id="voucher${entry.no}">
      <td>
        ${entry.why}<br /><span class="note"
          >${dayWords(entry.at, now)} 凭证${entry.no}号，已由凭证${by}号冲销，不算支出</span
        >
      </td>
      <td class="number"><s>${yuan(movedTo('spent', [entry]))}</s></td>
    </tr>`;
  const photo = request?.shownPhoto;
  const isOwed = request !== undefined && request.photo === null;
  return html`<tr id="voucher${entry.no}">
    <td>
      ${entry.why}<br /><span class="note"
        >${dayWords(entry.at, now)}
        凭证${entry.no}号${photo ? html` <a href="/board/${code}/photo/${photo}">看凭证照片</a>` : isOwed ? html`，<strong class="red">凭据还没有补上</strong>` : '，原件在会计处可以查看'}</span
      >
    </td>
    <td class="number">${yuan(movedTo('spent', [entry]))}</td>
  </tr>`;
}
