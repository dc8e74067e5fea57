import { expect, test } from 'vitest';
import { findCalled, findNamed, namesHeard } from '../../../src/language/values/matter-names.js';

const matters = [
  { no: 12, title: '更换主管道' },
  { no: 15, title: '太阳能路灯' },
  { no: 17, title: '修下水' },
  { no: 19, title: '装门禁' },
  { no: 20, title: '刷楼道' },
  { no: 22, title: '3号楼东头装充电桩' },
  { no: 30, title: '东门路灯换灯头' },
];

const named = (text: string): string[] =>
  findNamed(text, matters).map(({ start, end, matters: those }) =>
    [text.slice(start, end), ...those.map(({ no }) => no)].join(' '),
  );

test.each<readonly [string, readonly string[]]>([
  ['太阳能路灯我家出200', ['太阳能路灯 15']],
  ['装门禁 俺家同意装', ['装门禁 19']],
  ['门禁那个我支持', ['门禁 19']],
  ['主管道我同意，下水我出200', ['主管道 12', '下水 17']],
  ['充电桩归品质提升类', ['充电桩 22']],
  // Two matters have it in their names.
  ['路灯我家出200', ['路灯 15 30']],
  // Where something is tells no matter from another, and one sign is no name.
  ['我家在3号楼东头', []],
  ['东门口有人', []],
  ['今天我家不开灯', []],
  // Said by its number already.
  ['15号路灯我出200', ['路灯 30']],
])('“%s” names %j', (text, expected) => {
  expect(named(text)).toEqual(expected);
});

test.each([
  ['路登我出2百', '路灯我出2百'],
  ['陆灯我捐一百五十块', '路灯我捐一百五十块'],
  ['主管到我同意', '主管道我同意'],
  ['下谁我出五十', '下水我出五十'],
  // Other words of the same sound stay what they are.
  ['从大门进来的', '从大门进来的'],
  ['他们今天不出钱', '他们今天不出钱'],
  ['路灯我出200', '路灯我出200'],
])('“%s” sounds like “%s”', (typed, right) => {
  expect(namesHeard(typed, matters)).toBe(right);
});

const houses = [
  { no: 2, title: '3号楼屋顶做防水' },
  { no: 3, title: '4号楼门口装道闸' },
  { no: 6, title: '下水道清淤' },
  { no: 9, title: '3号楼外墙修补' },
];

test.each<readonly [string, number | undefined]>([
  ['漏雨那个还差多少钱', 2],
  ['车闸那个我出一百', 3],
  ['堵水那个到哪一步了', 6],
  ['掉瓷砖那个我附议', 9],
  // None has that thing, somebody is spoken of, or nothing is spoken of as known.
  ['修路那个到哪一步了', undefined],
  ['老王那个事办了没', undefined],
  ['漏雨了怎么办', undefined],
])('another name of the same thing: %s is of %s', (text, no) => {
  const [found] = findCalled(text, houses);

  expect(found?.matters[0]?.no).toBe(no);
  expect(found?.isAlike).toBe(no === undefined ? undefined : true);
});
