import { expect, test } from 'vitest';
import { Grid } from '../../../src/store/people/grid.js';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aStore } from '../../support/store.js';

test('two records that are open at once share what was read of the tables, and nothing that stands in them', async () => {
  const one = await aNeighbourhood({ households: 3 });
  const other = await aStore();

  const [read, readAgain] = [one.store.dataSource, other.dataSource];
  expect(readAgain.entityMetadatasMap).toBe(read.entityMetadatasMap);
  expect(await read.manager.count(Grid)).toBe(1);
  expect(await readAgain.manager.count(Grid)).toBe(0);
  await readAgain.destroy();
  expect(await read.manager.count(Grid)).toBe(1);
});

const aRaisedMatter = playedOnce(async () => {
  const grid = await aNeighbourhood({ households: 3 });
  await grid.resident(0).says('提案：3号楼东头装路灯');
  return grid;
});

test.each(['first', 'second'])('a beginning that was played once is as it was for whoever comes %s', async () => {
  const grid = await aRaisedMatter();

  expect(await grid.resident(1).says('附议1号')).toContain('1号');
  expect(await grid.journal()).toEqual(['proposal.open', 'proposal.support']);
});
