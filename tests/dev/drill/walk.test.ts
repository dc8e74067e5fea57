import { expect, test } from 'vitest';
import { walkDrill } from '../../../dev/drill/walk.js';
import { aStore } from '../../support/store.js';

/** The short form of `npm run drill -- --walk 1000`; `WALK_TRACE=1` prints what everybody does. */
test('who does only what is offered brings every matter to an end, through refusals, objections and late payers', async () => {
  const trace = process.env['WALK_TRACE'] ? { trace: (line: string) => void process.stdout.write(`${line}\n`) } : {};

  const { ends, faults } = await walkDrill({ lives: 20, seed: 16, freshStore: aStore, ...trace });

  expect(faults).toEqual([]);
  expect(Object.keys(ends)).toEqual(expect.arrayContaining(['closed', 'given up']));
});

test.each(['closed', 'referral_done', 'withdrawn', 'given up'] as const)(
  'people who all want it bring a matter to the end “%s”, whatever chance makes of them',
  async aim => {
    const lives = 3;

    const { ends, faults } = await walkDrill({ lives, seed: 1, aim, freshStore: aStore });

    expect({ ends, faults }).toEqual({ ends: { [aim]: lives }, faults: [] });
  },
);
