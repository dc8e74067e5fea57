import { readFileSync } from 'node:fs';
import { scoreLines, report, type Gold } from '../../language/reading/scoring.js';
import { createUnderstanding } from '../../language/reading/understand.js';
import { loadIntents, phrasesOf } from '../registry.js';
import { assumed } from './parse.js';
import { type Print, type Said, wordsOf } from './tongue.js';

/**
 * `npm run --silent score -- GOLD.jsonl …`: accuracy, precision and recall, slots, false commitments and calibration, by
 * the rules of the annotators' guide. False, with a sentence that says what to do, when no file can be read.
 */
export async function score(
  files: readonly string[],
  print: (line: string) => void,
  complain: Print,
): Promise<boolean> {
  if (files.length === 0) {
    complain({
      en: 'score wants the names of gold files, such as ../shared/utterances/dev.jsonl.',
      zh: '请写标注文件的名字，例如 ../shared/utterances/dev.jsonl。',
    });
    return false;
  }
  const understand = createUnderstanding(phrasesOf(await loadIntents()));
  for (const file of files) {
    const golds = readGold(file);
    if ('zh' in golds) {
      complain(golds);
      return false;
    }
    print(file);
    print(report(scoreLines(golds, ({ text, now }) => understand(text, new Date(now), assumed))));
  }
  return true;
}

/** The annotated lines of a file, or what is wrong with it. */
function readGold(file: string): Gold[] | Said {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.filter(line => line.trim() !== '').map(line => JSON.parse(line) as Gold);
  } catch (error) {
    return { en: `${file} cannot be scored: ${wordsOf(error)}`, zh: `${file}不能打分：${wordsOf(error)}` };
  }
}
