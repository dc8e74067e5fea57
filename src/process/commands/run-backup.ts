import { backup, restore } from './backup.js';
import { printLine } from './print-line.js';
import { recordUrl } from './verify.js';

/** `npm run backup -- FILE` and `npm run restore -- FILE`. */
const [verb, file] = process.argv.slice(2);
if (!file || (verb !== 'backup' && verb !== 'restore')) {
  printLine(`Usage: npm run --silent ${verb === 'restore' ? 'restore' : 'backup'} -- FILE`);
  process.exitCode = 1;
} else {
  const trip = { databaseUrl: recordUrl(), file, print: printLine };
  const isDone = verb === 'backup' ? await backup(trip) : await restore({ ...trip, at: new Date() });
  if (!isDone) process.exitCode = 1;
}
