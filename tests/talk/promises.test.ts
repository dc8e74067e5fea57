import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(['SECURITY.md', 'docs/reliability.md', 'docs/performance.md', 'docs/scaling.md'])(
  'every promise in %s names a test that exists',
  document => {
    const text = readFileSync(document, 'utf8');
    const named = [...text.matchAll(/`(tests\/[\w./-]+\.ts)`/g)].map(([, path = '']) => path);

    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(path => !existsSync(path))).toEqual([]);
  },
);

test.each(['SECURITY.md', 'docs/reliability.md'])(
  'no line of the table of promises in %s goes without a test',
  file => {
    const [, table = ''] = readFileSync(file, 'utf8').split('| promise | test |');
    const rows = (table.split('\n## ')[0] ?? '').split('\n').filter(line => /^\| [^-]/.test(line));

    expect(rows.length).toBeGreaterThan(8);
    for (const row of rows) expect(row).toMatch(/`tests\//);
  },
);
