import { expect, test } from 'vitest';
import { rulesAt } from '../../src/domain/rules.js';

test('rules come into force at midnight in Shanghai, not eight hours later', () => {
  const { effectiveFrom } = rulesAt(new Date('2026-01-01T00:00:00+08:00'));

  expect(rulesAt(new Date(`${effectiveFrom}T00:00:00+08:00`)).effectiveFrom).toBe(effectiveFrom);
});
