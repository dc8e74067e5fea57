import { writeFileSync } from 'node:fs';
import { projectDossier } from '../../publish/notice/dossier.js';
import type { Store } from '../../store/engine/store.js';
import { printSaid } from './print-line.js';
import { onRecord } from './record.js';
import { type Print, type Said, wordsOf } from './tongue.js';

const usage = {
  en: 'Usage: npm run --silent dossier -- GRID NO FILE.zip, such as: dossier -- huayuan-1 12 12.zip.',
  zh: '用法：npm run --silent dossier -- 网格代码 项目号 文件.zip，例如：dossier -- huayuan-1 12 12.zip。',
};

/** Writes the dossier of a project into a file; false, with a sentence, when there is none such or it cannot be written. */
async function writeDossier(
  store: Store,
  [code = '', no = '', file]: readonly string[],
  print: Print,
): Promise<boolean> {
  if (!/^\d{1,9}$/.test(no) || !file) {
    print(usage);
    return false;
  }
  const now = new Date();
  const dossier = await store.inUnit(async open => {
    const grid = await open.grids.byCode(code);
    if (!grid)
      return nothing({
        en: `There is no grid ${code}; npm run --silent grid -- list shows them.`,
        zh: `没有网格${code}，npm run --silent grid -- list 可以查看。`,
      });
    const unit = await open.within(grid);
    const project = await unit.projects.byNo(Number(no));
    if (!project)
      return nothing({ en: `There is no project ${no} in grid ${code}.`, zh: `网格${code}没有${no}号项目。` });
    const made = await projectDossier(unit, project, { now, random: Math.random });
    unit.journal.add('dossier.export', { by: 'operator', at: now, facts: { no: project.no, digest: made.digest } });
    return made;
  });
  if ('said' in dossier) {
    print(dossier.said);
    return false;
  }
  try {
    writeFileSync(file, dossier.zip, { mode: 0o600 });
  } catch (error) {
    print({ en: `${file} cannot be written: ${wordsOf(error)}`, zh: `${file}写不了：${wordsOf(error)}` });
    return false;
  }
  const { fileCount, digest } = dossier;
  const proof = `node dev/scripts/verify-dossier.mjs ${file} --digest ${digest}`;
  print({
    en: `${file}: ${fileCount} files, manifest ${digest}`,
    zh: `${file}：${fileCount}个文件，目录校验码${digest}`,
  });
  print({ en: `Prove it anywhere: ${proof}`, zh: `在任何机器上都能核对：${proof}` });
  return true;
}

function nothing(said: Said): { readonly said: Said } {
  return { said };
}

export async function main(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  await onRecord('needs', store => writeDossier(store, argv, printSaid));
}
