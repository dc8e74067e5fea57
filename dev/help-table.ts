import { readFileSync, writeFileSync } from 'node:fs';
import { loadIntents } from '../src/process/registry.js';
import { helpTable, withHelpTable } from '../src/publish/help-table.js';

/** Writes the table of all deeds into the manual: part of `npm run lists`. */
const file = 'docs/zh/说法大全.md';
writeFileSync(file, withHelpTable(readFileSync(file, 'utf8'), helpTable(await loadIntents())));
