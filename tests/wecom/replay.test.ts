import { expect, test } from 'vitest';
import { ReplayGuard } from '../../src/wecom/replay.js';

const now = new Date('2026-03-02T10:00:00+08:00');
const at = (seconds: number): string => String(now.getTime() / 1000 + seconds);
const guard = () => new ReplayGuard(() => [now]);

test.each([
  ['just now', at(0), 'fine'],
  ['ten minutes old', at(-600), 'fine'],
  ['older than ten minutes', at(-601), 'stale'],
  ['a little ahead', at(30), 'fine'],
  ['ten minutes ahead', at(600), 'fine'],
  ['more than ten minutes ahead', at(601), 'stale'],
  ['a year ahead', at(365 * 86_400), 'stale'],
  ['no number', 'yesterday', 'stale'],
  ['nothing', '', 'stale'],
  ['a number beyond all time', '9'.repeat(40), 'stale'],
])('a callback that is %s', (_, timestamp, found) => {
  expect(guard().check({ timestamp, nonce: 'n1', signature: 's1' })).toBe(found);
});

test('the very same callback is a redelivery; another one under its nonce is refused', () => {
  const watch = guard();
  expect(watch.check({ timestamp: at(0), nonce: 'n1', signature: 's1' })).toBe('fine');
  expect(watch.check({ timestamp: at(0), nonce: 'n1', signature: 's1' })).toBe('fine');
  expect(watch.check({ timestamp: at(0), nonce: 'n1', signature: 's2' })).toBe('replayed');
  expect(watch.check({ timestamp: at(0), nonce: 'n2', signature: 's3' })).toBe('fine');
});

test('as long as its timestamp is fresh a nonce is remembered, and memory does not grow for ever', () => {
  const clock = { now };
  const watch = new ReplayGuard(() => [clock.now]);
  watch.check({ timestamp: at(0), nonce: 'first', signature: 's' });
  for (let second = 1; second <= 600; second += 1) {
    clock.now = new Date(now.getTime() + second * 1000);
    for (let index = 0; index < 20; index += 1)
      watch.check({ timestamp: at(second), nonce: `n${index}`, signature: 's' });
  }

  expect(watch.check({ timestamp: at(0), nonce: 'first', signature: 'other' })).toBe('replayed');
});
