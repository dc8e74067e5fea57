import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { kfDrill } from '../../../dev/drill/kf.js';

/** The short form of `npm run drill -- --kf 200`. */
test('killed at its calls between pull, deed and answer, 微信客服 has one deed and one answer for each message', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-drill-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));

  const report = await kfDrill({ databaseUrl: `sqlite:${join(folder, 'kf.sqlite')}`, kills: 5, seed: 118 });

  expect(report.faults).toEqual([]);
  expect(report.messages).toBe(30);
}, 240_000);
