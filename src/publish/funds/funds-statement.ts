import { dayOf, dayWords } from '../../domain/calendar.js';
import { digestOf } from '../../domain/journal.js';
import { destinationIds, movedTo, sources } from '../../domain/funds/ledger.js';
import { maskName, maskPayee } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import { witnessesIn } from '../../domain/funds/payment-terms.js';
import { plain } from '../../domain/plain-text.js';
import { rulesAt } from '../../domain/rules.js';
import { monthOf, type Statement, statementOf } from '../../domain/funds/statement.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Project } from '../../store/proposal/project.js';
import { teamOf } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';
import { fill } from '../templates.js';
import { type ListCell as Cell, csvOf, workbookOf } from '../workbook.js';

interface Sheet {
  readonly project: Project;
  readonly month: string;
  readonly statement: Statement<LedgerEntry>;
  readonly rows: readonly (readonly Cell[])[];
  /** One page for the board, from the first day to the end of the month. */
  readonly summary: readonly (readonly Cell[])[];
  /** What the statement says, in one code: the same rows have the same digest. */
  readonly digest: string;
}

const heads = [
  '日期',
  '凭证号',
  '摘要',
  '收入（元）',
  '支出（元）',
  '结余（元）',
  '资金来源',
  '预算科目',
  '对方单位',
  '经手人',
  '证明人',
  '核对人',
  '审批人',
  '出纳或记账人',
  '附件',
];

/**
 * The monthly statement of a project (收支明细, docs/domain.md 9), from append-only entries, so that the same month says the same
 * for ever. Who paid in is nobody's business; who handled money stands under a masked name. Null for a month that is none.
 */
export async function monthlySheet(unit: Unit, project: Project, month: string): Promise<Sheet | null> {
  const period = monthOf(month);
  if (!period) return null;
  const entries = await unit.ledger.entries(project.id);
  const statement = statementOf(entries, period);
  const people = await peopleOf(unit, project);
  const { openingFen, incomeFen, expenseFen, closingFen, lines } = statement;
  const statementDays = rulesAt(period.until).finalAccountsDays;
  const rows: Cell[][] = [
    [`${unit.grid.community} ${unit.grid.name} 众筹资金收支明细`],
    [`${project.no}号 ${project.title}`, null, `${month}（${dayOf(period.from)}起，次月1日前）`],
    [`账户：由${unit.grid.community}管理，机器人不收款`],
    heads,
    [null, null, '期初结余', null, null, { fen: openingFen }],
    ...lines.map(({ entry, ...moved }) => [
      dayOf(entry.at),
      `第${entry.no}号`,
      entry.covers ? `${entry.why}（收款${entry.covers.length}笔）` : entry.why,
      moved.incomeFen === 0 ? null : { fen: moved.incomeFen },
      moved.expenseFen === 0 ? null : { fen: moved.expenseFen },
      { fen: moved.balanceFen },
      moved.sources.map(source => sources[source]).join('、'),
      ...people(entry),
      entry.kind === 'spend' || entry.kind === 'release' ? (entry.evidence ? '有' : '待补') : '',
    ]),
    [null, null, '本月合计', { fen: incomeFen }, { fen: expenseFen }, { fen: closingFen }],
  ];
  const digest = digestOf(rows);
  rows.push(
    [null, null, '银行账户余额（对账单）'],
    [null, null, '差额和原因'],
    [null, null, '签字', '会计：', '出纳：', '审批人：', '监管小组：', '监管小组：'],
    [`内容校验码 ${digest}`],
    [`有疑问请在公示后${statementDays}天内找社区会计或楼长、网格书记；自愿参与，不公布未参与名单。`],
  );
  const supervisors = (await teamOf(unit, project.id)).length;
  const until = entries.filter(({ at }) => at < period.until);
  const summary = onePage({ project, month, entries: until, closingFen, supervisors });
  return { project, month, statement, rows, summary, digest };
}

