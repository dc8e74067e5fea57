import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Debian's LibreOffice (`apt-get install libreoffice-calc --no-install-recommends`), or the one that SOFFICE names. */
const program = process.env['SOFFICE'] ?? '/usr/bin/soffice';

export const hasOffice = existsSync(program);
if (!hasOffice)
  process.stderr.write(`\n*** SKIPPED: workbooks opened in LibreOffice. None at ${program}; install it. ***\n\n`);

/** Opens workbooks in LibreOffice without a screen, all at once, and gives what it has read: the cells of every sheet as CSV, by name. */
export async function inOffice(books: Readonly<Record<string, Buffer>>): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-office-'));
  try {
    for (const [name, bytes] of Object.entries(books)) writeFileSync(join(folder, `${name}.xlsx`), bytes);
    // Comma, double quotes, UTF-8, from row 1, values and no formulas, every sheet into a file of its own.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
    const files = Object.keys(books).map(name => join(folder, `${name}.xlsx`));
    const own = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const options = [own, '--headless', '--norestore', '--convert-to', filter, '--outdir', folder, ...files];
    await promisify(execFile)(program, options, { timeout: 100_000 });
    const shown: Record<string, string> = {};
    for (const name of Object.keys(books))
      shown[name] = readdirSync(folder)
        .filter(file => file.endsWith('.csv') && (file === `${name}.csv` || file.startsWith(`${name}-`)))
        .toSorted()
        .map(file => readFileSync(join(folder, file), 'utf8'))
        .join('\n');
    return shown;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
