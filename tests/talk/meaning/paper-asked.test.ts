import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

async function displayed(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
  await aProject(grid, { state: 'topic_selected', planPublishedAt: null, planVersion: 0 });
  await grid.role('grid_secretary').says('发布1号方案：装路灯六盏，预算3000元');
  return grid;
}

test.each(['第1号公示贴了没有，从哪天算起？', '1号公示什么时候贴的', '第1号公示到哪天期满'])(
  '“%s” tells when it was told and where its matter stands',
  async words => {
    expect(await (await displayed()).role('grid_secretary').says(words, inPrivate)).toMatch(
      /第1号公示：.*发到群里.*从.*算起.*公示期满/u,
    );
  },
);

async function reversed(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-04-02T10:00:00+08:00' });
  await aProject(grid, { state: 'collecting' });
  const cashier = grid.role('cashier');
  await cashier.says('1号收到3号楼2单元301 200元', inPrivate);
  await cashier.says('冲销凭证1：写错门牌了', inPrivate);
  await cashier.says('是', inPrivate);
  return grid;
}

test.each(['凭证1后来咋回事？', '凭证1怎么了', '第1号凭证冲了没'])(
  '“%s” tells by which it was taken back',
  async words => {
    expect(await (await reversed()).role('bookkeeper').says(words, inPrivate)).toMatch(
      /凭证1：1号，200元.*凭证2冲销.*写错门牌/u,
    );
  },
);

test.each(['冲销凭证1：记错了', '第1号公示已张贴', '凭证1'])('“%s” asks nothing', async words => {
  expect(await (await reversed()).resident(30).says(words, inPrivate)).not.toMatch(/两张都留着|算起/u);
});
