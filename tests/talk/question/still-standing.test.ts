import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';
import { twoOfEach } from '../../support/two-of-each.js';

/** 1号 collects, 3号 is voted on; resident 20 has just promised and voted. */
async function done(): Promise<Neighbourhood> {
  const grid = await twoOfEach();
  await grid.resident(20).says('3号同意，1号我出150元', { chat: 'single' });
  return grid;
}

test.each(['都记上了吧 票可别记错了', '记下了吧', '刚才记的是150不是1500吧'])(
  'who asks right behind a deed whether it was recorded hears that it stands: %s',
  async words => {
    const grid = await done();

    expect(await grid.resident(20).says(words, { chat: 'single' })).toContain('已经记好了');
  },
);

test.each<readonly [string, readonly string[], string]>([
  ['1号我捐两袋水泥', ['记上了没', '记的是两袋吧', '没记错吧'], '已经记好了：1号您家捐水泥，数量2'],
  ['1号我出工半天', ['给我记的几小时', '算上我了吧'], '已经记好了：1号您家出工4小时'],
  ['1号我出100元', ['记了多少', '刚才记的是100不是1000吧', '我刚才说的算数了没'], '已经记好了：1号您家认捐100元'],
  ['3号反对', ['我投的是反对吧', '没投成同意吧', '记的是反对吧'], '已经记好了：3号您家投的是反对'],
])('behind “%s” %j hear what stands, and nothing is asked', async (deed, questions, stands) => {
  const grid = await twoOfEach();
  const speaker = grid.resident(20);
  await speaker.says(deed, { chat: 'single' });

  for (const question of questions) {
    expect(await speaker.says(question, { chat: 'single' }), question).toContain(stands);
    expect(speaker.last.answers, question).toBeUndefined();
  }
});

test('what an office booked is told whole, in private', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '换水泵', state: 'collecting', budgetFen: 60_000 });
  const cashier = grid.role('cashier');
  await cashier.says('1号收到3号楼2单元301 200元', { chat: 'single' });

  for (const question of ['记上了没', '记的是200吧', '没记串户吧'])
    expect(await cashier.says(question, { chat: 'single' }), question).toContain(
      '已经记好了：1号收到3号楼2单元301交的200元',
    );
});

test('what was taken back in a message of its own does not stand', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '换水泵', state: 'collecting', budgetFen: 60_000 });
  const cashier = grid.role('cashier');
  await cashier.says('1号收到3号楼2单元301 200元', { chat: 'single' });
  const [, no = ''] = /第(\d+)号凭证/u.exec(cashier.last.text) ?? [];
  await cashier.says(`冲销凭证${no}：记错了`, { chat: 'single' });

  const stands = await cashier.says('对', { chat: 'single' });
  expect(stands).toContain(`冲销凭证${no}`);
  expect(stands).not.toContain('301');
});

test.each(['记上吧', '记的啥玩意儿', '3号记上了没', '我也记上', '算我一个', '办个事', '写个通知吧'])(
  '“%s” does not ask for what was done',
  async words => {
    const grid = await twoOfEach();
    const speaker = grid.resident(20);
    await speaker.says('1号我出100元', { chat: 'single' });

    const answer = await speaker.says(words, { chat: 'single' });

    expect(answer.startsWith('已经记好了') && !/^记上吧|^记的啥/u.test(words)).toBe(false);
  },
);

test('what is to wait stands already, and is taken back by a word', async () => {
  const grid = await done();

  const answer = await grid.resident(20).says('等一下我先问下我对象 先别算', { chat: 'single' });

  expect(answer).toContain('已经记好了');
  expect(answer).toContain('要收回请说');
});

test('an apology to all changes nothing and asks nothing', async () => {
  const grid = await done();

  expect(await grid.resident(20).says('不好意思啊各位', { chat: 'single' })).not.toContain('改');
});

test.each([
  ['台阶的我再想想', false],
  ['飞线那个我再想想', false],
  ['路灯的我再想想', true],
  ['我再想想', true],
])('“%s” behind a vote and a promise hears what stands of its own matter alone: %s', async (words, isOf) => {
  const grid = await done();

  expect((await grid.resident(20).says(words, { chat: 'single' })).includes('已经记好了')).toBe(isOf);
});
