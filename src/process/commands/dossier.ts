import { writeFileSync } from 'node:fs';
import { projectDossier } from '../../publish/notice/dossier.js';
import type { Store } from '../../store/engine/store.js';
import { printLine } from './print-line.js';
import { onRecord } from './record.js';

const usage = 'Usage: npm run --silent dossier -- GRID NO FILE.zip, such as: dossier -- huayuan-1 12 12.zip.';

/** Writes the dossier of a project into a file; false, with a sentence, when there is none such or it cannot be written. */
async function writeDossier(
  store: Store,
  [code = '', no = '', file]: readonly string[],
  print: (line: string) => void,
): Promise<boolean> {
  if (!/^\d{1,9}$/.test(no) || !file) {
    print(usage);
    return false;
  }
  const now = new Date();
  const dossier = await store.inUnit(async open => {
    const grid = await open.grids.byCode(code);
    if (!grid) return `There is no grid ${code}; npm run --silent grid -- list shows them.`;
    const unit = await open.within(grid);
    const project = await unit.projects.byNo(Number(no));
    if (!project) return `There is no project ${no} in grid ${code}.`;
    const made = await projectDossier(unit, project, { now, random: Math.random });
    unit.journal.add('dossier.export', { by: 'operator', at: now, facts: { no: project.no, digest: made.digest } });
    return made;
  });
  if (typeof dossier === 'string') {
    print(dossier);
    return false;
  }
  try {
    writeFileSync(file, dossier.zip, { mode: 0o600 });
  } catch (error) {
    print(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
  print(`${file}: ${dossier.fileCount} files, manifest ${dossier.digest}`);
  print(`Prove it anywhere: node dev/scripts/verify-dossier.mjs ${file} --digest ${dossier.digest}`);
  return true;
}

export async function main(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  await onRecord('needs', store => writeDossier(store, argv, printLine));
}
