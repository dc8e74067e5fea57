import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain } from '../../src/domain/plain-text.js';

test.each([
  ['张大爷', '张大爷'],
  ['**加粗** _斜_ `码`', '＊＊加粗＊＊ ＿斜＿ ｀码｀'],
  ['<@all> 开会', '＜@all＞ 开会'],
  ['<font color="warning">红</font>', '＜font color="warning"＞红＜/font＞'],
  ['<think>想</think>', '＜think＞想＜/think＞'],
  ['[链接](https://evil.example)', '［链接］（https://evil.example）'],
  ['# 标题 | 表格 \\ ~~删~~', '＃ 标题 ｜ 表格 ＼ ～～删～～'],
  ['> 引用', '＞ 引用'],
  ['- 列表', '－ 列表'],
  ['  - 列表', '－ 列表'],
  ['+ 列表', '＋ 列表'],
  ['---', '－－－'],
  ['- - -', '－ － －'],
  ['===', '＝＝＝'],
  ['1. 第一', '1． 第一'],
  ['12.修路灯', '12．修路灯'],
  ['1.5元', '1.5元'],
  ['2) 第二', '2） 第二'],
  ['3-5天，3栋-2单元', '3-5天，3栋-2单元'],
  ['第一行\n# 第二行\r\n---', '第一行 ＃ 第二行 ---'],
  ['a\u2028b\u0085c\td', 'a b c d'],
  ['零\u200B宽\uFEFF、反\u202E转\u2066、空\u0000字', '零宽、反转、空字'],
  ['👨‍👩‍👧 一家', '👨‍👩‍👧 一家'],
  ['半个\uD83D字', '半个字'],
  ['', ''],
])('%j is shown as %j', (written, shown) => {
  expect(plain(written)).toBe(shown);
});

test('what is longer than allowed ends with …', () => {
  expect(plain('一二三四五', 5)).toBe('一二三四五');
  expect(plain('一二三四五六', 5)).toBe('一二三四…');
});

test('whatever a member writes, nothing in it can mean anything to markdown', () => {
  const signs = fc.constantFrom(
    ...'*_`[]()<>#|\\~-+=1. \n\r\t',
    '<@all>',
    '---',
    '\u202E',
    '\u200D',
    '\uD800',
    '😀',
    '一',
  );
  const text = fc.array(fc.oneof(signs, fc.string({ unit: 'binary' }))).map(parts => parts.join(''));

  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (written, max) => {
      const shown = plain(written, max);

      expect(shown).not.toMatch(/[*_`[\]()<>#|\\~]/);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
      expect(shown).not.toMatch(/^(?:\s|[-+=]|\d+\.(?!\d))/);
      expect([...shown].length).toBeLessThanOrEqual(max);
      expect(plain(plain(written))).toBe(plain(written));
    }),
  );
});
