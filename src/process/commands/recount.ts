import { readFileSync } from 'node:fs';
import { readSheet, recount } from '../../domain/ballot/count-sheet.js';
import { type Print, wordsOf } from './tongue.js';

/**
 * `npm run --silent recount -- POLL.json`: counts an exported poll without the database and prints every step. False,
 * with a sentence, when the file cannot be counted or its result is not what its ballots give.
 */
export function recountFile(file: string | undefined, print: Print): boolean {
  if (file === undefined) {
    print({
      en: 'recount wants a count sheet: npm run --silent recount -- POLL.json, made by grid -- poll CODE NO.',
      zh: '请写计票文件：npm run --silent recount -- 表决.json，由 grid -- poll 代码 表决号 导出。',
    });
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
    print(
      holds
        ? { en: 'ok      the result is what the ballots give', zh: '相符    结果和选票一致' }
        : { en: 'FAILED  the result is not what the ballots give', zh: '不相符  结果和选票不一致' },
    );
    return holds;
  } catch (error) {
    print({ en: `${file} cannot be counted: ${wordsOf(error)}`, zh: `${file}不能计票：${wordsOf(error)}` });
    return false;
  }
}
