import { expect, test } from 'vitest';
import { maskName, maskPayee, maskPlace } from '../../src/domain/masking.js';

const home = { building: '3', unit: '1', room: '101' };

test.each([
  [maskName('李芳'), '李＊'],
  [maskName('欧阳娜娜'), '欧阳＊＊'],
  [maskPayee('张三丰'), '张＊＊'],
  [maskPayee('张记五金'), '张记五金'],
  [maskPlace(home), '3号楼1单元1＊＊'],
])('%s', (masked, shown) => {
  expect(masked).toBe(shown);
});

test('no mask is read as markdown, however many stand side by side', () => {
  const line = `${maskPlace(home)}（${maskName('王小明')}、${maskName('张大伟')}）`;

  expect(line).not.toMatch(/[*_`]/);
});
