import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';

function later(grid: Neighbourhood, hours: number): void {
  grid.now = new Date(grid.now.getTime() + hours * 3_600_000);
}

/** A session opened by the building leader, and the code that is told at the place. */
async function aSession(grid: Neighbourhood): Promise<string> {
  const said = await grid.role('building_leader').says('志愿活动：周六清扫楼道', { chat: 'single' });
  return /\*\*(\d{4})\*\*/u.exec(said)?.[1] ?? '';
}

const privately = { chat: 'single' } as const;

/** Somebody else comes, stays an hour, and so may be the second witness. */
async function aWitness(grid: Neighbourhood, code: string, who = 51): Promise<Person> {
  const witness = grid.resident(who);
  await witness.says(`签到 ${code}`, privately);
  later(grid, 1);
  await witness.says(`签退 ${code}`, privately);
  return witness;
}

const wrong = (code: string): string => (code === '0000' ? '0001' : '0000');

test('hours are counted from check-in to check-out in full half hours, and count once the organiser and a second witness confirmed them', async () => {
  const grid = await aNeighbourhood();
  const volunteer = grid.resident(50);
  const code = await aSession(grid);

  expect(await volunteer.says(`签到 ${code}`, privately)).toContain('签到成功：周六清扫楼道');
  later(grid, 2.8);
  expect(await volunteer.says(`签退 ${code}`, privately)).toContain('2.5小时，等组织的人');
  expect(await volunteer.says('我的志愿时长')).toContain('**0小时**，另有2.5小时等确认');
  const witness = await aWitness(grid, code);
  expect(await grid.role('building_leader').says('确认志愿1')).toContain(
    '您的确认已记下（2人次），再由另一人确认一次才算',
  );
  expect(await grid.role('building_leader').says('确认志愿1')).not.toContain('记下');
  expect(await volunteer.says('我的志愿时长')).toContain('**0小时**');
  expect(await witness.says('确认志愿1')).toContain('已确认1人次，共2.5小时');
  expect(await volunteer.says('我的志愿时长')).toContain('**2.5小时**');
  expect(await volunteer.says('我的积分', { chat: 'single' })).toContain('志愿服务 +2');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('the code is told to the organiser alone, and the group hears only that there is one', async () => {
  const grid = await aNeighbourhood();
  const leader = grid.role('building_leader');

  expect(await leader.says('志愿活动：周六清扫楼道')).not.toMatch(/\d{4}/u);
  expect((await grid.postsTo(leader.userid)).at(-1)).toMatch(/签到码是 \*\*\d{4}\*\*/u);
});

test('two witnesses are not enough where the organiser has not confirmed, but are for the organiser’s own hours', async () => {
  const grid = await aNeighbourhood();
  const leader = grid.role('building_leader');
  const code = await aSession(grid);
  await leader.says(`签到 ${code}`, privately);
  later(grid, 1);
  await leader.says(`签退 ${code}`, privately);
  const one = await aWitness(grid, code, 51);
  const two = await aWitness(grid, code, 52);
  const three = await aWitness(grid, code, 53);

  expect(await one.says('确认志愿1')).toContain('（3人次）');
  expect(await two.says('确认志愿1')).toContain('已确认1人次，共1小时');
  expect(await leader.says('我的志愿时长')).toContain('**1小时**');
  expect(await three.says('我的志愿时长')).toContain('**0小时**，另有1小时等确认');
  expect(await leader.says('确认志愿1')).toContain('已确认3人次，共3小时');
});

test('a code in the group is turned to the private chat, and nothing is kept', async () => {
  const grid = await aNeighbourhood();
  const code = await aSession(grid);
  const before = (await grid.journal()).length;

  expect(await grid.resident(50).says(`签到 ${code}`)).toContain('私聊');
  expect(await grid.resident(50).says(`签退 ${code}`)).toContain('私聊');
  expect(await grid.resident(50).says('我的志愿时长')).toContain('还没有');
  expect((await grid.journal()).length).toBe(before);
});

test('a check-out needs the code as well, and a check-in before it', async () => {
  const grid = await aNeighbourhood();
  const volunteer = grid.resident(50);
  const code = await aSession(grid);

  expect(await volunteer.says(`签退 ${code}`, privately)).toContain('没有签到');
  await volunteer.says(`签到 ${code}`, privately);
  later(grid, 1);
  expect(await volunteer.says('签退', privately)).toContain('签退也要码');
  expect(await volunteer.says(`签退 ${wrong(code)}`, privately)).toContain('没有这个签到码');
  expect(await volunteer.says(`签退 ${code}`, privately)).toContain('1小时');
});

test('after five wrong codes in a day the organiser is to be asked, and the next day is a new one', async () => {
  const grid = await aNeighbourhood();
  const volunteer = grid.resident(50);
  const code = await aSession(grid);

  for (let tries = 0; tries < 4; tries += 1)
    expect(await volunteer.says(`签到 ${wrong(code)}`, privately)).toContain('没有这个签到码');
  expect(await volunteer.says(`签到 ${wrong(code)}`, privately)).toContain('请找组织的人');
  expect(await volunteer.says(`签到 ${code}`, privately)).toContain('请找组织的人');
  expect(await grid.resident(51).says(`签到 ${code}`, privately)).toContain('签到成功');
  later(grid, 24);
  expect(await volunteer.says(`签到 ${code}`, privately)).toContain('签到成功');
});

test('nobody serves at two places at once, and nobody beyond the day’s cap', async () => {
  const grid = await aNeighbourhood();
  const volunteer = grid.resident(50);
  const first = await aSession(grid);
  const second = await aSession(grid);

  await volunteer.says(`签到 ${first}`, privately);
  expect(await volunteer.says(`签到 ${second}`, privately)).toContain('周六清扫楼道');
  later(grid, 9);
  expect(await volunteer.says(`签退 ${first}`, privately)).toContain('8小时');
  await volunteer.says(`签到 ${second}`, privately);
  later(grid, 1);
  expect(await volunteer.says(`签退 ${second}`, privately)).toContain('记满');
});

test('nobody confirms their own hours, nor those of their household', async () => {
  const grid = await aNeighbourhood();
  const leader = grid.role('building_leader');
  const code = await aSession(grid);
  await leader.says(`签到 ${code}`, privately);
  later(grid, 1);
  await leader.says(`签退 ${code}`, privately);

  expect(await leader.says('确认志愿1')).toContain('没有');
  expect(await grid.resident(60).says('确认志愿1')).not.toContain('已确认');
});

test('who came without a phone is entered by hand within seven days, and confirmed by another', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
  const leader = grid.role('building_leader');
  await aSession(grid);
  const { building, unit, room } = grid.resident(50).known ?? {};
  const home = `${building}号楼${unit}单元${room}`;

  expect(await leader.says(`补记志愿1：${home}，3月2日9:00到11:30`)).toContain('7天');
  expect(await leader.says(`补记志愿1：${home}，3月9日9:00到11:30`)).toContain('2.5小时');
  expect(await leader.says(`补记志愿1：${home}，3月9日11:00到12:00`)).toContain('周六清扫楼道');
  expect(await leader.says('确认志愿1')).not.toContain('已确认');

  const other = grid.resident(51);
  const { code = '' } = (await grid.inUnit(async found => found.service.session(1))) ?? {};
  await other.says(`签到 ${code}`, privately);
  later(grid, 1);
  await other.says(`签退 ${code}`, privately);
  expect(await other.says('确认志愿1')).toContain('已确认1人次，共2.5小时');
});

test('a sign-in at a meeting is not a check-in, and talk about either is neither', async () => {
  const grid = await aNeighbourhood();
  await aSession(grid);

  expect(await grid.resident(50).says('签到')).not.toContain('签到成功');
  expect(await grid.resident(50).says('昨天签到的人有1234吗')).not.toContain('签到成功');
});
