import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sample } from '../../src/trial/sample-grid.js';
import { freePort } from '../support/free-port.js';

const dockerfile = readFileSync('Dockerfile', 'utf8');
/** What stands in the image: the last stage's copies from the one that builds, by their names in the repository. */
const copied = [...dockerfile.matchAll(/^COPY --from=build .*\/app\/(\S+) \.\/\S*$/gmu)].map(([, name = '']) => name);

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { dev?: boolean }>;
};
/** Where the packages are that an installation without those of developers has. */
const shipped = Object.entries(packages).flatMap(([path, { dev }]) =>
  path !== '' && !dev && existsSync(path) ? [path] : [],
);

test('what the Dockerfile copies is enough to start the bot, to answer and to print', async () => {
  const image = mkdtempSync(join(tmpdir(), 'image-'));
  onTestFinished(() => rmSync(image, { recursive: true, force: true }));
  for (const name of copied.filter(one => one !== 'node_modules')) cpSync(name, join(image, name), { recursive: true });
  for (const path of shipped.filter(one => one.lastIndexOf('node_modules/') === 0)) {
    mkdirSync(dirname(join(image, path)), { recursive: true });
    symlinkSync(resolve(path), join(image, path));
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
  // The font is there although its package is one of the developers'.
  const sheet = await fetch(`http://127.0.0.1:${port}/board/${sample.code}/wall/dispatch.pdf`);
  expect(Buffer.from(await sheet.arrayBuffer()).toString('latin1')).toMatch(/^%PDF[^]*NotoSansSC/u);
});

test('a production installation has at most 250 MB of node_modules', () => {
  const bytes = shipped.map(bytesBelow).reduce((sum, one) => sum + one, 0);

  expect(shipped.length).toBeGreaterThan(100);
  expect(Math.round(bytes / 1e6)).toBeLessThanOrEqual(250);
});

/** What the files of a package take on the disk, without the packages that are laid into it. */
function bytesBelow(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? bytesBelow(path) : Math.ceil(lstatSync(path).size / 4096) * 4096;
  }
  return bytes;
}
