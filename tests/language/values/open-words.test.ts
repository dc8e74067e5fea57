import { expect, test } from 'vitest';
import { openWords } from '../../../src/language/values/people/open-words.js';

const names = ['李桂芳', '欧阳娜娜', '王伟', '芳'];

test.each([
  ['李桂芳家太吵', '李＊＊家太吵'],
  ['问过欧阳娜娜和王伟了', '问过欧阳＊＊和王＊了'],
  ['有事打13800001111', '有事打138＊＊＊＊1111'],
  ['打138 0000 1111也行', '打138＊＊＊＊1111也行'],
  ['物业电话8218888', '物业电话＊＊＊＊8888'],
  ['打0533-8218888', '打＊＊＊＊8888'],
  ['退到6222021234567890123', '退到＊＊＊＊0123'],
  ['3号楼2单元301把车停在门口', '3号楼2单元3＊＊把车停在门口'],
  ['5-1-1203漏水', '5-1-12＊＊漏水'],
  ['五号楼二单元三零一的管子', '五号楼二单元＊＊的管子'],
  ['2单元502室门口', '2单元5＊＊室门口'],
])('what tells who it is about is masked: %s', (said, shown) => {
  expect(openWords(said, names)).toBe(shown);
});

test.each([
  '报价偏高，请再比一家',
  '3号楼2单元的灯坏了',
  '预算12000元，4月10日完工',
  '水泵型号301，DN100的管',
  '芳草地那边积水',
  '凭证20260012号',
  '12号项目先做，13号后做',
])('all else stays as it was said: %s', said => {
  expect(openWords(said, names)).toBe(said);
});
