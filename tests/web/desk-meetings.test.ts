import { expect, test } from 'vitest';
import { aDesk, atDesk, words } from '../support/desk.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

const evening = '2026-03-09T18:30:00+08:00';

/** Matter 1, and meetings 2 and 3 of their own on the same evening. */
async function called(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  await aProject(grid, { title: '修大门', state: 'plan_published' });
  for (const topic of ['楼道灯怎么修', '车棚放哪里'])
    await grid.role('grid_secretary').says(`议事会：3月9日晚上7点，社区会议室，议题：${topic}`);
  return grid;
}

async function home(grid: Neighbourhood, person: Person): Promise<string> {
  return words((await (await atDesk(await aDesk(grid), person)).read('/desk')).text);
}

test('a meeting stands on everybody’s first page, and is signed in to while people come', async () => {
  const grid = await called();
  const resident = grid.resident(40);
  expect(await home(grid, resident)).toMatch(/2号议事会，3月9日（周一）19:00，社区会议室：楼道灯怎么修/u);
  expect(await home(grid, resident)).not.toContain('到场了签到');

  await grid.until(evening);
  expect(await home(grid, resident)).toMatch(/到场了签到 2号议事会「楼道灯怎么修」/u);

  await resident.says('2号签到');
  expect(await home(grid, resident)).not.toContain('签到 2号议事会');
  await grid.until('2026-03-10T10:00:00+08:00');
  expect(await home(grid, resident)).not.toContain('议事会');
});

test('its minutes wait for whoever called it, and for nobody else', async () => {
  const grid = await called();
  await grid.until('2026-03-09T19:30:00+08:00');

  expect(await home(grid, grid.role('grid_secretary'))).toContain('发会议纪要 2号议事会「楼道灯怎么修」');
  expect(await home(grid, grid.role('building_leader'))).not.toContain('发会议纪要');
  await grid.role('grid_secretary').says('2号会议纪要：用感应灯');
  expect(await home(grid, grid.role('grid_secretary'))).not.toContain('发会议纪要 2号议事会');
});

test.each(['meeting.signin', 'meeting.list', 'meeting.minutes'])(
  '%s chooses among meetings, and no matters',
  async deed => {
    const grid = await called();
    await grid.until(evening);
    const desk = await atDesk(await aDesk(grid), grid.role('grid_secretary'));

    const menu = words((await desk.read(`/desk/do/${deed}`)).text, '<select id="f-no"', '</select>');

    expect(menu).toContain('2号议事会 楼道灯怎么修');
    expect(menu).not.toContain('修大门');
  },
);
