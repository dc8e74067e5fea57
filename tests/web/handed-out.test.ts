import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { boardServed } from '../support/board.js';
import { aNeighbourhood } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

/** The record, and what a replica of it has of the same matter, under another title so that they can be told apart. */
async function recordAndReplica() {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装路灯' });
  const replica = await aNeighbourhood();
  await aProject(replica, { title: '副本上的路灯' });
  const base = await boardServed(grid, { replica: replica.store });
  return { grid, replica, base };
}

const privately = { chat: 'single' } as const;

function addressIn(said: string, base: string): string {
  return base + (/\/board\/[\w-]+\/(?:dossier|mine)\/[\w-]+/u.exec(said)?.[0] ?? '');
}

test('a dossier is made from the replica, and the record only notes down that it was fetched', async () => {
  const { grid, replica, base } = await recordAndReplica();
  const link = addressIn(await grid.role('grid_secretary').says('1号档案', privately), base);
  const response = await fetch(link);

  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  expect(Buffer.from(files['00-index.md'] ?? []).toString('utf8')).toContain('副本上的路灯');
  expect(await grid.journal()).toContain('dossier.export');
  expect(await replica.journal()).not.toContain('dossier.export');
});

test('one’s own file is made from the replica too', async () => {
  const { grid, replica, base } = await recordAndReplica();
  const response = await fetch(addressIn(await grid.resident(20).says('导出我的数据', privately), base));

  expect(await response.json()).toMatchObject({ member: { userid: grid.resident(20).userid } });
  expect(await grid.journal()).toContain('data.fetch');
  expect(await replica.journal()).not.toContain('data.fetch');
});
