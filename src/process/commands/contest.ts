import { readFileSync } from 'node:fs';
import { readContestFile, recomputeContest } from '../../domain/contest/contest-file.js';
import { listNames } from '../../domain/contest/contest-rules.js';

/**
 * `npm run --silent contest -- CONTEST.json`: computes the lists of a contest again from its file, without the database. False,
 * with a sentence, when the file cannot be read or its lists are not what its figures give.
 */
export function contestAgain(file: string | undefined, print: (line: string) => void): boolean {
  if (file === undefined) {
    print('contest wants a file: npm run --silent contest -- CONTEST.json, made by grid -- contest EDITION.');
    return false;
  }
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    print(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
  const contest = readContestFile(text);
  if (typeof contest === 'string') {
    print(`${file}: ${contest}`);
    return false;
  }
  const { faults, lists } = recomputeContest(contest);
  print(`contest ${contest.edition}, ${contest.from} to ${contest.until}, ${contest.candidates.length} candidates`);
  for (const list of listNames)
    print(`${list} ${lists[list].length}/${contest.quotas[list]}: ${lists[list].join(' ')}`);
  for (const fault of faults) print(`FAILED  ${fault}`);
  if (faults.length === 0) print('ok      the lists are what the figures give');
  return faults.length === 0;
}
