import { expect, test } from 'vitest';
import { recordUrl, type Use } from '../../../src/process/commands/record.js';

const [real, trial] = ['data/zhongyi.sqlite', 'data/trial.sqlite'];

function found(use: Use, { there = [], env = {} }: { there?: string[]; env?: Record<string, string> }): string {
  return recordUrl(use, env, file => there.includes(file));
}

test.each<[Use, string[], string]>([
  ['needs', [real], real],
  ['needs', [trial], trial],
  ['needs', [real, trial], real],
  ['makes', [], real],
  ['makes', [trial], real],
  ['replaces', [], real],
  // A server that was tried first gets its backup: the trial stays as it is.
  ['replaces', [trial], real],
])('a command that %s a record, with %j there, is about %s', (use, there, file) => {
  expect(found(use, { there })).toBe(`sqlite:${file}`);
});

test.each<Use>(['needs', 'makes', 'replaces'])('TRIAL=1 means the record of the trial: %s', use => {
  expect(found(use, { there: [real, trial], env: { TRIAL: '1' } })).toBe(`sqlite:${trial}`);
});

test.each([
  'mysql://root:hunter2@db/x',
  'mysql:/root:hunter2@db',
  'data/hunter2.sqlite',
  'sqlite:',
  'postgres:hunter2',
  'postgresql://',
])('DATABASE_URL=%s is refused in one sentence that does not print it', url => {
  const asked = () => found('makes', { env: { DATABASE_URL: url } });

  expect(asked).toThrow(/^DATABASE_URL cannot be used; write sqlite:FILE or postgres:[^\n]+$/);
  expect(asked).not.toThrow('hunter2');
});

test.each(['sqlite:records/one.sqlite', 'postgres://u:p@h/db', 'postgresql://u:p@h/db'])('%s is the record', url => {
  expect(found('needs', { there: ['records/one.sqlite'], env: { DATABASE_URL: url } })).toBe(url);
});

test('what needs a record makes none', () => {
  expect(() => found('needs', {})).toThrow('There is no record at data/zhongyi.sqlite');
  expect(() => found('needs', { there: [real], env: { DATABASE_URL: 'sqlite:one.sqlite' } })).toThrow(
    'There is no record at one.sqlite',
  );
});
