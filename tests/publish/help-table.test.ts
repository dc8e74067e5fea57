import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadIntents } from '../../src/process/registry.js';
import { commandTable, helpTable, withTable } from '../../src/publish/help-table.js';

const manual = readFileSync('docs/zh/说法大全.md', 'utf8');
const commands = readFileSync('docs/commands.md', 'utf8');

test('the documents list every deed as the program says it: npm run lists writes them anew', async () => {
  const intents = await loadIntents();

  expect(withTable(manual, helpTable(intents))).toBe(manual);
  expect(withTable(commands, commandTable(intents))).toBe(commands);
});

test('every deed that is helped with stands in each once, with who may do it', async () => {
  const helped = [...(await loadIntents()).values()].filter(({ help }) => help !== undefined);

  expect(manual.match(/^\| .* \| \*\*.+\*\* \| .+ \|/gmu)).toHaveLength(helped.length);
  expect(commands.match(/^\| `[a-z.]+` \| .+ \| .+ \|$/gmu)).toHaveLength(helped.length);
});
