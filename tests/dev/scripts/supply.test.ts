import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

interface Licences {
  readonly known: readonly string[];
  parts(): { name: string; version: string; licence: string }[];
  namesIn(licence: string): string[];
  text(): string;
}

interface Audit {
  auditBy(advisories: object, folder: string): Promise<{ name: string; severity: string }[] | null>;
}

/** The scripts are plain JavaScript, so that they run without a build, and so they have no types. */
async function script<T>(name: string): Promise<T> {
  return (await import(/* @vite-ignore */ pathToFileURL(join('dev', 'scripts', name)).href)) as T;
}

test('the list of licences is that of the lock file, and each of them has been looked at', async () => {
  const { known, parts, namesIn, text } = await script<Licences>('licences.mjs');

  expect(readFileSync('docs/licences.md', 'utf8'), 'npm run licences writes it anew').toBe(text());
  for (const { name, licence } of parts()) expect(known, name).toEqual(expect.arrayContaining(namesIn(licence)));
});

test('where the registry cannot be asked, npm audit is answered from a file', async () => {
  const { auditBy } = await script<Audit>('audit.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-audit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const own = { name: 'one', version: '1.0.0', dependencies: { left: '1.0.0', right: '2.0.0' } };
  const lock = (name: string, version: string) => ({
    [`node_modules/${name}`]: { version, resolved: `https://x/${name}.tgz` },
  });
  const packages = { '': own, ...lock('left', '1.0.0'), ...lock('right', '2.0.0') };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(own));
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ ...own, lockfileVersion: 3, requires: true, packages }),
  );
  const advisory = { id: 1, url: 'https://x/1', title: 'made up', severity: 'high', vulnerable_versions: '<1.5.0' };

  const found = await auditBy({ left: [advisory], right: [advisory], other: [advisory] }, folder);

  expect(found?.map(({ name, severity }) => `${name} ${severity}`)).toEqual(['left high']);
});
