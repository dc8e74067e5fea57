import Koa from 'koa';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { helpLines } from '../../src/process/help-lines.js';
import { loadIntents } from '../../src/process/registry.js';
import { sample } from '../../src/trial/sample-grid.js';
import { helpRoutes } from '../../src/web/help.js';
import { aNeighbourhood } from '../support/neighbourhood.js';
import { served } from '../support/server.js';

async function aHelp(): Promise<string> {
  const grid = await aNeighbourhood({ households: 1 });
  const app = new Koa();
  const parts = { store: grid.store, clockMs: () => 0, now: () => grid.now, lines: helpLines(await loadIntents()) };
  app.use(helpRoutes({ ...parts, boardUrl: code => `http://board.example/board/${code}` }).routes());
  return served(app);
}

test('the page of help leads to the residents’ manual in large type, for the wall', async () => {
  const base = await aHelp();
  const page = await (await fetch(`${base}/help/${sample.code}`)).text();
  const [, path = ''] = /href="(\/help\/[^"]+\/manual\.pdf)"/u.exec(page) ?? [];

  const answer = await fetch(base + path);
  const sheets = await getDocument({ data: new Uint8Array(await answer.arrayBuffer()), verbosity: 0 }).promise;

  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const words: { str: string; height: number }[] = [];
  for (let no = 1; no <= sheets.numPages; no += 1) {
    const { items } = await (await sheets.getPage(no)).getTextContent();
    for (const item of items) if ('str' in item && item.str.trim() !== '') words.push(item);
  }
  const all = words.map(({ str }) => str).join('');
  for (const said of [sample.name, '居民手册', '第一次：告诉它您住哪儿', '附议12号', '一家一票', '删除我的数据'])
    expect(all).toContain(said);
  // Marks of the file, and what cannot be seen on paper, are left out.
  expect(all).not.toMatch(/\*\*|\||!\[|□|\]\(/u);
  // Large: nothing but the name of the grid is smaller than 20 points.
  expect(words.filter(({ str, height }) => height < 20 && !str.includes(sample.name)).map(({ str }) => str)).toEqual(
    [],
  );
  expect(sheets.numPages).toBeLessThanOrEqual(10);
});

test('a grid that there is not has no manual', async () => {
  const base = await aHelp();

  expect((await fetch(`${base}/help/nowhere/manual.pdf`)).status).toBe(404);
});
