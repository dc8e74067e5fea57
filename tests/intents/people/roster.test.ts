import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aDesk, atDesk, words } from '../../support/desk.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';

const head = '楼号,单元,房号,面积,业主,企业微信账号,电话';

/** A row of the roster as it stands, or with something else in it. */
function row(person: Person, { owner = person.name, account = person.userid, area = '' } = {}): string {
  const { building = '', unit = '', room = '', areaCentiM2 = 0 } = person.known ?? {};
  return `${building},${unit},${room},${area || (areaCentiM2 / 100).toFixed(2)},${owner},${account},`;
}

const file = (...rows: string[]): string => [head, ...rows].join('\n');
const privately = { chat: 'single' } as const;

async function homes(grid: Neighbourhood): Promise<number> {
  return grid.inUnit(unit => unit.members.householdCount());
}

/** A secretary who sends a roster: one new home, one that was sold, one as it is, one that cannot be read. */
async function aSentRoster() {
  const grid = await aNeighbourhood({ households: 40 });
  const secretary = grid.role('grid_secretary');
  const gone = grid.resident(20);
  const rows = [
    '9,1,101,88.5,新业主,new_one,',
    row(gone, { owner: '买房人', account: 'buyer' }),
    row(grid.resident(21)),
    '9,1,102,?,某某,,',
  ];
  return { grid, secretary, gone, rows, said: await secretary.sendsFile(file(...rows)) };
}

test('a roster sent in private is shown first, with each row, and changes nothing', async () => {
  const { grid, gone, said } = await aSentRoster();

  expect(said).toContain('新增1户，改动1户，不变1户，拒绝1行');
  expect(said).toContain('第2行新增9号楼1单元101：新业主');
  expect(said).toMatch(/第3行改动.*业主 .* → 买房人；账号 .* → buyer/u);
  expect(said).toMatch(/第3行搬出：.*有1人不再是业主/u);
  expect(said).toContain('第5行：面积“?”要写成平方米');
  expect(said).toMatch(/确认整份导入吗.*回复“是”确认/u);
  expect(await homes(grid)).toBe(40);
  expect(await grid.postsTo(gone.userid)).toEqual([]);
});

/** The page that answers a file chosen on the desk. */
async function handsInFile(grid: Neighbourhood, person: Person, text: string): Promise<string> {
  const base = await aDesk(grid);
  const desk = await atDesk(base, person);
  const page = (await desk.read('/desk/file')).text;
  const body = new FormData();
  for (const name of ['csrf', 'key'])
    body.append(name, new RegExp(`name="${name}" value="([\\w-]+)"`, 'u').exec(page)?.[1] ?? '');
  body.append('file', new Blob([text]), 'roster.csv');
  return (await fetch(`${base}/desk/file`, { method: 'POST', body, headers: { cookie: desk.cookie } })).text();
}

/** More new, changed and unreadable rows than a message tells, and two homes that were sold, at the end. */
function aLongRoster(grid: Neighbourhood): string {
  const rows = Array.from({ length: 25 }, (_, index) => [
    `9,1,${101 + index},88.5,新业主,,`,
    row(grid.resident(index), { area: '55' }),
    `9,2,${101 + index},?,某某,,`,
  ]).flat();
  const sold = [30, 31].map(index => row(grid.resident(index), { owner: '买房人', account: `buyer${index}` }));
  return file(...rows, ...sold);
}

test('whose say ends is told before all else, however much is new: no list hides another', async () => {
  const grid = await aNeighbourhood({ households: 40 });

  const said = await grid.role('grid_secretary').sendsFile(aLongRoster(grid));

  expect(said).toMatch(/新增25户，改动\d+户，不变\d+户，拒绝25行，搬出2人/u);
  expect(said.match(/搬出：/gu)).toHaveLength(2);
  for (const kind of [/行新增/gu, /行改动/gu, /要写成平方米/gu]) expect(said.match(kind)).toHaveLength(20);
  expect(said.match(/……还有\d+行/gu)?.length).toBeGreaterThanOrEqual(3);
});

test('on the desk every row is shown', async () => {
  const grid = await aNeighbourhood({ households: 40 });

  const said = words(await handsInFile(grid, grid.role('grid_secretary'), aLongRoster(grid)));

  expect(said.match(/行新增/gu)).toHaveLength(25);
  expect(said.match(/要写成平方米/gu)).toHaveLength(25);
  expect(said).not.toContain('……还有');
});

