import { readFileSync } from 'node:fs';
import { readContestFile, recomputeContest } from '../../domain/contest/contest-file.js';
import { listNames } from '../../domain/contest/contest-rules.js';
import { type Print, wordsOf } from './tongue.js';

/**
 * `npm run --silent contest -- CONTEST.json`: computes the lists of a contest again from its file, without the database. False,
 * with a sentence, when the file cannot be read or its lists are not what its figures give.
 */
export function contestAgain(file: string | undefined, print: Print): boolean {
  if (file === undefined) {
    print({
      en: 'contest wants a file: npm run --silent contest -- CONTEST.json, made by grid -- contest EDITION.',
      zh: '请写擂台赛文件：npm run --silent contest -- 擂台赛.json，由 grid -- contest 届次 导出。',
    });
    return false;
  }
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    print({ en: `${file} cannot be read: ${wordsOf(error)}`, zh: `${file}读不了：${wordsOf(error)}` });
    return false;
  }
  const contest = readContestFile(text);
  if (typeof contest === 'string') {
    print(`${file}: ${contest}`);
    return false;
  }
  const { faults, lists } = recomputeContest(contest);
  const { edition, from, until, candidates } = contest;
  print({
    en: `contest ${edition}, ${from} to ${until}, ${candidates.length} candidates`,
    zh: `第${edition}届擂台赛，${from}到${until}，参评${candidates.length}个`,
  });
  for (const list of listNames)
    print(`${list} ${lists[list].length}/${contest.quotas[list]}: ${lists[list].join(' ')}`);
  for (const fault of faults) print({ en: `FAILED  ${fault}`, zh: `不相符  ${fault}` });
  if (faults.length === 0) print({ en: 'ok      the lists are what the figures give', zh: '相符    名单和数据一致' });
  return faults.length === 0;
}
