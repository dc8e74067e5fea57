import { expect, test } from 'vitest';
import type { Neighbourhood } from '../../support/neighbourhood.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const binding = /^(?:pledge|poll|proposal|inspection|project|funds|spend|plan|data|member)\./u;

async function aRound(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { no: 12, title: '装路灯', state: 'pledging' });
  return grid;
}

/** One of a thousand yuan that waits for its yes. */
async function readBack(): Promise<{ grid: Neighbourhood; resident: ReturnType<Neighbourhood['resident']> }> {
  const grid = await aRound();
  const resident = grid.resident(20);
  expect(await resident.says('12号我出一千块左右')).toMatch(/1,000元（一千元）吗/u);
  return { grid, resident };
}

async function deeds(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => binding.test(deed));
}

test.each([
  '算了先留着吧',
  '先不删了',
  '先不捐了',
  '等等，先不发了，书记还要看一眼',
  '先别急，我问问老头子',
  '那先不批',
  '慢着',
  '啊？我再想想',
  '暂时不要',
  '先放一放',
  '这个先搁着',
  '哎呀我得跟家里商量商量',
  '等我老伴回来再说',
  '留着吧，还没想好',
  '先缓缓',
  '还是先别记',
  '不捐了不捐了',
  '回头再说',
  '过两天再说吧',
  '我打听打听再定',
])('“%s” closes what was read back, and a bare 是 does nothing', async words => {
  const { grid, resident } = await readBack();

  expect(await resident.says(words)).toMatch(/没有给12号项目认捐1,000元|没有记/u);
  await resident.says('是');

  expect(await deeds(grid)).toEqual([]);
});

test.each([
  '六百',
  '就六百',
  '只出六百',
  '不过就六百',
  '还是六百吧',
  '老头子说行，不过就六百',
  '太多了，六百',
  '手头紧，先来个六百吧',
  '一千太多了，我出六百',
  '哦不是，是六百',
])('“%s” reads the new sum back, and 是 records that one', async words => {
  const { grid, resident } = await readBack();

  expect(await resident.says(words)).toMatch(/600元吗/u);
  expect(await deeds(grid)).toEqual([]);
  expect(await resident.says('是')).toContain('600元');
  expect(await resident.says('12号我出了多少')).not.toContain('1,000');
});

test('a whole sentence of the same deed stands in the place of what was read back', async () => {
  const { grid, resident } = await readBack();

  expect(await resident.says('12号我出600元')).toMatch(/没有[^]*12号认捐600元/u);
  expect(await deeds(grid)).toEqual(['pledge.money']);
});

test.each(['是这个数', '对，一千', '好了吧', '就一千', '对 12号'])(
  '“%s” is a yes to what was read back',
  async words => {
    const { grid, resident } = await readBack();

    expect(await resident.says(words)).toContain('1,000元');
    expect(await deeds(grid)).toEqual(['pledge.money']);
  },
);

test('what is not understood hears the whole read-back once more, and then it is dropped and said so', async () => {
  const { grid, resident } = await readBack();

  expect(await resident.says('哈哈你说话真像个老会计')).toContain('您是要给12号项目认捐1,000元（一千元）吗');
  expect(await resident.says('今儿个天气不错')).toContain('没有给12号项目认捐1,000元（一千元），这件事先放下了');
  await resident.says('是');
  expect(await deeds(grid)).toEqual([]);
});

test.each(['啊？票和账也留着？', '今儿个天气不错', '先不删了', '算了先留着吧', '我再想想', '票也没了吗'])(
  'an erasure does not outlive “%s”',
  async words => {
    const grid = await aRound();
    const resident = grid.resident(20);

    expect(await resident.says('删除我的数据')).toContain('确定删除吗');
    await resident.says(words);
    await resident.says('是');

    expect(await deeds(grid)).toEqual([]);
  },
);

test('a new deed beside the words that put the old one off is done, and the old one is not', async () => {
  const { grid, resident } = await readBack();

  expect(await resident.says('这个先放放。12号我出50元')).toMatch(/没有[^]*50元/u);
  await resident.says('是');
  expect(await deeds(grid)).toEqual(['pledge.money']);
});

test.each(['嗯？', '好？', '可以？', '行？', '确定？', '没问题？', '就这样？', '是？'])(
  'a yes with a question mark asks what was meant, and erases nothing: %s',
  async asked => {
    const grid = await aRound();
    const resident = grid.resident(20);
    expect(await resident.says('删除我的数据')).toContain('确定删除吗');

    await resident.says(asked);
    expect(await deeds(grid)).toEqual([]);
    // Nor does a yes behind it.
    await resident.says('是');
    expect((await deeds(grid)).filter(deed => deed.startsWith('data.'))).toEqual([]);
  },
);

test('who asks whether somebody came enters nobody; who tells it does', async () => {
  const grid = await aRound();
  const leader = grid.role('building_leader');
  await leader.says('12号议事会：3月18日19:00，3号楼前，议题：路灯装在哪里');
  await grid.until('2026-03-18T19:05:00+08:00');
  const entered = async (): Promise<string[]> => (await grid.journal()).filter(deed => deed.startsWith('meeting.'));
  const before = await entered();

  await leader.says('12号到场的有1号楼1单元101、1号楼1单元102吗');
  expect(await entered()).toEqual(before);
  await leader.says('12号到场：1号楼1单元101、1号楼1单元102');
  expect((await entered()).length).toBeGreaterThan(before.length);
});
