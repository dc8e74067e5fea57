import type { Match, RefusedRow } from '../../domain/funds/bank-statement.js';
import { placeWords } from '../../domain/masking.js';
import { inYuan, yuan } from '../../domain/money.js';
import type { StatementFile } from '../../store/funds/statement-file.js';
import type { Project } from '../../store/proposal/project.js';
import { type Html, html } from '../html.js';
import { wentBackWords } from './statement-screen.js';
import { type DeskSeat, deskPage, formKey } from '../people/desk-frame.js';

interface StatementView {
  readonly project: Project;
  readonly file: StatementFile;
  readonly matches: readonly Match[];
  readonly wentBack: readonly Parameters<typeof wentBackWords>[0][];
  /** One-time: what was booked under it is booked once. */
  readonly key: string;
  /** Why nothing was booked; empty at first. */
  readonly fault: string;
}

/** The list of a bank as it was read: what is sure is ticked, what may be is not, and what is left out stands row by row. */
export function statementPage(seat: DeskSeat, { project, file, matches, wentBack, key, fault }: StatementView): string {
  const { no, title } = project;
  const sure = matches.filter(match => match.kind === 'sure');
  const unsure = matches.filter(match => match.kind === 'unsure');
  const unknown = matches.filter(match => match.kind === 'unknown');
  const booked = matches.filter(match => match.kind === 'booked');
  const sumFen = sure.reduce((sum, { row }) => sum + row.amountFen, 0);
  return deskPage(seat, {
    title: `${no}号流水${file.no}`,
    body: html`<p class="eyebrow"><a href="/desk/lists/cashier">收款付款</a> · ${no}号 ${title}</p>
      <h1>流水${file.no}：还没有入账，请看清再勾</h1>
      ${fault !== '' && html`<p class="fault" role="alert">${fault}</p>`}
      ${card(
        `可能退回了的${wentBack.length}笔，已经入账`,
        wentBack.map(one => html`<p>${wentBackWords(one)}</p>`),
      )}
      <form method="post" action="/desk/receipts/${no}/list/${file.no}">
        ${formKey(seat.csrf)}<input type="hidden" name="_key" value="${key}" />
        ${card(`确定的${sure.length}笔，共${yuan(sumFen)}`, sure.map(tick))}
        ${card(`要您看一眼的${unsure.length}笔，没有替您勾上`, unsure.map(tick))}
        ${
          sure.length + unsure.length > 0
            ? html`<button type="submit" class="main">把勾上的入账</button>`
            : html`<p class="card">没有可以直接入账的。</p>`
        }
      </form>
      ${card(
        `不知道是谁家的${unknown.length}笔`,
        unknown.map(
          match =>
            html`<p>
              ${paid(match)}：${match.why}
              <a class="touch" href="/desk/do/funds.receive?no=${no}&amount=${inYuan(match.row.amountFen)}"
                >问清后单独记</a
              >
            </p>`,
        ),
      )}
      ${card(
        `已经入过账的${booked.length}笔，不再记`,
        booked.map(match => html`<p>${paid(match)}</p>`),
      )}
      ${card(
        '读的时候看到的',
        (file.notes ?? []).map(note => html`<p>${note}</p>`),
      )}
      ${card(
        `没有读、不计的${file.refused.length}行`,
        file.refused.map(row => html`<p>${at(row)}：${row.reason}</p>`),
      )}`,
  });
}

function card(title: string, lines: readonly Html[]): Html | false {
  return (
    lines.length > 0 &&
    html`<section class="card">
      <h2>${title}</h2>
      ${lines}
    </section>`
  );
}

function tick(match: Extract<Match, { kind: 'sure' | 'unsure' }>): Html {
  const { row, home } = match;
  return html`<label class="tick"
    ><input type="checkbox" name="row" value="${row.row}" ${match.kind === 'sure' && 'checked'} />
    <span
      ><strong>${placeWords(home)} ${yuan(row.amountFen)}</strong
      ><span class="note">${paid(match)}${match.kind === 'unsure' && `；${match.why}`}</span></span
    ></label
  >`;
}

function paid({ row }: Match): string {
  return `${at(row)} ${row.day.slice(5)} ${row.payer || '（无户名）'} ${yuan(row.amountFen)}`;
}

function at({ row, at: place }: Pick<RefusedRow, 'row' | 'at'>): string {
  return place === undefined ? `第${row}行` : `第${row}行（${place}）`;
}
