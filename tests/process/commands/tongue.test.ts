import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { backup, restore } from '../../../src/process/commands/backup.js';
import { contestAgain } from '../../../src/process/commands/contest.js';
import { recountFile } from '../../../src/process/commands/recount.js';
import { score } from '../../../src/process/commands/score.js';
import { type Print, inTongue, tongueOf } from '../../../src/process/commands/tongue.js';

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_TW.UTF-8' }, 'zh'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, 'zh'],
  [{}, 'en'],
] as const)('%j is %s', (env, tongue) => {
  expect(tongueOf(env)).toBe(tongue);
});

const nowhere = 'sqlite:/nowhere/record.sqlite';
const at = new Date('2026-03-02T09:00:00+08:00');
/** What each command says when it is given nothing, what is not there, or what cannot be used. */
const commands: Readonly<Record<string, (print: Print) => unknown>> = {
  'backup of no record': print => backup({ databaseUrl: nowhere, file: '/nowhere/copy', print }),
  'backup of a record on PostgreSQL': print => backup({ databaseUrl: 'postgres://a', file: '/nowhere/copy', print }),
  'restore of no file': print => restore({ databaseUrl: nowhere, file: '/nowhere/copy', print, at }),
  'restore on PostgreSQL': print => restore({ databaseUrl: 'postgres://a', file: '/nowhere/copy', print, at }),
  'recount of nothing': print => recountFile(undefined, print),
  'recount of no file': print => recountFile('/nowhere/poll.json', print),
  'contest of nothing': print => contestAgain(undefined, print),
  'contest of no file': print => contestAgain('/nowhere/contest.json', print),
  'score of nothing': print => score([], () => undefined, print),
};

test.each(Object.entries(commands))('%s speaks the operator’s tongue', async (_, run) => {
  const said = { zh: [] as string[], en: [] as string[] };
  for (const tongue of ['zh', 'en'] as const) await run(inTongue(line => said[tongue].push(line), tongue));

  expect(said.zh.join('\n')).toMatch(/\p{Script=Han}{3}/u);
  expect(said.en.join('\n')).toMatch(/^[ -~]+$/u);
});

test('a file that is no record is not restored, and says so in Chinese', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-tongue-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'copy.sqlite');
  writeFileSync(file, 'this is no record');
  const lines: string[] = [];
  const print = inTongue(line => lines.push(line), 'zh');

  expect(await restore({ databaseUrl: `sqlite:${join(folder, 'record.sqlite')}`, file, print, at })).toBe(false);
  expect(lines[0]).toMatch(/^读不了：/u);
  expect(lines.at(-1)).toBe(`${file}核对不过，什么也没有改。请换更早的备份。`);
});

test('no command of the operator builds what is built already', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const commandsOf = Object.entries(scripts).filter(([, script]) => script.includes('src/process/commands/'));

  expect(commandsOf.length).toBeGreaterThan(8);
  for (const [name, script] of commandsOf) expect(script, name).toMatch(/^node dev\/scripts\/built\.mjs && /u);
});
