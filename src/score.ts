import { readFileSync } from 'node:fs';
import { scoreLines, report, type Gold } from './language/scoring.js';
import { createUnderstanding } from './language/understand.js';
import { loadIntents, phrasesOf } from './registry.js';

/** `npm run score -- GOLD.jsonl …`: accuracy, precision and recall, slots, false commitments and calibration. */
async function main(files: readonly string[]): Promise<void> {
  if (files.length === 0)
    throw new Error('score wants the names of gold files, such as ../shared/utterances/dev.jsonl');
  const understand = createUnderstanding(phrasesOf(await loadIntents()));
  const assumed = { openPolls: [{ no: 0 }], openPledges: [0] };
  for (const file of files) {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '');
    const golds = lines.map(line => JSON.parse(line) as Gold);
    const scored = scoreLines(golds, ({ text, now }) => understand(text, new Date(now), assumed));
    process.stdout.write(`${file}\n${report(scored)}\n`);
  }
}

await main(process.argv.slice(2).filter(argument => argument !== '--all'));
