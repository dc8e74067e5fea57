import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadIntents } from '../../src/process/registry.js';
import { helpTable, withHelpTable } from '../../src/publish/help-table.js';

const manual = readFileSync('docs/zh/说法大全.md', 'utf8');

test('the manual lists every deed as the program says it: npm run lists writes it anew', async () => {
  expect(withHelpTable(manual, helpTable(await loadIntents()))).toBe(manual);
});

test('every deed that is helped with stands in it once, with who may do it', async () => {
  const rows = manual.split('\n').filter(line => /^\| .* \| \*\*.+\*\* \| .+ \|/u.test(line));
  const helped = [...(await loadIntents()).values()].filter(({ help }) => help !== undefined);

  expect(rows.length).toBe(helped.length);
});
