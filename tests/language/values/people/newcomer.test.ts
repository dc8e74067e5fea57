import { expect, test } from 'vitest';
import { readPieces } from '../../../../src/language/values/people/newcomer.js';

test.each([
  ['就是3号楼啊，二单元，三楼，西边那户，门牌302', { building: 3, unit: 2, room: '302' }],
  ['我是三号楼二单元要灵异的孙得福', { building: 3, unit: 2, name: '孙得福' }],
  ['幺零幺 一百零一', { room: '101' }],
  ['302室', { room: '302' }],
  ['免贵姓韩，韩雪梅，下雪的雪，梅花的梅', { name: '韩雪梅' }],
  ['名字是道德的德 孙德福', { name: '孙德福' }],
  ['打错了，是韩雪梅', { name: '韩雪梅' }],
  ['我叫孙德福', { name: '孙德福' }],
  ['对对对', {}],
  ['谢谢', {}],
  ['12号我出200', {}],
  ['有什么项目', {}],
  ['张大爷李大妈都来了', {}],
])('of “%s”', (said, pieces) => {
  expect(readPieces(said)).toEqual(pieces);
});
