import { existsSync } from 'node:fs';
import { ormconfig } from '../../../ormconfig.js';
import { openStore } from '../../store/engine/open.js';
import type { Store } from '../../store/engine/store.js';
import { recordAddress } from '../config.js';
import { printLine } from './print-line.js';
import { tongueOf } from './tongue.js';
import { Unusable } from './unusable.js';

/** What a command does with the record: it needs one, makes one where there is none, or puts a backup in its place. */
export type Use = 'needs' | 'makes' | 'replaces';

type Env = Readonly<Record<string, string | undefined>>;

const [real, trial] = ['data/zhongyi.sqlite', 'data/trial.sqlite'];

/**
 * The record that a command is about: the one named, else the real one, else the trial's while there is no other. What is made, or put back, is
 * the real one, unless TRIAL=1 says otherwise.
 */
export function recordUrl(use: Use, env: Env = process.env, exists: (file: string) => boolean = existsSync): string {
  const named = env['DATABASE_URL']?.trim() ?? '';
  // It may hold a password, so it is not printed.
  if (named !== '' && !recordAddress.pattern.test(named))
    throw new Unusable({
      en: `DATABASE_URL cannot be used; write ${recordAddress.words}.`,
      zh: 'DATABASE_URL不能用，请写成sqlite:文件 或 postgres://用户:密码@主机:端口/库。',
    });
  const isReal = use !== 'needs' || exists(real) || !exists(trial);
  const url = named || `sqlite:${env['TRIAL'] !== '1' && isReal ? real : trial}`;
  const file = url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : null;
  if (use === 'needs' && file !== null && !exists(file))
    throw new Unusable({
      en: `There is no record at ${file}; check DATABASE_URL, or make it: grid -- create CODE --name NAME --community NAME.`,
      zh: `${file}没有档案库，请核对DATABASE_URL，或先新建：grid -- create 代码 --name 名称 --community 社区。`,
    });
  return url;
}

/** Does a command's work on the record; the exit status is 0 when it was done, 1 when it could not be, which one sentence says. */
export async function onRecord(use: Use, work: (store: Store) => Promise<boolean>): Promise<void> {
  process.exitCode = (await orSaid(async () => {
    const url = recordUrl(use);
    // Nobody means the trial without knowing it: beside what the command prints, which programs read.
    if (url === `sqlite:${trial}` && process.env['TRIAL'] !== '1') process.stderr.write(`the record is ${trial}\n`);
    const store = await openStore(ormconfig(url));
    try {
      return await work(store);
    } finally {
      await store.dataSource.destroy();
    }
  }))
    ? 0
    : 1;
}

/** What the work says of itself; false, with the sentence, where what the operator gave cannot be used. */
export async function orSaid(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    printLine(tongueOf(process.env) === 'zh' ? error.zh : error.message);
    return false;
  }
}
