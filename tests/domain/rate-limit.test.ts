import { expect, test } from 'vitest';
import { RateLimit } from '../../src/domain/rate-limit.js';

const noon = new Date('2026-03-02T12:00:00+08:00');
const minuteLater = new Date(noon.getTime() + 60_000);

test('who says more than a minute holds is asked to wait, alone, until the next minute', () => {
  const limit = new RateLimit({ perMember: 2, perGroup: 100 });

  expect(limit.tooMany('wang', 'g1', noon)).toBeNull();
  expect(limit.tooMany('wang', 'g1', noon)).toBeNull();
  expect(limit.tooMany('wang', 'g1', noon)).toBe('member');
  expect(limit.tooMany('li', 'g1', noon)).toBeNull();
  expect(limit.tooMany('wang', 'g1', minuteLater)).toBeNull();
});

test('many hands in one group cannot keep the other groups waiting', () => {
  const limit = new RateLimit({ perMember: 100, perGroup: 2 });
  for (const userid of ['a', 'b']) expect(limit.tooMany(userid, 'g1', noon)).toBeNull();

  expect(limit.tooMany('c', 'g1', noon)).toBe('group');
  expect(limit.tooMany('c', 'g2', noon)).toBeNull();
  expect(limit.tooMany('c', null, noon)).toBeNull();
});
