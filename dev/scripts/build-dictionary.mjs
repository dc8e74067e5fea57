/**
 * Cuts nodejieba's dictionary to what the neighbourhood's language needs: the words that are used, and the domain's own.
 *
 *   node dev/scripts/build-dictionary.mjs
 *
 * The stock one takes about a second and 250 MB to load. The words of `domain-words.txt` come first; of the others
 * those stay that are frequent enough for daily talk, and only their weights (idf) stay with them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Rarer words than this hardly occur in a group of neighbours. */
const leastFrequency = 200;
/** What a domain word counts for: enough to be held together in any company. */
const domainFrequency = 5000;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const data = join(root, 'src', 'language', 'lexicon');
const stock = join(dirname(createRequire(import.meta.url).resolve('nodejieba')), 'submodules', 'cppjieba', 'dict');

const linesOf = path =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('//'));
const domain = linesOf(join(data, 'domain-words.txt'));

const words = new Map(domain.map(word => [word, `${word} ${domainFrequency} n`]));
for (const line of linesOf(join(stock, 'jieba.dict.utf8'))) {
  const [word, frequency, tag] = line.split(' ');
  if (Number(frequency) >= leastFrequency && !words.has(word)) words.set(word, `${word} ${frequency} ${tag}`);
}
writeFileSync(join(data, 'words.utf8'), `${[...words.values()].join('\n')}\n`);

const weights = linesOf(join(stock, 'idf.utf8')).filter(line => words.has(line.slice(0, line.indexOf(' '))));
const weighed = new Set(weights.map(line => line.slice(0, line.indexOf(' '))));
// A domain word that the stock has no weight for tells much: it is one of the rarer words of the language.
const added = domain.filter(word => !weighed.has(word)).map(word => `${word} 10`);
writeFileSync(join(data, 'weights.utf8'), `${[...weights, ...added].join('\n')}\n`);

process.stdout.write(`${words.size} words, ${weights.length + added.length} weights\n`);
