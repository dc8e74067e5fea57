import { expect, test } from 'vitest';
import { chosen } from '../../../src/language/reading/choices.js';

test.each([
  ['一致', '一致'],
  ['相符', '一致'],
  ['都对得上', '一致'],
  ['没错', '一致'],
  ['没有错', '一致'],
  ['没什么出入', '一致'],
  ['没问题', '一致'],
  ['不符', '不符'],
  ['有出入', '不符'],
  ['没对上', '不符'],
  ['错了', '不符'],
  ['有误', '不符'],
  ['不是没错', '不符'],
])('what was checked is “%s”: %s, whatever it is that was checked', (said, verdict) => {
  expect(chosen('paper.check', 'result', said)).toBe(verdict);
  expect(chosen('mandate.check', 'result', said)).toBe(verdict);
  expect(chosen('phone.check', 'verdict', said)).toBe(verdict);
  expect(chosen('sheet.check', 'verdict', said)).toBe(verdict);
});
