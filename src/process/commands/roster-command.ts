import { writeFile } from 'node:fs/promises';
import { placeWords } from '../../domain/masking.js';
import { readRoster, type RosterFile, type RosterRow } from '../../language/tables/roster.js';
import { type RosterPlan, importRoster, planRoster } from '../../operations/people/import-roster.js';
import { undoRoster } from '../../operations/people/undo-roster.js';
import type { OpenUnit, Unit } from '../../store/engine/unit.js';
import { readTable } from './table-file.js';
import type { Print, Said } from './tongue.js';
import { Unusable } from './unusable.js';

type Within = <T>(work: (unit: Unit, open: OpenUnit) => Promise<T>) => Promise<T>;

/** Imports a roster as one, shows what an import would do, or undoes the last one. */
export async function rosterCommand(
  within: Within,
  given: {
    file: string | undefined;
    preview: boolean | undefined;
    undo: boolean | undefined;
    out: string | undefined;
    now: Date;
  },
  print: Print,
): Promise<void> {
  const { file, preview, undo, out, now } = given;
  if (out !== undefined) return handedOut(within, out, print);
  if (undo) return undone(within, now, print);
  if (!file)
    throw new Unusable({
      en: 'roster needs a file: grid -- roster CODE FILE.',
      zh: '请写名册文件：grid -- roster 代码 文件。',
    });
  await within(async () => undefined);
  const read = readRoster(await readTable(file));
  const plan = await within(unit => planRoster(unit, read.rows));
  if (preview) {
    counted(plan, read, print);
    for (const line of previewed(plan)) print(line);
  } else {
    await within(unit => importRoster(unit, read.rows, now));
    counted(plan, read, print);
  }
  for (const { sheet, row, reason } of read.refused)
    print({
      en: `${sheet === '' ? '' : `${sheet} `}row ${row}: ${reason}`,
      zh: `${sheet === '' ? '' : `工作表“${sheet}”`}第${row}行：${reason}`,
    });
  for (const note of [...read.notes, ...shared(plan)]) print(note);
  if (preview) print({ en: 'Nothing is changed yet.', zh: '这是预览，什么都没有改。' });
}

function counted(plan: RosterPlan, read: RosterFile, print: Print): void {
  const { added, changed, unchanged } = plan;
  print({
    en: `added ${added.length}, changed ${changed.length}, unchanged ${unchanged}, refused ${read.refused.length}`,
    zh: `新增${added.length}户，改动${changed.length}户，不变${unchanged}户，拒绝${read.refused.length}行`,
  });
}

/** What would happen, row by row: added, changed, and which households the file does not name. */
function previewed({ added, changed, unnamed }: RosterPlan<RosterRow>): Said[] {
  return [
    ...added.map(({ line }) => ({
      en: `row ${line.row} adds ${placeWords(line)}: ${line.owners.join('、')}`,
      zh: `第${line.row}行新增${placeWords(line)}：${line.owners.join('、')}`,
    })),
    ...changed.map(({ old, line }) => ({
      en: `row ${line.row} changes ${placeWords(line)}: ${differences(old, line)}`,
      zh: `第${line.row}行改动${placeWords(line)}：${differences(old, line)}`,
    })),
    ...unnamed.map(household => ({
      en: `not in the file, stays: ${placeWords(household)}`,
      zh: `文件里没有，保留不动：${placeWords(household)}`,
    })),
  ];
}

function differences(old: Omit<RosterRow, 'row' | 'sheet'>, line: RosterRow): string {
  const area = (centi: number): string => `${(centi / 100).toFixed(2)}㎡`;
  const pairs = [
    ['面积', area(old.areaCentiM2), area(line.areaCentiM2)],
    ['业主', old.owners.join('、'), line.owners.join('、')],
    ['账号', old.userids.join('、'), line.userids.join('、')],
    ['电话', old.phone ?? '', line.phone ?? ''],
  ] as const;
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([what, before, after]) => `${what} ${before || '无'} → ${after || '无'}`)
    .join('；');
}

/** An account on several units is one member with several households. */
function shared({ shared: accounts }: RosterPlan): Said[] {
  return accounts.map(({ userid, lines }) => {
    const places = lines.map(placeWords).join('、');
    return {
      en: `${userid} stands on ${lines.length} units (${places}): one member, who says which household is meant`,
      zh: `账号${userid}有${lines.length}户（${places}）：算一位成员，办事时要说是哪一户`,
    };
  });
}

/** Writes the roster as it stands into a file that can be imported again. */
async function handedOut(within: Within, path: string, print: Print): Promise<void> {
  if (!/\.(?:xlsx|csv)$/iu.test(path))
    throw new Unusable({
      en: '--out names a file that ends with .xlsx or .csv: grid -- roster CODE --out roster.xlsx.',
      zh: '--out 写一个以 .xlsx 或 .csv 结尾的文件：grid -- roster 代码 --out 名册.xlsx。',
    });
  const households = await within(unit => unit.members.present());
  const { csvOf, workbookOf } = await import('../../publish/workbook.js');
  const rows = [
    ['楼号', '单元', '房号', '面积', '业主', '企业微信账号', '电话'],
    ...households.map(({ building, unit, room, areaCentiM2, owners, userids, phone }) => [
      building,
      unit,
      room,
      { centi: areaCentiM2 },
      owners.join('；'),
      userids.join('；'),
      phone ?? '',
    ]),
  ];
  const list = { name: '名册', rows, widths: [10, 8, 14, 10, 30, 30, 16], head: 1 };
  await writeFile(path, /\.csv$/iu.test(path) ? csvOf(rows) : await workbookOf([list]));
  print({ en: `${households.length} households are in ${path}`, zh: `${households.length}户已写入${path}` });
}

async function undone(within: Within, now: Date, print: Print): Promise<void> {
  const done = await within(unit => undoRoster(unit, now));
  if (typeof done === 'string') throw new Unusable(cannotUndo[done]);
  print({
    en: `undone: removed ${done.removed}, restored ${done.restored}, unbound ${done.unbound}`,
    zh: `已整份撤销：去掉新增的${done.removed}户，恢复${done.restored}户，解除绑定${done.unbound}人`,
  });
}

const cannotUndo = {
  none: { en: 'There is no import to undo.', zh: '没有可以撤销的导入。' },
  late: {
    en: 'The last import is more than a day old; import a corrected file instead.',
    zh: '最近一次导入已经超过一天，请改好文件再导入一次。',
  },
  used: {
    en: 'Households that the last import added have voted or promised since; import a corrected file instead.',
    zh: '新增的住户已经有人投票或认捐，不能整份撤销，请改好文件再导入一次。',
  },
} as const;
