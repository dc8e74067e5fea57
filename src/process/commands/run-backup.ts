import { backup, restore } from './backup.js';
import { printSaid } from './print-line.js';
import { orSaid, recordUrl } from './record.js';

/** `npm run backup -- FILE` and `npm run restore -- FILE`. */
const [verb, file] = process.argv.slice(2);
if (!file || (verb !== 'backup' && verb !== 'restore')) {
  const name = verb === 'restore' ? 'restore' : 'backup';
  printSaid({ en: `Usage: npm run --silent ${name} -- FILE`, zh: `用法：npm run --silent ${name} -- 文件` });
  process.exitCode = 1;
} else {
  const trip = { file, print: printSaid };
  const isDone = await orSaid(() =>
    verb === 'backup'
      ? backup({ ...trip, databaseUrl: recordUrl('needs') })
      : restore({ ...trip, databaseUrl: recordUrl('replaces'), at: new Date() }),
  );
  if (!isDone) process.exitCode = 1;
}
