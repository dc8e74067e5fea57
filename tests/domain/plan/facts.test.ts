import { expect, test } from 'vitest';
import { changesIn } from '../../../src/domain/plan/facts.js';

test('terms of a round are the same in whatever order they were said, and others are a change', () => {
  const before = { 认筹: '{"days":20,"minimumFen":60000}' };

  expect(changesIn(before, { 认筹: '{"minimumFen":60000,"days":20}' })).toEqual([]);
  expect(changesIn(before, { 认筹: '{"minimumFen":60000,"days":21}' })).toHaveLength(1);
});
