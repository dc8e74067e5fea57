import { expect, test } from 'vitest';
import { readValues } from '../../../src/language/values/read-values.js';

/** Saturday. */
const now = new Date('2026-03-07T10:00:00+08:00');

/** `kind:value` for what is exact, `kind?why` for what is not. */
function told(text: string): string[] {
  return readValues(text, now).map(found =>
    found.exact ? `${found.kind}:${found.value}` : `${found.kind}?${found.why}`,
  );
}

test.each([
  ['12号我出200元', ['no:12', 'money:20000']],
  ['我是3号楼2单元301，我家出400元', ['place:3号楼2单元301', 'money:40000']],
  ['2号我捐三十块砖，出半天工，三天后去', ['no:2', 'quantity:30', 'hours:4', 'time:2026-03-10T23:59+08:00']],
  ['电话13812345678，出200元', ['contact:13812345678', 'money:20000']],
  ['5号完成70%', ['no:5', 'percent:70']],
  ['给王大爷捐200', ['person:王大爷', 'money:20000']],
  ['4号402家同意', ['no:4', 'place:402家']],
  ['我出几百', ['money?vague']],
  ['请联系abc@163.com', ['contact:abc@163.com']],
  ['天气不错', []],
])('%s names %j', (text, expected) => {
  expect(told(text)).toEqual(expected);
}); // prettier-ignore

test('every value is told with its place in the text as it was given', () => {
  const text = '＃１２ 我家出 ３００ 元，谢谢😊';

  for (const { start, end, said } of readValues(text, now)) expect(text.slice(start, end)).toBe(said);
  expect(told(text)).toContain('no:12');
  expect(told(text)).toContain('money:30000');
});
