import { expect, onTestFinished, test } from 'vitest';
import { countyDrill } from '../../../dev/drill/county/run.js';
import { hasChromium } from '../../support/browser.js';
import { aStore } from '../../support/store.js';

test(
  'a small county plays its year: everything holds, its contest can be computed again, and its pages and sheets are in order',
  { timeout: 240_000 },
  async () => {
    const store = await aStore();
    onTestFinished(() => store.dataSource.destroy());
    const size = { grids: 3, projects: 7, seed: 20_261_124, seconds: () => 0 };

    const report = await countyDrill({ ...size, store, ...(hasChromium ? { pages: {} } : {}) });

    expect(report.faults).toEqual([]);
    expect(report.workbook.slice(0, 2)).toEqual([
      'grids: added 3, changed 0, of 3 in the workbook',
      'households: added 360, changed 0, unchanged 0',
    ]);
    expect(report.contest).toMatchObject({
      lists: expect.stringMatching(/^grid 2, /u),
      again: ['ok      the lists are what the figures give'],
    });
    expect(report.part).toContain('30 households left');
    expect(report.figures['wallChart']).toBe('3/3 grids have a key project');
    expect(report.checks.every(line => line.startsWith('ok'))).toBe(true);
    expect(report.checks.length).toBeGreaterThanOrEqual(4);
  },
);
