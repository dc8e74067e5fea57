import { placeWords } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import type { Household } from '../../store/people/household.js';
import type { Project } from '../../store/proposal/project.js';
import { type Html, html } from '../html.js';
import { type DeskSeat, deskPage, formKey } from '../people/desk-frame.js';

/** A line as it was read, with what speaks against it. */
export type ReadRow = { readonly line: number; readonly said: string } & (
  | {
      readonly home: Household;
      readonly amountFen: number;
      /** Why a person has to look at it; what is sure has none and is ticked. */
      readonly doubts: readonly string[];
      readonly fault?: never;
    }
  | { readonly fault: string }
);

/** What became of a line that was ticked. */
export interface BookedRow {
  readonly line: number;
  readonly place: string;
  readonly amountFen: number;
  readonly isBooked: boolean;
  readonly words: string;
  /** The form that records it by itself; where it was not recorded. */
  readonly href?: string;
}

interface Pasting {
  readonly project: Project;
  /** One-time: what was recorded under it is recorded once. */
  readonly key: string;
  /** What was pasted, kept whatever becomes of it. */
  readonly lines: string;
}

/** Where receipts are pasted, a household a line. `fault` says why nothing was read. */
export function pastePage(seat: DeskSeat, { project, lines, key }: Pasting, fault: string | null = null): string {
  const { no, title } = project;
  const action = `/desk/receipts/${no}`;
  return deskPage(seat, {
    title: `${no}号贴收款`,
    body: html`<p class="eyebrow"><a href="/desk/lists/cashier">收款付款</a> · ${no}号 ${title}</p>
      <h1>一次贴一批收款</h1>
      ${fault !== null && html`<p id="fault" class="fault" role="alert">${fault}</p>`}
      <form method="post" action="${action}">
        ${formKey(seat.csrf)}<input type="hidden" name="_key" value="${key}" /><input
          type="hidden"
          name="step"
          value="look"
        />
        <label for="lines">一行一户，门牌号后面空一格写金额，例如“3-1-101 600”；也可以从表格里连表头复制</label>
        <textarea id="lines" name="lines" rows="10" required ${fault !== null && html`aria-describedby="fault"`}>
${lines}</textarea>
        <p class="note">先给您看读成了什么，您点头以后才记账。</p>
        <button type="submit" class="main">看读成了什么</button>
      </form>
      <h2>或者上传银行、微信的流水</h2>
      <form method="post" action="${action}/file" enctype="multipart/form-data">
        ${formKey(seat.csrf)}<input type="hidden" name="_key" value="${key}" />
        <label for="list">流水文件（Excel或CSV，不超过5MB）</label>
        <input type="file" id="list" name="list" accept=".xlsx,.xls,.csv" required />
        <p class="note">先给您看每一行读成了什么、没有算的是哪些；勾上的才入账。</p>
        <button type="submit" class="main">上传流水</button>
      </form>`,
  });
}

/** What was read, ticked, and what was left out, each line with its reason; nothing is recorded yet. */
export function readPage(
  seat: DeskSeat,
  { project, lines, rows, key }: Pasting & { readonly rows: readonly ReadRow[] },
): string {
  const read = rows.flatMap(row => (row.fault === undefined ? [row] : []));
  const left = rows.flatMap(row => (row.fault === undefined ? [] : [row]));
  const sumFen = read.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const unsure = read.filter(({ doubts }) => doubts.length > 0);
  const { no, title } = project;
  return deskPage(seat, {
    title: `${no}号贴收款`,
    body: html`<p class="eyebrow"><a href="/desk/lists/cashier">收款付款</a> · ${no}号 ${title}</p>
      <h1>还没有记，请看清再记账</h1>
      <form method="post" action="/desk/receipts/${no}">
        ${formKey(seat.csrf)}<input type="hidden" name="_key" value="${key}" />
        <section class="card">
          <h2>读成了${read.length}笔，共${yuan(sumFen)}</h2>
          ${read.length === 0 && html`<p>没有能记的。</p>`}
          ${unsure.length > 0 && html`<p>有${unsure.length}笔要您看一眼，没有替您勾上。</p>`}
          ${read.map(
            ({ line, home, amountFen, doubts }) =>
              html`<label class="tick"
                ><input type="checkbox" name="row" value="${line}" ${doubts.length === 0 && 'checked'} />
                <span
                  ><strong>${placeWords(home)} ${yuan(amountFen)}</strong>${doubts.map(
                    doubt => html`<span class="note">${doubt}</span>`,
                  )}</span
                ></label
              >`,
          )}
        </section>
        ${left.length > 0 && leftCard(left)}
        ${read.length > 0 && html`<button type="submit" name="step" value="book" class="main">把勾上的记账</button>`}
        <details>
          <summary>改一改贴进来的</summary>
          <label for="lines">一行一户</label>
          <textarea id="lines" name="lines" rows="10">${lines}</textarea>
          <button type="submit" name="step" value="look">再看读成了什么</button>
        </details>
      </form>`,
  });
}

function leftCard(left: readonly { readonly line: number; readonly said: string; readonly fault: string }[]): Html {
  return html`<section class="card">
    <h2>没有读的${left.length}行，不会记</h2>
    <ul class="log">
      ${left.map(({ line, said, fault }) => html`<li>第${line}行“${said}”：${fault}</li>`)}
    </ul>
  </section>`;
}

/** What was recorded, line by line, and what was not and why. */
export function bookedPage(seat: DeskSeat, project: Project, rows: readonly BookedRow[]): string {
  const booked = rows.filter(({ isBooked }) => isBooked);
  const left = rows.filter(({ isBooked }) => !isBooked);
  const sumFen = booked.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const { no, title } = project;
  return deskPage(seat, {
    title: rows.length === 0 ? `${no}号收款没有记` : `${no}号收款已记`,
    body: html`<p class="eyebrow"><a href="/desk/lists/cashier">收款付款</a> · ${no}号 ${title}</p>
      <h1>${rows.length === 0 ? '一行也没有勾，什么也没有记' : `记了${booked.length}笔，共${yuan(sumFen)}`}</h1>
      ${left.length > 0 && resultCard(`没有记的${left.length}笔`, left)}
      ${booked.length > 0 && resultCard('记好的', booked)}
      <p><a class="touch" href="/desk/lists/cashier">回到收款付款</a></p>`,
  });
}

function resultCard(title: string, rows: readonly BookedRow[]): Html {
  return html`<section class="card">
    <h2>${title}</h2>
    <ul class="log">
      ${rows.map(
        ({ place, amountFen, words, href }) =>
          html`<li>
            <strong>${place} ${yuan(amountFen)}</strong> ${words}
            ${href !== undefined && html`<a class="touch" href="${href}">单独记这一笔</a>`}
          </li>`,
      )}
    </ul>
  </section>`;
}
