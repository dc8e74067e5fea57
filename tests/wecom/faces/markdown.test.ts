import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, shortened } from '../../../src/wecom/faces/lengths.js';
import { cardInWords, cutMarkdown, fences, unmarked } from '../../../src/wecom/faces/markdown.js';
import { markdownUnits, packed, splitMarkdown, splitText } from '../../../src/wecom/faces/split.js';

const line = fc.oneof(
  fc.constantFrom(
    '```',
    '```sql',
    '~~~',
    '| 居民 | 金额 |',
    '| :--- | ---: |',
    '| 林伟 | 200 |',
    '',
    '# 提案',
    '> 引用',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', minLength: 100, maxLength: 300 }),
);
const markdown = fc.array(line, { maxLength: 60 }).map(lines => lines.join('\n'));

describe('splitting', () => {
  test('keeps every part within the limit, and its fences closed', () => {
    fc.assert(
      fc.property(markdown, fc.integer({ min: 128, max: 600 }), (text, limit) => {
        const parts = splitMarkdown(text, limit);

        for (const part of parts) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(limit);
          if (parts.length > 1) expect(fences(part.split('\n')).at(-1)).toBeUndefined();
        }
        if (parts.length > 1) expect(parts[0]).toMatch(new RegExp(`^（1/${parts.length}）\n`));
      }),
    );
  });

  test('loses and adds nothing: the parts put together are the same lines', () => {
    fc.assert(
      fc.property(markdown, fc.integer({ min: 120, max: 600 }), (text, room) => {
        const parts = packed(markdownUnits(text, room / 3), room);
        expect(parts.map(part => part.body).join('')).toBe(text);
      }),
    );
  });

  test('keeps plain text within its limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), text => {
        for (const part of splitText(text, 256)) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(256);
      }),
    );
  });

  test('leaves a text that fits as it is', () => {
    expect(splitMarkdown('x'.repeat(4096))).toEqual(['x'.repeat(4096)]);
    expect(splitMarkdown('x'.repeat(4097))).toHaveLength(2);
    expect(splitText('一'.repeat(682))).toHaveLength(1);
    expect(splitText('一'.repeat(683))).toHaveLength(2);
  });

  test('repeats the header of a table, and never leaves it alone at the foot of a message', () => {
    const rows = Array.from({ length: 10 }, (_, i) => `| 住户${i} | ${i}00元 |`);
    const parts = splitMarkdown(['本月认捐', '| 居民 | 金额 |', '| :--- | ---: |', ...rows].join('\n'), 180);

    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part).toMatch(/\| 居民 \| 金额 \|\n\| :--- \| ---: \|\n\| 住户/);
    expect(parts[0]).toMatch(/^（1\/\d）\n本月认捐\n/);
  });

  test('does not repeat the header after the table has ended', () => {
    const text = ['| 居民 | 金额 |', '| --- | --- |', '| 林伟 | 200 |', '', '完'.repeat(50), '末'.repeat(50)].join(
      '\n',
    );
    expect(splitMarkdown(text, 200).at(-1)).toBe(`（3/3）\n${'末'.repeat(50)}`);
  });

  test('closes a fence at the end of a part and opens it again', () => {
    const text = ['```sql', ...Array.from({ length: 8 }, (_, i) => `select ${'x'.repeat(30)} ${i};`), '```'].join('\n');
    const parts = splitMarkdown(text, 200);

    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part).toMatch(/^（\d\/\d）\n```sql\n(select x+ \d;\n)+```$/);
  });

  test('cuts a line that is too long for any message, between characters', () => {
    const parts = splitMarkdown('长'.repeat(200), 128);
    expect(parts.map(part => part.replace(/^.*\n/, '')).join('')).toBe('长'.repeat(200));
  });

  test('numbers more than nine parts within the limit too', () => {
    const parts = splitMarkdown('长长长长长长长长长长\n'.repeat(60), 128);
    expect(parts[9]).toMatch(/^（10\/\d\d）\n/);
  });
});

describe('cutting', () => {
  test('keeps the limit and leaves no fence open', () => {
    fc.assert(
      fc.property(markdown, fc.integer({ min: 64, max: 600 }), (text, limit) => {
        const cut = cutMarkdown(text, limit);

        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(limit);
        if (cut !== text) expect(fences(cut.split('\n')).at(-1)).toBeUndefined();
      }),
    );
  });

  test('in bytes never breaks a character, in characters never breaks an emoji', () => {
    expect(beginning('一二三', 8)).toBe('一二');
    expect(beginning('a😀', 4)).toBe('a');
    expect(beginning('a😀', 5)).toBe('a😀');
    expect(shortened('一二三四', 3)).toBe('一二…');
    expect(shortened('一👨‍👩‍👧二', 4)).toBe('一…');
  });
});

test('text without its marks says the same without tables, lists, rules, images, fences and italics', () => {
  const newer = [
    '# 提案 #12 修东门路灯',
    '*状态* **认捐中** _今晚_截止',
    '| 居民 | 金额 | 备注 |',
    '| :--- | ---: | :---: |',
    '| 林伟 | **200** | - |',
    '| 匿名 | 100 | |',
    '1. 认捐',
    '   - 任意金额',
    '> 引用一层',
    '>>> 引用三层',
    '---',
    '[详情](https://example.org/p_1_2) ![现场](https://example.org/a.jpg)![](u)',
    '`行内代码` a_b_c 3*4*5',
    '```',
    '- 合计 *300* | 1',
    '```',
  ];
  expect(unmarked(newer.join('\n')).split('\n')).toEqual([
    '提案 #12 修东门路灯',
    '状态 认捐中 今晚截止',
    '居民：林伟　金额：200　备注：-',
    '居民：匿名　金额：100',
    '1. 认捐',
    '   · 任意金额',
    '引用一层',
    '引用三层',
    '──────────',
    '详情 现场图片',
    '行内代码 a_b_c 3*4*5',
    '- 合计 *300* | 1',
  ]);
});

test('text without its marks reads as plain words', () => {
  const marked = '## 账目\n> **收入** `200`元\n[详情](https://example.org) <font color="info">好</font>';
  expect(unmarked(marked)).toBe('账目\n收入 200元\n详情 好');
});

test('a card can be said in words', () => {
  const submit = { text: '提交', intent: 'a' };
  const options = [{ id: 'a', text: '修路灯' }];
  expect(cardInWords({ about: 'p', title: '选', choices: { slot: 's', many: false, options, submit } })).toBe(
    '**选**\n- 修路灯',
  );
});
