import { readFileSync } from 'node:fs';
import { readSheet, recount } from '../../domain/ballot/count-sheet.js';

/**
 * `npm run --silent recount -- POLL.json`: counts an exported poll without the database and prints every step. False,
 * with a sentence, when the file cannot be counted or its result is not what its ballots give.
 */
export function recountFile(file: string | undefined, print: (line: string) => void): boolean {
  if (file === undefined) {
    print('recount wants a count sheet: npm run --silent recount -- POLL.json, made by grid -- poll CODE NO.');
    return false;
  }
  try {
    const sheet = readSheet(readFileSync(file, 'utf8'));
    if (typeof sheet === 'string') {
      print(`${file}: ${sheet}`);
      return false;
    }
    const { steps, holds } = recount(sheet);
    print(`${sheet.no}号 ${sheet.question}`);
    for (const step of steps) print(step);
    print(holds ? 'ok      the result is what the ballots give' : 'FAILED  the result is not what the ballots give');
    return holds;
  } catch (error) {
    print(`${file} cannot be counted: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
