import type { QueryRunner } from 'typeorm';
import { expect, test } from 'vitest';
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
