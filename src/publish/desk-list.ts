import { yuan } from '../domain/money.js';
import type { Step } from '../domain/step.js';
import { pager, pagesOf } from './board-pager.js';
import { type Html, html, tableHead } from './html.js';
import { type DeskSeat, deskPage } from './people/desk-frame.js';
import { type List, type ListCell, csvOf, workbookOf } from './workbook.js';

/** A deed that a line of a list leads to. */
export type Doing = Pick<Step, 'deed' | 'slots' | 'title'>;

export interface WorkRow {
  readonly cells: readonly ListCell[];
  readonly does?: readonly Doing[];
}

/** One table of a work list, drawn on the page and written into the workbook from the same rows. */
export interface WorkTable {
  readonly title: string;
  /** Said where there is nothing in it. */
  readonly empty: string;
  readonly note?: string;
  readonly head: readonly string[];
  readonly rows: readonly WorkRow[];
  /** What is done with all of it. */
  readonly does?: readonly Doing[];
  /** Another page that belongs to it. */
  readonly more?: readonly [href: string, words: string];
}

export interface WorkList {
  readonly name: string;
  readonly title: string;
  readonly tables: readonly WorkTable[];
}

interface Drawn {
  readonly seat: DeskSeat;
  /** The address of the form of a deed; null for whoever may not do it. */
  readonly link: (doing: Doing) => string | null;
  /** One table by its place in the list, a page at a time; null: the first rows of each. */
  readonly only: { readonly table: number; readonly page: number } | null;
}

/** So many rows are on a page at most, which keeps it light on a phone; all of them are in the workbook. */
const mostRows = 100;
const leastRows = 10;

/** The work of an office on one page: each line with the forms that do it; the same as a sheet for the printer. Null for a page that there is not. */
export function workListPage({ name, title, tables }: WorkList, { seat, link, only }: Drawn): string | null {
  const shown = only ? tables.slice(only.table, only.table + 1) : tables;
  const pages = pagesOf(shown[0]?.rows.length ?? 0, mostRows);
  if (only && (shown.length === 0 || only.page > pages)) return null;
  const most = only ? mostRows : Math.max(leastRows, Math.floor(mostRows / Math.max(1, tables.length)));
  const from = only ? (only.page - 1) * mostRows : 0;
  const cards = shown.map((table, index) => {
    const rows = table.rows.slice(from, from + most);
    const isCut = !only && rows.length < table.rows.length;
    const all = isCut && html`<p><a class="touch" href="?table=${index}">看全部${table.rows.length}行</a></p>`;
    return html`<section class="card">${tableCard({ ...table, rows }, link)} ${all}</section>`;
  });
  return deskPage(seat, {
    title,
    body: html`${only && html`<p class="eyebrow"><a href="/desk/lists/${name}">${title}</a></p>`}
      <h1>${title}</h1>
      <p class="note">
        <a class="touch" href="/desk/lists/${name}.xlsx">存成表格（Excel，A4横排）</a>
        <a class="touch" href="/desk/lists/${name}.csv">CSV</a>
      </p>
      ${tables.length === 0 && html`<p class="card">现在没有要办的。</p>`} ${cards}
      ${only && pager({ label: '清单', page: only.page, pages, href: to => `?table=${only.table}&page=${to}` })}`,
  });
}

function tableCard(table: WorkTable, link: Drawn['link']): Html {
  const { title, note, empty, head, rows, more } = table;
  return html`<h2>${title}</h2>
    ${note !== undefined && html`<p class="note">${note}</p>`}
    ${more && html`<p><a class="touch" href="${more[0]}">${more[1]}</a></p>`}
    ${
      rows.length === 0
        ? html`<p>${empty}</p>`
        : html`<table class="lines">
            ${tableHead([...head, ...(hasDeeds(table) ? ['办'] : [])])}
            <tbody>
              ${rows.map(row => tableRow(row, table, link))}
            </tbody>
          </table>`
    }
    ${rows.length > 0 && doings(table.does, link)}`;
}

function hasDeeds({ rows }: WorkTable): boolean {
  return rows.some(({ does = [] }) => does.length > 0);
}

function tableRow({ cells, does }: WorkRow, table: WorkTable, link: Drawn['link']): Html {
  return html`<tr>
    ${cells.map(
      (cell, index) =>
        html`<td>
          ${index > 0 && cell !== null && html`<span class="narrow">${table.head[index]} </span>`}${cellWords(cell)}
        </td>`,
    )}
    ${hasDeeds(table) && html`<td>${doings(does, link)}</td>`}
  </tr>`;
}

function doings(does: readonly Doing[] = [], link: Drawn['link']): Html[] {
  return does.flatMap(doing => {
    const href = link(doing);
    return href === null ? [] : [html`<a class="touch" href="${href}">${doing.title}</a> `];
  });
}

function cellWords(cell: ListCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if ('count' in cell) return String(cell.count);
  return 'fen' in cell ? yuan(cell.fen) : (cell.centi / 100).toFixed(2);
}

/** The same list as a workbook, a sheet for each table. */
export function workListBook(list: WorkList): Promise<Buffer> {
  return workbookOf(sheetsOf(list));
}

/** The same list as CSV, its tables one below the other. */
export function workListCsv(list: WorkList): string {
  return csvOf(sheetsOf(list).flatMap(({ rows }, index) => (index === 0 ? rows : [[], ...rows])));
}

function sheetsOf({ title, tables }: WorkList): List[] {
  const shown = tables.length > 0 ? tables : [{ title, head: [title], rows: [] }];
  return shown.map((table, index) => sheetOf(table, index));
}

function sheetOf({ title, head, rows }: Pick<WorkTable, 'title' | 'head' | 'rows'>, index: number): List {
  const widths = head.map((name, column) =>
    Math.min(50, Math.max(12, name.length * 2 + 2, ...rows.map(({ cells }) => widthOf(cells[column] ?? null)))),
  );
  return {
    // Names of sheets are short, each its own, and know no sign of an address.
    name: `${index + 1} ${title.replaceAll(/[\\/?*[\]:：]/gu, ' ').slice(0, 20)}`,
    rows: [[title], head, ...rows.map(({ cells }) => cells)],
    widths,
    head: 2,
  };
}

function widthOf(cell: ListCell): number {
  return typeof cell === 'string' ? [...cell].length * 2 + 2 : 12;
}
