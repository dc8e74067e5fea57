import { writeFile } from 'node:fs/promises';
import { readRoster } from '../../language/tables/roster.js';
import { importRoster, planRoster } from '../../operations/people/import-roster.js';
import { undoRoster } from '../../operations/people/undo-roster.js';
import {
  rosterChanges,
  rosterCounts,
  rosterRefused,
  rosterShared,
  shareWords,
} from '../../publish/people/roster-words.js';
import type { OpenUnit, Unit } from '../../store/engine/unit.js';
import { readTable } from './table-file.js';
import type { Print } from './tongue.js';
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
  },
  print: Print,
): Promise<void> {
  const { file, preview, undo, out } = given;
  if (out !== undefined) return handedOut(within, out, print);
  if (undo) return undone(within, print);
  if (!file)
    throw new Unusable({
      en: 'roster needs a file: grid -- roster CODE FILE.',
      zh: '请写名册文件：grid -- roster 代码 文件。',
    });
  await within(async () => undefined);
  const read = readRoster(await readTable(file));
  const plan = await within(unit => planRoster(unit, read.rows));
  if (preview) {
    print(rosterCounts(plan, read.refused.length));
    for (const line of rosterChanges(plan).flat()) print(line);
  } else {
    await within(unit => importRoster(unit, read.rows));
    print(rosterCounts(plan, read.refused.length));
  }
  for (const line of read.refused) print(rosterRefused(line));
  for (const note of [...read.notes, ...rosterShared(plan)]) print(note);
  if (preview) print({ en: 'Nothing is changed yet.', zh: '这是预览，什么都没有改。' });
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
    ['楼号', '单元', '房号', '面积', '业主', '份额', '租户', '企业微信账号', '电话'],
    ...households.map(({ building, unit, room, areaCentiM2, owners, shares, tenants, userids, phone }) => [
      building,
      unit,
      room,
      { centi: areaCentiM2 },
      owners.join('；'),
      (shares ?? []).map(shareWords).join('；'),
      (tenants ?? []).join('；'),
      userids.join('；'),
      phone ?? '',
    ]),
  ];
  const list = { name: '名册', rows, widths: [10, 8, 14, 10, 30, 16, 20, 30, 16], head: 1 };
  await writeFile(path, /\.csv$/iu.test(path) ? csvOf(rows) : await workbookOf([list]));
  print({ en: `${households.length} households are in ${path}`, zh: `${households.length}户已写入${path}` });
}

async function undone(within: Within, print: Print): Promise<void> {
  const done = await within(unit => undoRoster(unit, {}));
  if (typeof done === 'string') throw new Unusable(cannotUndo[done]);
  print({
    en: `undone: removed ${done.removed}, restored ${done.restored}, unbound ${done.unbound}, bound again ${done.rebound}`,
    zh: `已整份撤销：去掉新增的${done.removed}户，恢复${done.restored}户，解除绑定${done.unbound}人，恢复绑定${done.rebound}人`,
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