/** 一共收了多少、花了多少、还剩多少、花在哪、谁在监督、有疑问找谁 (docs/domain.md 9): one page, all numbers from the first day on. */
function onePage({
  project,
  month,
  entries,
  closingFen,
  supervisors,
}: {
  project: Project;
  month: string;
  entries: readonly LedgerEntry[];
  closingFen: number;
  supervisors: number;
}): Cell[][] {
  const [spentFen, refundedFen] = [movedTo('spent', entries), movedTo('refunded', entries)];
  const passedFen = destinationIds.reduce((sum, to) => sum + movedTo(`passed/${to}`, entries), 0);
  const reversed = new Set(entries.map(({ reversesId }) => reversesId));
  const top = entries
    .filter(({ id }) => !reversed.has(id))
    .map(entry => ({ entry, fen: movedTo('spent', [entry]) }))
    .filter(({ fen }) => fen > 0)
    .toSorted((a, b) => b.fen - a.fen)
    .slice(0, 5);
  return [
    [`${project.no}号 ${project.title}`, `到${month}月底`],
    // What is left is what came in less what went out, to the fen.
    ['一共收了多少（元）', { fen: closingFen + spentFen + refundedFen + passedFen }],
    ['花了多少（元）', { fen: spentFen }],
    ...(refundedFen === 0 ? [] : [['退了多少（元）', { fen: refundedFen }]]),
    ...(passedFen === 0 ? [] : [['按方案转出多少（元）', { fen: passedFen }]]),
    ['还剩多少（元）', { fen: closingFen }],
    ['花在哪', top.length === 0 ? '还没有支出' : null],
    ...top.map(({ entry, fen }) => [`${entry.why}（第${entry.no}号凭证）`, { fen }]),
    ['谁在监督', `监管小组${supervisors}人`],
    ['有疑问找谁', '社区会计、楼长、网格书记'],
  ];
}

/** For every entry: its line of the budget, who was paid, handler, witnesses, bookkeeper, approvers, and who booked it, masked. */
async function peopleOf(unit: Unit, project: Project): Promise<(entry: LedgerEntry) => string[]> {
  const requests = new Map(
    (await unit.spending.ofProject(project.id)).flatMap(request =>
      [request.entryNo, request.releasedNo].map(no => [no, request] as const),
    ),
  );
  const members = await unit.members.all();
  const byId = new Map(members.map(({ id, name }) => [id, maskName(name)]));
  const byUserid = new Map(members.map(({ userid, name }) => [userid, maskName(name)]));
  const named = (id: number | null): string => (id === null ? '' : (byId.get(id) ?? ''));
  return ({ no, by }) => {
    const request = requests.get(no);
    const about = request
      ? [
          request.line ?? '',
          request.payee === null ? '' : maskPayee(request.payee),
          named(request.askedById),
          witnessesIn(request.purpose).map(maskName).join('、'),
          named(request.checkedById),
          request.approvals.map(named).join('、'),
        ]
      : Array<string>(6).fill('');
    return [...about, byUserid.get(by) ?? ''];
  };
}

/** CSV that WPS and Excel open cleanly: UTF-8 with a byte order mark, amounts as bare numbers, and no text that a sheet could run. */
export function statementCsv({ rows }: Sheet): string {
  return csvOf(rows);
}

/** XLSX: first the page for the notice board, in type that the elderly can read, then every entry. Amounts are numbers, all else is text and never a formula. */
export function statementXlsx({ rows, summary, month }: Sheet): Promise<Buffer> {
  return workbookOf([
    { name: '一页看懂', rows: summary, widths: [40, 30], fontSize: 20 },
    { name: month, rows, widths: detailWidths, head: rows.indexOf(heads) + 1 || undefined },
  ]);
}

const detailWidths = [12, 10, 32, 14, 14, 14, 22, 14, 18, 10, 14, 10, 14, 14, 8];

/** The one-page summary (docs/domain.md 9): how much came in, went out, is left, for what, who watches, whom to ask. */
export async function statementNotice(unit: Unit, sheet: Sheet, address: string): Promise<string> {
  const { project, month, statement, digest } = sheet;
  const spent = statement.lines.filter(({ expenseFen }) => expenseFen > 0);
  const top = spent.toSorted((a, b) => b.expenseFen - a.expenseFen).slice(0, 5);
  const lines = top.map(
    ({ entry, expenseFen }) =>
      `- ${dayWords(entry.at)} ${plain(entry.why, 30)} ${yuan(expenseFen)}（第${entry.no}号凭证）`,
  );
  const rest = spent.length > top.length ? [`……支出共${spent.length}笔，全部在下面的表里。`] : [];
  return fill('月度收支', {
    编号: project.no,
    项目名: plain(project.title, 40),
    年: Number(month.slice(0, 4)),
    月: Number(month.slice(5)),
    上月结余: yuan(statement.openingFen),
    收入: yuan(statement.incomeFen),
    支出: yuan(statement.expenseFen),
    结余: yuan(statement.closingFen),
    支出明细: top.length === 0 ? '这个月没有支出。' : ['花在哪：', ...lines, ...rest].join('\n'),
    监管人数: (await teamOf(unit, project.id)).length,
    内容校验码: digest.slice(0, 16),
    表格: `[Excel表格](${address}/${month}.xlsx) [CSV表格](${address}/${month}.csv)`,
  });
}
