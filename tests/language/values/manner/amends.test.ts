import { expect, test } from 'vitest';
import { readAmends } from '../../../../src/language/values/manner/amends.js';

const now = new Date('2026-03-02T02:00:00Z');

test.each([
  ['哎不对不对，是302家', { isWrong: true, home: { room: '302' } }],
  ['弄错了，应该是3号楼1单元102交的', { isWrong: true, home: { building: 3, unit: 1, room: '102' } }],
  ['不是301，是302', { isWrong: true, which: { room: '301' }, home: { room: '302' } }],
  ['301那笔记多了，他只给了一百五', { isWrong: true, which: { room: '301' }, fen: 15_000 }],
  ['302家的我记错了，其实是120', { isWrong: true, which: { room: '302' }, fen: 12_000 }],
  ['记错了，是100元，202只认了100', { isWrong: true, which: { room: '202' }, fen: 10_000 }],
  ['不对，4号楼1单元202只交了一百五', { isWrong: true, which: { building: 4, unit: 1, room: '202' }, fen: 15_000 }],
  ['不对，改成150元', { isWrong: true, fen: 15_000 }],
  ['不对，应该是2分', { isWrong: true, points: 2 }],
  ['哎呀记错人家了，撤掉', { isWrong: true, isBack: true }],
  ['撤了吧，刚才那笔', { isBack: true }],
  ['302那笔不算', { isBack: true, which: { room: '302' } }],
  ['是302捐的，给他家记', { home: { room: '302' } }],
  ['101的，记错了，是102家交的', { isWrong: true, which: { room: '101' }, home: { room: '102' } }],
])('“%s” puts right', (words, right) => {
  expect(readAmends(words, now)).toEqual({ isBack: false, isWrong: false, ...right });
});

test.each([
  '我出200',
  '出200',
  '302交了200',
  '3号楼2单元302 150元',
  '302认了200',
  '是不是记错了',
  '要是记错了就撤掉',
  '不对，是302家吗',
  '好的',
  '取消',
  '是',
  '撤了3号的认捐',
  '不对，2号我同意',
  '记错了的话找谁',
  '301说她不交了',
])('“%s” puts nothing right', words => {
  expect(readAmends(words, now)).toBeNull();
});
