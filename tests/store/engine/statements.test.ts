import type { QueryRunner } from 'typeorm';
import { expect, test } from 'vitest';
import type { Query } from '../../../src/store/engine/known-rows.js';
import { PostgresStatements } from '../../../src/store/engine/statements.js';

test('what a unit asks side by side reaches PostgreSQL one after another, behind one that failed as well', async () => {
  const seen: string[] = [];
  const client = {
    async query({ text }: { text: string }) {
      seen.push(`${text} begins`);
      await new Promise(setImmediate);
      seen.push(`${text} ends`);
      if (text === 'b') throw new Error('refused');
      return { rows: [[text]], rowCount: 1 };
    },
  };
  const statements = await PostgresStatements.of({ connect: async () => client } as unknown as QueryRunner);

  const answers = await Promise.allSettled(['a', 'b', 'c'].map(sql => statements.run(sql)));

  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

/** A unit on a client that answers each question with one row more than the one before, and what it was asked. */
async function counting() {
  const asked: string[] = [];
  const client = {
    async query({ text }: { text: string }) {
      asked.push(text);
      return { rows: asked.map((_, at) => [at]), rowCount: asked.length };
    },
  };
  const statements = await PostgresStatements.of({ connect: async () => client } as unknown as QueryRunner);
  const query = (table: string, isKept = true, isLocked = false): Query => ({
    table,
    isKept,
    isLocked,
    equal: [],
    grows: null,
    selected: ['id'],
    sql: `SELECT id FROM ${table}${isLocked ? ' FOR UPDATE' : ''}`,
    kept: ([id]) => id,
  });
  return { statements, query, asked };
}

test('within one transaction PostgreSQL is asked a second time only for what may have changed', async () => {
  const { statements, query, asked } = await counting();
  const poll = query('poll');
  const first = await statements.read(poll, []);

  expect(await statements.read(poll, [])).toBe(first);
  await statements.add('task', 'INSERT INTO task', []);
  expect(await statements.read(poll, []), 'another table').toBe(first);
  expect(asked).toHaveLength(2);

  await statements.write('poll', 'UPDATE poll', []);
  const second = await statements.read(poll, []);
  expect(second, 'its own writing').not.toBe(first);
  await statements.read(query('grid', false, true), []);
  const third = await statements.read(poll, []);
  expect(third, 'a lock that was waited for').not.toBe(second);
  await statements.undo('part');
  expect(await statements.read(poll, []), 'what is undone').not.toBe(third);
});

test('what PostgreSQL was asked before a change that overtakes the answer is asked again', async () => {
  const { statements, query } = await counting();
  const poll = query('poll');

  const [early] = await Promise.all([statements.read(poll, []), statements.add('poll', 'INSERT INTO poll', [])]);

  expect(await statements.read(poll, [])).not.toBe(early);
});
