import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildingWords } from '../../domain/label.js';
import { formsDue } from '../../operations/ballot/paper-forms.js';
import { formSheetPdf } from '../../publish/ballot/form-sheet.js';
import { manualPdf } from '../../publish/manual-pdf.js';
import { residentsManual } from '../../publish/residents-manual.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Print } from './tongue.js';
import { Unusable } from './unusable.js';

/** Prints the residents' manual, and what every building of a grid needs for a day without the bot; it is entered afterwards from photographs of the sheets. */
export async function printPaper(
  unit: Unit,
  { folder, now }: { folder: string; now: Date },
  print: Print,
): Promise<void> {
  if (folder === '')
    throw new Unusable({
      en: 'paper needs a folder: grid -- paper CODE FOLDER.',
      zh: '请写文件夹：grid -- paper 代码 文件夹。',
    });
  mkdirSync(folder, { recursive: true });
  const place = unit.grid.name;
  const manual = join(folder, '居民手册.pdf');
  writeFileSync(manual, await manualPdf({ manual: residentsManual(), place, address: null, at: now }));
  print({ en: `${manual}: the residents' manual, for the wall`, zh: `${manual}：居民手册，贴在楼道里` });
  const buildings = new Set((await unit.members.present()).map(({ building }) => building));
  for (const building of buildings) {
    const forms = await formsDue(unit, building, now);
    const file = join(folder, `${buildingWords(building)}.pdf`);
    writeFileSync(file, await formSheetPdf({ place, forms, at: now }));
    print({ en: `${file}: ${forms.length} sheets`, zh: `${file}：${forms.length}张` });
  }
}
