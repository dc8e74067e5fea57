import { momentWords } from '../../domain/calendar.js';
import { sourceIds, sources } from '../../domain/funds/ledger.js';
import type { List, ListCell } from '../workbook.js';
import { type GridLine, few, rate, receivedFen } from './grid-line.js';

interface Column {
  readonly head: string;
  readonly width: number;
  readonly cell: (line: GridLine, now: Date) => ListCell;
}

const columns: readonly Column[] = [
  { head: '街道', width: 12, cell: ({ grid }) => grid.subdistrict ?? '' },
  { head: '社区', width: 14, cell: ({ grid }) => grid.community },
  { head: '网格', width: 20, cell: ({ grid }) => grid.name },
  { head: '户数', width: 8, cell: ({ figures }) => ({ count: figures.households }) },
  { head: '项目', width: 8, cell: ({ figures }) => ({ count: figures.projects }) },
  { head: '已验收', width: 8, cell: ({ figures }) => ({ count: figures.accepted }) },
  { head: '攻坚或最大的在办项目', width: 30, cell: ({ key }) => (key ? `${key.no}号 ${key.title}` : '') },
  { head: '颜色', width: 12, cell: ({ key }) => key?.verdict.word ?? '' },
  { head: '完成%', width: 8, cell: ({ key }) => (key ? { count: key.percent } : null) },
  { head: '表决参与率', width: 12, cell: ({ figures }, now) => rate(figures.voted, figures.could, now) },
  { head: '公示及时率', width: 12, cell: ({ figures }, now) => rate(figures.onTime, figures.due, now) },
  { head: '认捐（元）', width: 14, cell: ({ figures }) => ({ fen: figures.pledgedFen }) },
  { head: '实收（元）', width: 14, cell: line => ({ fen: receivedFen(line) }) },
  ...sourceIds.map(source => ({
    head: `${sources[source]}（元）`,
    width: 14,
    cell: ({ figures }: GridLine): ListCell => ({ fen: figures.receivedBySource[source] ?? 0 }),
  })),
  { head: '支出（元）', width: 14, cell: ({ figures }) => ({ fen: figures.spentFen }) },
  { head: '积分兑换', width: 10, cell: ({ figures }, now) => few(figures.redemptions, now, '次') },
];

/** An overview as a table to reckon with: a grid a row, with the figures of the page and nothing finer. */
export function countyList(lines: readonly GridLine[], now: Date): List {
  const rows = lines.map(line => columns.map(({ cell }) => cell(line, now)));
  return {
    name: '网格一览',
    rows: [[`截至${momentWords(now)}`], columns.map(({ head }) => head), ...rows],
    widths: columns.map(({ width }) => width),
    head: 2,
  };
}
