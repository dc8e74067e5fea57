import { expect, test } from 'vitest';
import { faultDrill } from '../../../dev/drill/faults.js';

/** The short form of `npm run drill -- --full`, which runs thirty days. */
test.each([1, 2, 3])(
  'through two days of failing calls each post arrives once, in order, within budget, or is accounted for (seed %i)',
  async seed => {
    const { faults, states, queued } = await faultDrill({ minutes: 2880, seed });

    expect(faults).toEqual([]);
    expect(states['sent']).toBeGreaterThan(queued / 2);
  },
);
