import { expect, test } from 'vitest';
import { scope } from '../../../src/store/engine/json-shapes.js';

test('a scope of the time when buildings were numbers is read with their names', () => {
  expect(scope.parse([{ building: 3, unit: 2 }, { building: 'A座' }])).toEqual([
    { building: '3', unit: '2' },
    { building: 'A座' },
  ]);
  expect(() => scope.parse([{ building: {} }])).toThrow();
});
