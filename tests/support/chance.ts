import { createHash } from 'node:crypto';
import { expect } from 'vitest';

const drawn = new Map<string, number>();

/** Random bytes as a test draws them: the same at each run of that test, so that what fails once fails again. */
export function testBytes(size: number): Buffer {
  const test = expect.getState().currentTestName ?? '';
  const nth = (drawn.get(test) ?? 0) + 1;
  drawn.set(test, nth);
  const bytes = createHash('shake256', { outputLength: size });
  return bytes.update(`${test} ${nth}`).digest();
}
