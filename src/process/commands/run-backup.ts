import { backup, restore } from './backup.js';
import { printLine } from './print-line.js';
import { orSaid, recordUrl } from './record.js';

/** `npm run backup -- FILE` and `npm run restore -- FILE`. */
const [verb, file] = process.argv.slice(2);
if (!file || (verb !== 'backup' && verb !== 'restore')) {
  printLine(`Usage: npm run --silent ${verb === 'restore' ? 'restore' : 'backup'} -- FILE`);
  process.exitCode = 1;
} else {
  const trip = { file, print: printLine };
  const isDone = await orSaid(() =>
    verb === 'backup'
      ? backup({ ...trip, databaseUrl: recordUrl('needs') })
      : restore({ ...trip, databaseUrl: recordUrl('replaces'), at: new Date() }),
  );
  if (!isDone) process.exitCode = 1;
}
