import { expect, test } from 'vitest';
import { senseOf } from '../../../src/language/values/report-said.js';

test.each([
  ['3号楼2单元楼道灯坏了三天了，没人管', 'lights'],
  ['五号楼后头井盖翘起来了', 'paving'],
  ['2单元门口的积水已经没过鞋面', 'drains'],
  ['暖气只有十四度', 'heating'],
  ['六楼水压低得没法洗澡', 'water'],
  ['配电箱门敞着，里头滋滋响', 'power'],
  ['电梯里按钮按不动', 'lift'],
  ['枯树要倒', 'greening'],
  ['北门道闸杆断了一截', 'parking'],
  ['单元门禁坏了关不上', 'gates'],
  ['垃圾桶满得溢出来了', 'sanitation'],
  ['健身角单杠松了', 'fitness'],
  ['宣传栏玻璃碎了一地', 'culture'],
  ['活动室没人管', 'station'],
  ['2号楼楼顶往下掉瓷砖', 'roof'],
  ['8号楼3单元消防栓没水', 'fire'],
  ['闻到煤气味', 'gas'],
  ['树枝压电线', 'wires'],
  ['快递柜屏幕碎了', 'other'],
  ['楼上漏水到我家', 'water'],
  ['老化的电线垂下来了', 'wires'],
  ['贫困老人家门口的路面塌了', 'paving'],
])('%s is of the kind %s', (said, category) => {
  expect(senseOf(said)).toMatchObject({ kind: 'matter', category: { id: category } });
});

test.each([
  ['水管爆了', '先关水阀'],
  ['暖气管漏了，屋里上不来温', '先关水阀'],
  ['闻到煤气味', '先关阀门、开窗'],
  ['电梯又停了', '96333'],
  ['充电桩冒火星', '95598'],
  ['消防通道让私家车堵了', '119'],
  ['井盖不见了', '先绕开走'],
])('%s cannot wait: %s', (said, first) => {
  const sense = senseOf(said);
  expect(sense.kind === 'matter' && sense.first).toContain(first);
});

test.each(['3号楼着火了', '插排起火', '电梯困住两个人', '奶奶晕倒了', '楼下打架', '车棚老被偷', '有人撬门'])(
  '%s is danger to somebody: nothing is recorded',
  said => {
    expect(senseOf(said).kind).toBe('emergency');
  },
);

test.each([
  '楼上往下泼脏水',
  '302的人半夜装修',
  '老王在楼道抽烟',
  '刘书记收黑钱',
  '他天天骂我',
  '保安睡觉',
  '都是一群王八蛋',
])('%s is about somebody: nothing is recorded', said => {
  expect(senseOf(said).kind).toBe('person');
});

test('a name of the grid beside what somebody does is a person, beside a broken thing it is a place', () => {
  expect(senseOf('周桂兰在楼道里养狗', ['周桂兰']).kind).toBe('person');
  expect(senseOf('周桂兰家门口的楼道灯坏了', ['周桂兰']).kind).toBe('matter');
});
