import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { ormconfig } from '../../ormconfig.js';
import { buildProgram } from '../../src/process/app.js';
import { readConfig } from '../../src/process/config.js';
import { openStore } from '../../src/store/engine/open.js';
import { seedTrial } from '../../src/trial/seed.js';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { served } from '../support/server.js';

test('/metrics tells what waits, since when, which group takes nothing and which job does not end', async () => {
  const begin = new Date('2026-03-02T10:00:00+08:00');
  const store = await openStore(ormconfig('sqlite::memory:'));
  onTestFinished(() => store.dataSource.destroy());
  await seedTrial(store, begin, sampleResidents().slice(0, 2));
  await store.inUnit(async open => {
    const [grid] = await open.grids.all();
    if (!grid) return;
    const unit = await open.within(grid);
    await unit.posts.toGroup({ type: 'markdown_v2', text: '一' }, begin);
    await unit.posts.turnChannelOff(unit.grid, begin);
    unit.journal.add('channel.off', { by: 'clock', at: begin });
    await open.jobRuns.take('close-due-polls@x', new Date(begin.getTime() + 60_000));
  });
  const config = readConfig({ TRIAL: '1' });
  const now = () => new Date(begin.getTime() + 90_000);
  const { app } = await buildProgram({ config, store, log: pino({ level: 'silent' }), now });
  const base = await served(app);

  const text = await (await fetch(`${base}/metrics`)).text();

  const lines = text.split('\n').filter(line => line.startsWith('zhongyi_') && !line.includes('answer_seconds'));
  expect(lines).toEqual(
    expect.arrayContaining([
      'zhongyi_posts_queued 1',
      'zhongyi_oldest_post_seconds 90',
      'zhongyi_channels_off 1',
      'zhongyi_job_lag_seconds 30',
      expect.stringMatching(/^zhongyi_database_seconds 0\.\d+/),
    ]),
  );
});
