import { expect, test } from 'vitest';
import { readMood, type MoodKind } from '../../../../src/language/values/manner/mood.js';

test.each<readonly [string, readonly MoodKind[]]>([
  ['4号我同意', []],
  ['2号我家出200元', []],
  ['我没意见，同意', []],
  ['方案：安装太阳能路灯', []],
  ['不能再拖了，我同意', []],
  ['我和老伴商量了，出300', []],
  ['群聊的聊天记录\n王姐: 路灯装东头\n张叔: 我出200元', ['forwarded']],
  ['- - -\n王姐：我出200元\n- - -', ['forwarded']],
  ['王姐 2026/3/2 10:01:00\n我出200元', ['forwarded']],
  ['王姐:\n1号同意', ['forwarded']],
  ['#接龙\n1. 王姐 同意\n2. 李叔 同意', ['forwarded']],
  ['1. 王姐 200\n2. 李叔 300\n3. 我 100', ['forwarded']],
  ['书记说“同意的举手”', ['quoted', 'reported']],
  ['「王姐：我出200元」\n- - - - - -\n我出100', ['quoted']],
  ['老王说他出200', ['onBehalf', 'reported']],
  ['听说4号要装在东头', ['reported']],
  ['老王同意了', ['onBehalf', 'reported']],
  ['替3号楼1单元402投同意', ['onBehalf']],
  ['3号楼1单元402同意4号', ['onBehalf']],
  ['4号402家同意', ['onBehalf']],
  ['帮3号楼2单元301投3号同意', ['onBehalf']],
  ['3号楼1单元402出30元给9号', ['onBehalf']],
  ['3号楼的王大爷给2号捐了100元现金', ['onBehalf']],
  ['4号是迫切需求类吗', ['asked']],
  ['为啥要同意', ['asked']],
  ['先别发布4号方案', ['denied']],
  ['4号别发起表决', ['denied']],
  ['1号别验收合格', ['denied']],
  ['1号的项目还没有完工', ['denied']],
  ['我并非不同意', ['denied']],
  ['我没投反对', ['denied']],
  ['4号我考虑同意', ['hedged']],
  ['4号我打算同意', ['hedged']],
  ['我同意再想想', ['hedged']],
  ['我倾向于同意', ['hedged']],
  ['预计完成70%', ['hedged']],
  ['等路灯修好了我再出', ['conditional']],
  ['要是大家都出我就出', ['conditional', 'reported']],
  ['上次我出了200', ['past']],
  ['我捐一个亿', ['joking']],
  ['路灯我出个屁 三百', ['joking']],
  ['电梯同意个鬼', ['joking']],
  ['我附议他个头', ['joking']],
  ['我捐个球，给孩子们踢', []],
  ['换个灯头', []],
  ['302 303都同意', ['onBehalf']],
])('%s is %j', (text, kinds) => {
  expect([...new Set(readMood(text).map(({ kind }) => kind))].toSorted()).toEqual(kinds);
}); // prettier-ignore

test('what somebody else does ends where the speaker begins', () => {
  const text = '我爱人也同意，我家出200';
  const [span] = readMood(text);

  expect(text.slice(span?.start, span?.end)).toBe('我爱人也同意');
});

test('on whose behalf it is stands with the span', () => {
  expect(readMood('帮3号楼2单元301投3号同意')).toMatchObject([{ kind: 'onBehalf', of: '3号楼2单元301' }]);
});
