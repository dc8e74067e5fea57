import { expect, test } from 'vitest';
import { html, tableHead } from '../../src/publish/html.js';

test.each([
  ['<script>', '&lt;script&gt;'],
  [`"'&`, '&quot;&#39;&amp;'],
  ['\u0000\u202Eabc\u2066', 'abc'],
  [12, '12'],
  [0, '0'],
  ['', ''],
  [null, ''],
  [undefined, ''],
  [false as const, ''],
  [['<', html`<b>${'>'}</b>`], '&lt;<b>&gt;</b>'],
])('%j is put in as %s', (value, text) => {
  expect(html`<p>${value}</p>`.text).toBe(`<p>${text}</p>`);
});

test('a family emoji keeps its joiners, and a line break stays', () => {
  expect(html`${'👨‍👩‍👧\n一'}`.text).toBe('👨‍👩‍👧\n一');
});

test('the head of a table has its words first, and behind them what is counted', () => {
  expect(tableHead(['种类'], ['在办']).text.replaceAll(/\s+/gu, ' ')).toBe(
    '<thead> <tr> <th scope="col">种类</th> <th scope="col" class="number">在办</th> </tr> </thead>',
  );
});
