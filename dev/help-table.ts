import { readFileSync, writeFileSync } from 'node:fs';
import { loadIntents } from '../src/process/registry.js';
import { commandTable, helpTable, withTable } from '../src/publish/help-table.js';

/** Writes the tables of all deeds into their documents: part of `npm run lists`. */
const intents = await loadIntents();
for (const [file, table] of [
  ['docs/zh/说法大全.md', helpTable(intents)],
  ['docs/commands.md', commandTable(intents)],
] as const)
  writeFileSync(file, withTable(readFileSync(file, 'utf8'), table));
