import { expect, test } from 'vitest';
import { lives } from '../../../dev/lives/lives.js';
import { verify } from '../../../src/process/commands/verify.js';
import { aStore } from '../../support/store.js';

const seed = 20_261_129;

test(
  `200 random lives of a project, by people of all roles, keep every rule (seed ${seed})`,
  { timeout: 240_000 },
  async () => {
    const store = await aStore();

    const { lived, done, ends } = await lives(store, { count: 200, seed });

    expect(lived).toBe(200);
    // Lives that come to nothing prove nothing: payments are made, and projects archived and given up.
    for (const kind of ['pay', 'reverse', 'refund', 'cover', 'despite', 'pay refused', 'despite refused'])
      expect(done[kind] ?? 0, kind).toBeGreaterThan(5);
    for (const end of ['closed', 'cancelled', 'funding_failed']) expect(ends[end] ?? 0, end).toBeGreaterThan(2);
    const lines: string[] = [];
    expect(await verify(store, line => lines.push(line)), lines.at(-1)).toBe(true);
    await store.dataSource.destroy();
  },
);
