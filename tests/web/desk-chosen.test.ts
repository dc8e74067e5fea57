import { expect, test } from 'vitest';
import { projectBoard } from '../../src/publish/notice/project-board.js';
import { aDesk, atDesk, words } from '../support/desk.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';
import { aProject, received } from '../support/works.js';

/** What has a number is chosen on a page by its words: nobody has to know the number. */

const privately = { chat: 'single' } as const;

/** 1 is built with 3,000 yuan; the leader has asked for two payments of it. */
async function works(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  const lamp = await aProject(grid, { percent: 40 });
  await received(grid, lamp, { fen: 300_000, source: 'subsidy' });
  for (const what of ['灯泡二十只', '灯杆两根']) {
    await grid.role('grid_worker').says(`1号申请支出386元：${what}，付给张记五金`, { ...privately, pictures: [what] });
  }
  return grid;
}

async function form(grid: Neighbourhood, person: Person, deed: string): Promise<string> {
  const desk = await atDesk(await aDesk(grid), person);
  return (await desk.read(`/desk/do/${deed}`)).text;
}

/** What a menu of a form offers. */
function choices(page: string, slot: string): string {
  return page.includes(`<select id="f-${slot}"`) ? words(page, `<select id="f-${slot}"`, '</select>') : '';
}

test('a payment is chosen by its sum, its payee and what it waits for', async () => {
  const grid = await works();

  const check = choices(await form(grid, grid.role('bookkeeper'), 'spend.check'), 'request');
  expect(check).toMatch(/核对支出申请1，386元给张记五金[^]*核对支出申请2/u);
  const approve = choices(await form(grid, grid.role('grid_secretary'), 'spend.approve'), 'request');
  expect(approve).toBe('');
});

test('a voucher is chosen by whose money it was, for those who keep the books', async () => {
  const grid = await works();
  const home = '3号楼2单元101';
  await aProject(grid, { title: '修大门', state: 'collecting', budgetFen: 100_000 });
  await grid.role('cashier').says(`2号收到${home} 200元`);

  const page = choices(await form(grid, grid.role('cashier'), 'funds.reverse'), 'voucher');

  expect(page).toMatch(new RegExp(`凭证2 2号，收${home}[^]*200元，3月\\d+日`, 'u'));
  expect(page).toContain('凭证1 1号，收');
});

test('what is only measured is typed, and what has no list as well', async () => {
  const grid = await works();

  const report = await form(grid, grid.role('grid_secretary'), 'progress.report?no=1');

  expect(choices(report, 'percent')).toBe('');
  expect(report).toContain('name="percent"');
});

test('why a payment is held is read by the secretary where it is decided', async () => {
  const grid = await works();
  await grid.role('bookkeeper').says('核对申请1', privately);
  await grid.role('supervisor').says('暂缓申请1：发票抬头不对', privately);
  const desk = await atDesk(await aDesk(grid), grid.role('grid_secretary'));

  expect(words((await desk.read('/desk/do/spend.refuse?request=1')).text)).toContain(
    '监管小组暂缓，原因：发票抬头不对',
  );
});

test.each([
  ['1号限期整改：焊口渗水，3月20日前', '整改1：焊口渗水'],
  ['1号叫停：水泥标号不对', '停工中'],
])('%s may be shown in a picture, and the board leads to it', async (said, shown) => {
  const grid = await works();
  await grid.role('supervisor').says(said, { ...privately, pictures: ['焊口'] });
  const view = { no: 1, page: 1, expenses: 1, next: '', now: grid.now };
  const page = (await grid.inUnit(unit => projectBoard(unit, view))) ?? '';

  expect(page).toMatch(new RegExp(`${shown}[^]*看照片 <a href="/board/[^"]+/photo/[0-9a-f]{64}"`, 'u'));
});

test('a doubt about final accounts is led to the bookkeeper, as their notice does', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'settlement_published', settledAt: grid.now });

  expect(await grid.resident(40).says('1号异议：材料费太高')).toContain('请找社区会计');
});

test('an objection is answered with its words before one’s eyes', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'plan_published' });
  await grid.resident(40).says('1号异议：报价偏高，请再比一家');
  await grid.resident(40).says('是');

  const page = await form(grid, grid.role('grid_secretary'), 'objection.answer?no=1&objection=1');

  expect(choices(page, 'objection')).toContain('第1条异议：报价偏高，请再比一家');
  expect(words(page, 'class="card"', '</div>')).toContain('第1条异议：报价偏高，请再比一家');
});

test('an account is chosen: by the home that it was bound to, and by whoever confirms a binding', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  const home = grid.resident(40);
  const { building, unit, room } = home.known ?? { building: '', unit: '', room: '' };
  const stranger = grid.resident('new.comer');
  await stranger.says(`绑定 ${building}号楼${unit}单元${room}`, privately);
  const leader = grid.role('grid_secretary');

  const confirm = choices(await form(grid, leader, 'member.confirm'), 'userid');
  expect(confirm).toContain('账号new.comer');
  await leader.says('确认绑定 new.comer', privately);
  const object = choices(await form(grid, home, 'member.object'), 'userid');
  expect(object).toContain('账号new.comer');
  expect(object).not.toContain(home.userid);
});
