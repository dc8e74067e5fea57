import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../support/free-port.js';

const dockerfile = readFileSync('Dockerfile', 'utf8');
/** What stands in the image: the last stage's copies from the one that builds, by their names in the repository. */
const copied = [...dockerfile.matchAll(/^COPY --from=build .*\/app\/(\S+) \.\/\S*$/gmu)].map(([, name = '']) => name);

test('what the Dockerfile copies is enough to start the bot and to answer', async () => {
  const image = mkdtempSync(join(tmpdir(), 'image-'));
  onTestFinished(() => rmSync(image, { recursive: true, force: true }));
  for (const name of copied) {
    if (name === 'node_modules') symlinkSync(resolve(name), join(image, name));
    else cpSync(name, join(image, name), { recursive: true });
  }
  mkdirSync(join(image, 'data'));
  const port = await freePort();
  const [program = '', ...args] = JSON.parse(/^CMD (\[.*\])$/mu.exec(dockerfile)?.[1] ?? '[]') as string[];

  const bot = spawn(program, args, {
    cwd: image,
    env: { PATH: process.env['PATH'], PORT: String(port), TRIAL: '1', LOG_LEVEL: 'silent' },
  });
  onTestFinished(() => void bot.kill('SIGKILL'));
  // Its one line without a log comes when it listens; one that cannot start ends with a sentence instead.
  const [said] = (await Promise.race([once(bot.stdout, 'data'), once(bot.stderr, 'data')])) as [Buffer];

  expect(said.toString('utf8')).toContain(`http://127.0.0.1:${port}`);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${port}/simulator`)).status).toBe(200);
});

test('of the font the image keeps the two weights that are drawn with', () => {
  const kept = /! -name "(?<one>[^"]+)" ! -name "(?<other>[^"]+)" -delete/u.exec(dockerfile)?.groups;
  const fonts = readFileSync('src/publish/fonts.ts', 'utf8').matchAll(/NotoSansSC(_\w+)\.ttf/gu);

  expect([`*${[...fonts].map(([, weight]) => weight).join('.ttf *')}.ttf`]).toEqual([
    `${kept?.['one']} ${kept?.['other']}`,
  ]);
  expect(existsSync('templates/notices.txt') && copied.includes('templates')).toBe(true);
});
