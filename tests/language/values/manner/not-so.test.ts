import { expect, test } from 'vitest';
import { isNotBegun, isYetToBe, saysNo } from '../../../../src/language/values/manner/not-so.js';

test.each([
  '复查没通过', '复查仍有一处空鼓，不予通过', '整改1不予销号', '申请1不予核对', '申请1没核过', '申请2没法批', '这笔不能放行', '申请3没付成', '整改1没弄完',
  '节点未能完成', '充电桩不算品质提升类', '销号1没办好', '这张纸票不一致', '验收过不了', '拒绝签字', '先别付', '上回过了，这回没过', '票看了，批不下来', '还没补齐', '无法核实', '不行，让他们明天再弄',
])('no: %s', said => {
  expect(saysNo(said)).toBe(true);
}); // prettier-ignore

test.each([
  '复查通过', '没问题，通过', '上次没过，这回过了', '没有不合格的地方，通过', '不错，合格', '没通过的那处补好了', '焊口不漏了，通过', '不过票是齐的', '付不付', '批不批', '差不多好了',
  '都核过了，没错', '不光补好了，还刷了漆', '今天批了两笔', '',
])('no no: %s', said => {
  expect(saysNo(said)).toBe(false);
}); // prettier-ignore

test.each([
  '鑫源的钱我周五付', '申请1我后天付', '申请1准备月底付', '整改争取后天完成', '整改1预计周五完成', '空鼓明天补好', '快弄好了', '社区说可能算品质提升', '听说要定成品质提升类',
  '等票补齐再付', '票齐了才能批', '付不付', '申请1能批吗', '下周去验收', '过两天再核', '回头我去看看', '估计没问题', '复查我还没去呢', '还没顾上看', '3月20日付',
])('not yet: %s', said => {
  expect(isYetToBe(said)).toBe(true);
}); // prettier-ignore

test.each([
  '鑫源的钱付了', '周五付了', '今天上午验过了', '下午验收合格', '昨天补好了', '按计划完成了', '准备好了', '复查通过', '不快不慢，弄好了', '3月20日付了', '没看出毛病，通过',
])('so by now: %s', said => {
  expect(isYetToBe(said)).toBe(false);
}); // prettier-ignore

test('who has not looked yet judges nothing', () => {
  expect(['复查我还没去呢', '还没来得及看', '这两天没空'].map(isNotBegun)).toEqual([true, true, true]);
  expect(['没看出毛病', '还没补好', '没空鼓了'].map(isNotBegun)).toEqual([false, false, false]);
});

test.each([
  ['鑫源的钱我周五付', true],
  ['申请1我后天付', true],
  ['申请2下周一再付', true],
  ['过两天给他们打款', true],
  ['整改争取后天完成', true],
  ['整改下周能完成', true],
  ['空鼓打算明天补', true],
  ['复查我还没去呢', true],
  ['还没顾上看', true],
  ['申请1付了', false],
  ['周五付的，申请1', false],
  ['周一就付完了', false],
  ['后天那笔付了', false],
  ['整改昨天完成了', false],
  ['空鼓补好了，明天请来复查', false],
  ['付申请1', false],
  ['1号验收合格', false],
  ['1号完成', false],
  ['申请1我5月3号付', true],
  ['还没看出毛病', false],
])('“%s” is still to be done: %s', (words, expected) => {
  expect(isYetToBe(words)).toBe(expected);
});
