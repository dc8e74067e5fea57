import { expect, test } from 'vitest';
import { readAnswer } from '../../../src/language/values/manner/answers.js';
import { readHousehold } from '../../../src/language/values/people/household.js';
import { stripMentions } from '../../../src/language/values/mention.js';
import { readProjectNo } from '../../../src/language/values/numbers.js';
import { readSlot } from '../../../src/language/reading/slots.js';

test.each([
  ['@议事小助手 同意', '同意'],
  ['@议事小助手\u2005同意', '同意'],
  ['@议事小助手\u00a0同意', '同意'],
  ['@议事小助手同意', '同意'],
  ['同意 @议事小助手', '同意'],
  ['12号 @小账本 我同意', '12号  我同意'],
  ['@王阿姨 你看同意不', '你看同意不'],
  ['@议事小助手', ''],
  ['我的邮箱 a@b.cn', '我的邮箱 a@b.cn'],
])('the mention is no part of %j', (text, rest) => {
  expect(stripMentions(text).replace(/^\s+|\s+$/g, '')).toBe(text.startsWith('我的') ? stripMentions(text) : rest);
});

test.each([
  '是',
  '是的',
  '对',
  '对的',
  '好',
  '好的',
  '嗯',
  '嗯嗯',
  '确认',
  '1',
  '１',
  '可以',
  '没错',
  '行',
  '中',
  '没问题',
  '就这样',
  'OK',
  '对，就这样',
  '👌',
])('%s is yes', text => expect(readAnswer(text)).toBe('yes'));
test.each([
  '不是',
  '不对',
  '否',
  '2',
  '２',
  '算了',
  '取消',
  '错了',
  '不要',
  '不行',
  '不用了',
  '别记',
  '不了',
  '记错了',
  '我没说',
  '不对，我没说',
])('%s is no', text => expect(readAnswer(text)).toBe('no'));
test.each(['不是300是350', '我出200', '谁说的', '', '12号', '同意老张的意见', '为什么'])(
  '%s is neither yes nor no',
  text => expect(readAnswer(text)).toBeNull(),
);

test.each([
  ['12', 12], ['12号', 12], ['#12', 12], ['第十二号项目', 12], ['１２号', 12], ['项目33', 33], ['二十一号', 21], ['十二号吧', 12], ['0', null], ['我的', null],
])('%s is project %s', (text, no) => {
  expect(readProjectNo(text)).toBe(no);
}); // prettier-ignore

test.each([
  ['绑定 3栋2单元301', { building: 3, unit: 2, room: '301' }],
  ['我住十一号楼二单元五零二，姓名刘秀英', { building: 11, unit: 2, room: '502', name: '刘秀英' }],
  ['7-1-602 张伟', { building: 7, unit: 1, room: '602', name: '张伟' }],
  ['2号楼101 赵强', { building: 2, room: '101', name: '赵强' }],
  ['我是6号楼4单元的', { building: 6, unit: 4 }],
  ['俺是3号楼的王建国 登记一下', { building: 3, name: '王建国' }],
  ['我家住500号', null],
  ['今天天气不错', null],
])('%s is a household or none', (text, household) => {
  expect(readHousehold(text)).toEqual(household);
});

test.each([
  ['amount', '200', 20_000], ['amount', '两百块', 20_000], ['amount', '几百', null], ['no', '12号', 12], ['deadline', '明晚八点', '2025-10-17T20:00+08:00'],
  ['deadline', '昨天', null], ['result', '通过', 'pass'], ['result', '不通过', 'fail'], ['score', '5', 5], ['score', '四星', 4], ['score', '9', null],
  ['class', '迫切需求', 'urgent'], ['class', '品质提升类', 'quality'], ['choice', '1', 'agree'], ['choice', '反对', 'disagree'], ['choice', '方案二', '方案二'],
  ['hours', '半天', 4], ['hours', '3', 3], ['percent', '八成', 80], ['percent', '65', 65], ['quantity', '两袋', 2], ['title', '装路灯吧', '装路灯'],
  ['item', '', null], ['options', '白色、米黄', ['白色', '米黄']], ['building', '12', 12], ['room', '301', '301'],
])('asked for %s, %j is read as %j', (slot, text, value) => {
  expect(readSlot(slot, text, new Date('2025-10-16T09:30:00+08:00'))).toEqual(value);
}); // prettier-ignore
