import type { Row, SheetData } from 'write-excel-file/node';
import { type ContestList, contestLists, criteria, listNames } from '../../domain/contest/contest-rules.js';
import { bandWords, figureWords } from '../../domain/contest/contest-words.js';
import type { ContestView, Shown } from './contest-view.js';
import { inSheet } from '../funds/funds-statement.js';

type Cell = string | { readonly centi: number } | null;

/** The lists as a workbook, a sheet each: points are numbers, all else is text and never a formula. */
export async function contestXlsx(view: ContestView): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = listNames.map(list => ({
    data: rowsOf(view, list).map(inRow) as SheetData,
    sheet: contestLists[list],
    columns: [8, 24, 18, 18, 14, 12, ...view.file.criteria[list].flatMap(() => [24, 10])].map(width => ({ width })),
  }));
  return writeExcelFile(sheets).toBuffer();
}

function rowsOf({ file, listed }: ContestView, list: ContestList): Cell[][] {
  const heads = file.criteria[list].flatMap(({ id, weight }) => [`${criteria[id].said}（${weight}分）`, '得分']);
  return [
    ['候选号', list === 'grid' ? '网格' : '姓名', '社区', '所在网格', '户数分档', '总分', ...heads],
    ...listed[list].map(shown => rowOf(shown, file.bands)),
    [`校验码 ${file.digest}`],
  ];
}

function rowOf({ standing, name, community, grid, isNamed }: Shown, bands: readonly number[]): Cell[] {
  const where = [String(standing.no), name, community, grid];
  // Whose name is not shown has no figures shown either.
  if (!isNamed) return where;
  return [
    ...where,
    bandWords(standing.band, bands),
    { centi: standing.centi },
    ...standing.lines.flatMap(({ id, figure, centi }) => [figureWords(id, figure), { centi }]),
  ];
}

function inRow(row: readonly Cell[]): Row {
  return row.map(cell => {
    if (cell === null) return null;
    if (typeof cell === 'string') return { type: String, value: inSheet(cell) };
    return {
      type: Number,
      value: Number(`${Math.floor(cell.centi / 100)}.${String(cell.centi % 100).padStart(2, '0')}`),
      format: '0.00',
    };
  });
}
