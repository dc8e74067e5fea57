import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { categories, categoryOf, readCategories } from '../../../src/domain/proposal/categories.js';

/** The kinds of the county (docs/domain.md 3), each a file. */
const kinds =
  'culture drains fire fitness gas gates greening heating lift lights other parking paving power roof sanitation station water wires';

test('every kind of matter of the county has its template', () => {
  expect([...categories.keys()].join(' ')).toBe(kinds);
});

test('the longest sign decides', () => {
  expect(categoryOf('楼道灯的电线').id).toBe('lights');
  expect(categoryOf('你好').id).toBe('other');
});

test('a new kind is one file; a file that lacks something is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'categories-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const other = categories.get('other');
  writeFileSync(join(folder, 'other.json'), JSON.stringify(other));
  writeFileSync(join(folder, 'bees.json'), JSON.stringify({ ...other, said: '蜂箱', signs: ['蜜蜂'] }));

  expect(readCategories(folder).get('bees')).toMatchObject({ id: 'bees', said: '蜂箱' });
  writeFileSync(join(folder, 'bees.json'), JSON.stringify({ ...other, signs: ['蜜蜂'], track: 'king' }));
  expect(() => readCategories(folder)).toThrow('bees.json: there is no track king');
});
