import { expect, test } from 'vitest';
import { readPayers } from '../../../../src/language/values/money/payers.js';

const [one, other] = ['4号楼1单元501', '3号楼2单元301'];

test.each([
  [`${one}小陈来交的，200，是替${other}交的`, { payer: one, beneficiary: other }],
  [`收到${one} 200元，替${other}交的`, { payer: one, beneficiary: other }],
  [`收到${one}替${other}交的200元`, { payer: one, beneficiary: other }],
  [`${other}的钱是${one}代交的，200`, { payer: one, beneficiary: other }],
  [`陈晨帮她妈${other}交了200块`, { payer: '陈晨', beneficiary: other }],
  [`小陈替${other}交了200`, { payer: '小陈', beneficiary: other }],
  [`收到200，替${other}交的`, { beneficiary: other }],
  [`${one}交来200，是${other}的钱`, { payer: other }],
  [`${one}送来200块，说是${other}的那份`, { payer: other }],
  [`${one}交来100，是他自己的`, {}],
  [`收到${other} 200元`, {}],
  ['奖补下来五万了', {}],
])('“%s”', (said, payers) => {
  expect(readPayers(said)).toEqual(payers);
});