test('确认 applies it as one, the other secretaries hear of it, and it is undone as one within a day', async () => {
  const { grid, secretary, gone } = await aSentRoster();

  expect(await secretary.says('确认', privately)).toContain('花名册已整份导入：新增1户，改动1户，不变1户');
  expect(await homes(grid)).toBe(41);
  expect((await grid.postsTo(gone.userid)).at(-1)).toContain('绑定已解除');
  const told = await grid.postsTo(grid.role('community_secretary').userid);
  expect(told.at(-1)).toMatch(/导入了花名册：新增1户，改动1户/u);

  expect(await secretary.says('撤回名册导入', privately)).toContain('确定撤回吗');
  expect(await secretary.says('是', privately)).toBe('已整份撤回：去掉新增的1户，恢复1户，解除绑定2人，恢复绑定1人。');
  expect(await homes(grid)).toBe(40);
  expect((await grid.postsTo(gone.userid)).at(-1)).toContain('您的绑定已恢复');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('不是 changes nothing; the roster may be taken over later by its number, and after a day is gone', async () => {
  const { grid, secretary } = await aSentRoster();
  await secretary.says('不是', privately);
  expect(await homes(grid)).toBe(40);

  expect(await secretary.says('导入名册1', privately)).toContain('确认整份导入吗');
  await secretary.says('不是', privately);
  await grid.until('2026-03-04T10:00:00+08:00');

  expect(await secretary.says('导入名册1', privately)).toContain('请把文件在私聊里再发一次');
});

test('what was shown is what is done: a roster that changed meanwhile is shown once more', async () => {
  const { grid, secretary, rows } = await aSentRoster();
  const other = grid.role('community_secretary');
  await other.sendsFile(file(rows[0] ?? ''));
  await other.says('是', privately);

  expect(await secretary.says('是', privately)).toContain('您看过以后花名册又变了，还没有导入');
  expect(await homes(grid)).toBe(41);
  expect(await secretary.says('导入名册1', privately)).toContain('新增0户，改动1户，不变2户');
  expect(await secretary.says('是', privately)).toContain('新增0户，改动1户');
});

test('nobody puts oneself on a unit, changes the own one, or undoes what concerns it', async () => {
  const grid = await aNeighbourhood({ households: 40 });
  const secretary = grid.role('grid_secretary');
  const grabbed = row(grid.resident(20), { owner: secretary.name, account: secretary.userid });

  const said = await secretary.sendsFile(file(grabbed, row(secretary, { area: '300' }), '9,1,101,88.5,新业主,,'));
  expect(said).toContain('新增1户，改动0户');
  expect(said.match(/您自己家的，不由您改/gu)).toHaveLength(2);
  expect(await secretary.says('是', privately)).toContain('新增1户，改动0户');

  const other = grid.role('community_secretary');
  await other.sendsFile(file(row(secretary, { owner: '别人', account: '' })));
  expect(await other.says('是', privately)).toContain('改动1户');
  await secretary.says('撤回名册导入', privately);
  expect(await secretary.says('是', privately)).toContain('不能由您撤回');
});

test.each([
  ['a resident', (grid: Neighbourhood) => grid.resident(25), /文件我用不上/u],
  ['the cashier', (grid: Neighbourhood) => grid.role('cashier'), /花名册请书记/u],
])('%s sends none', async (_, who, answer) => {
  const grid = await aNeighbourhood({ households: 40 });

  expect(await who(grid).sendsFile(file('9,1,101,88.5,新业主,,'))).toMatch(answer);
  expect(await who(grid).says('导入名册1', privately)).not.toContain('已整份导入');
  expect(await homes(grid)).toBe(40);
});

test.each([
  ['names,colours\na,b', /花名册|名册/u],
  [file('9,1,101,?,某,,'), /拒绝1行/u],
])('a file that is none, or has no row that can be read, ends in a sentence: %s', async (text, answer) => {
  const grid = await aNeighbourhood({ households: 40 });
  const said = await grid.role('grid_secretary').sendsFile(text);

  expect(said).toMatch(answer);
  expect(said).not.toContain('确认整份导入');
});

test('on the desk the same file is read, shown, and taken over by a form', async () => {
  const grid = await aNeighbourhood({ households: 40 });
  const secretary = grid.role('grid_secretary');
  const read = await handsInFile(grid, secretary, file('9,1,101,88.5,新业主,,'));

  expect(words(read)).toContain('第2行新增9号楼1单元101：新业主');
  expect(await homes(grid)).toBe(40);
  const [, roster = ''] = /roster\.apply\?roster=(\d+)/u.exec(read) ?? [];

  expect((await secretary.handsIn('roster.apply', { roster })).text).toContain('花名册已整份导入：新增1户');
  expect(await homes(grid)).toBe(41);
  const outsider = await atDesk(await aDesk(grid), grid.resident(25));
  expect((await outsider.read('/desk/file')).status).toBe(404);
});
