import { type ContestList, contestLists, criteria, listNames } from '../../domain/contest/contest-rules.js';
import { bandWords, figureWords } from '../../domain/contest/contest-words.js';
import type { ContestView, Shown } from './contest-view.js';
import { type ListCell as Cell, csvOf, workbookOf } from '../workbook.js';

/** The lists as a workbook, a sheet each: points are numbers, all else is text and never a formula. */
export function contestXlsx(view: ContestView): Promise<Buffer> {
  return workbookOf(
    listNames.map(list => ({
      name: contestLists[list],
      rows: rowsOf(view, list),
      widths: [8, 24, 18, 18, 14, 12, ...view.file.criteria[list].flatMap(() => [24, 10])],
      head: 1,
    })),
  );
}

/** The same lists one under the other, each below its name. */
export function contestCsv(view: ContestView): string {
  return csvOf(listNames.flatMap(list => [[contestLists[list]], ...rowsOf(view, list), []]));
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
