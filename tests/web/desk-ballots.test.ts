import { expect, test } from 'vitest';
import { PaperBallot } from '../../src/store/ballot/paper-ballot.js';
import { aDesk, atDesk, words } from '../support/desk.js';
import { homeOf, mattersOfAllKinds } from '../support/desk-story.js';
import type { Neighbourhood, Person } from '../support/neighbourhood.js';

const picture = (mark: string) => new Blob([Buffer.from(`ffd8ffe000${mark}`, 'hex')]);

const papers = (grid: Neighbourhood) => grid.store.dataSource.manager.find(PaperBallot);

/** The leader at the page of the third matter, where nobody of the first homes has voted. */
async function atBallots() {
  const grid = await mattersOfAllKinds();
  const leader = await atDesk(await aDesk(grid), grid.role('building_leader'));
  const page = (await leader.read('/desk/ballots/3')).text;
  const [, key = ''] = /name="_key"\s+value="([\w-]+)"/u.exec(page) ?? [];
  const fieldOf = (who: number): string => {
    const legend = page.slice(page.indexOf(homeOf(who)));
    return /name="(h\d+)"/u.exec(legend)?.[1] ?? '';
  };
  /** Hands in what was read back, with pictures. */
  async function confirm(text: string, ...marks: string[]): Promise<string> {
    const body = new FormData();
    for (const [, name = '', value = ''] of text.matchAll(
      /<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/gu,
    ))
      body.append(name, value);
    for (const mark of marks) body.append('pictures', picture(mark), `${mark}.jpg`);
    const answer = await fetch(`${leader.base}/desk/do/paper.batch`, {
      method: 'POST',
      body,
      headers: { cookie: leader.cookie },
    });
    return words(await answer.text());
  }
  return { grid, leader, page, key, fieldOf, confirm };
}

test('a dozen papers with one picture of the sheet: ticked, read back, and each waits for a second person', async () => {
  const { grid, leader, page, key, fieldOf, confirm } = await atBallots();
  expect(page).not.toContain(homeOf(20));
  const ticked = Object.fromEntries([0, 1, 2, 3].map(who => [fieldOf(who), ['同意', '反对', '弃权', ''][who] ?? '']));

  const read = await leader.post('/desk/ballots/3', { _key: key, ...ticked });
  expect(words(read.text)).toContain(`${homeOf(0)} 同意`);
  expect(words(read.text)).toContain('3张纸票（同意1张、反对1张、弃权1张）');
  expect(read.text).toContain('<p>各户的票：</p>');
  expect(read.text).toContain(`<p>${homeOf(1)} 反对</p>`);
  expect(await papers(grid)).toEqual([]);
  const done = await confirm(read.text, 'aa');

  expect(done).toContain('3张纸票已登记，编号1到3');
  const kept = await papers(grid);
  expect(kept.map(({ choice, state }) => `${choice} ${state}`)).toEqual([
    'agree pending',
    'disagree pending',
    'abstain pending',
  ]);
  expect(new Set(kept.map(({ photo }) => photo)).size).toBe(1);
  const checker = grid.role('grid_worker');
  // One picture waits once, with all that stands on it.
  const waiting = words((await (await atDesk(leader.base, checker)).read('/desk')).text, 'id="waiting"', '</section>');
  expect(waiting).toContain('看纸票1等3张的照片，再核对');
  expect(waiting).not.toContain('同样的');
  expect(await checker.says('看纸票2', { chat: 'single' })).toContain(`- 纸票3 ${homeOf(2)}，登记为“弃权”`);
  expect(checker.last.pictures).toHaveLength(1);
  expect(checker.last.card?.buttons?.map(({ text }) => text)).toEqual(['一致', '不符', '3张都一致']);
  expect(await checker.says('核对纸票2一致', { chat: 'single' })).toContain('已计入');
  expect((await leader.read('/desk/ballots/3')).text).not.toContain(homeOf(1));
});

test('a picture a paper goes in the order of the list; another number of pictures, none, or a used one enters nothing', async () => {
  const { grid, leader, key, fieldOf, confirm } = await atBallots();
  const ticked = { [fieldOf(0)]: '同意', [fieldOf(1)]: '反对', [fieldOf(2)]: '同意' };
  const read = await leader.post('/desk/ballots/3', { _key: key, ...ticked });

  expect(await confirm(read.text)).toContain('照片');
  expect(await confirm(read.text, 'aa', 'bb')).toContain('纸票有3张，照片有2张');
  expect(await papers(grid)).toEqual([]);
  expect(await confirm(read.text, 'aa', 'bb', 'cc')).toContain('3张纸票已登记');
  expect(new Set((await papers(grid)).map(({ photo }) => photo)).size).toBe(3);

  const more = (await leader.read('/desk/ballots/3')).text;
  const [, next = ''] = /name="_key"\s+value="([\w-]+)"/u.exec(more) ?? [];
  const again = await leader.post('/desk/ballots/3', { _key: next, [fieldOf(3)]: '同意' });
  expect(await confirm(again.text, 'bb')).toContain('已经登记过');
  expect(await papers(grid)).toHaveLength(3);
});

test('nothing ticked, another’s poll, a poll that is over, and somebody without the office', async () => {
  const { grid, leader, key } = await atBallots();
  expect(words((await leader.post('/desk/ballots/3', { _key: key })).text)).toContain('一户也没有勾');
  expect((await leader.read('/desk/ballots/9')).status).toBe(404);
  const resident = await atDesk(await aDesk(grid), grid.resident(40));
  expect((await resident.read('/desk/ballots/3')).status).toBe(404);
  await grid.until('2026-03-06T09:00:00+08:00');
  const later = await atDesk(await aDesk(grid), grid.role('building_leader'));
  expect((await later.read('/desk/ballots/3')).status).toBe(404);
});

test('a batch in words: a line that is not understood is named, and none is entered', async () => {
  const grid = await mattersOfAllKinds();
  const leader = grid.role('building_leader');
  await leader.sends('sheet');

  expect(await leader.says(`3号一批纸票：${homeOf(0)} 同意、王大妈说行`, { chat: 'single' })).toContain('没有看懂');
  expect(await papers(grid)).toEqual([]);
  await leader.says(`3号一批纸票：${homeOf(0)} 同意、${homeOf(1)} 反对`, { chat: 'single' });
  expect(await papers(grid)).toHaveLength(2);
});

test('the papers of 118 households are entered a building at a time, and each page stays below 60 kB', async () => {
  const grid = await mattersOfAllKinds();
  const secretary = await atDesk(await aDesk(grid), grid.role('grid_secretary'));
  const [first, fourth] = [await secretary.read('/desk/ballots/3'), await secretary.read('/desk/ballots/3?building=4')];

  for (const { status, text } of [first, fourth]) {
    expect(status).toBe(200);
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    for (const building of [1, 2, 3, 4]) expect(text).toContain(`${building}号楼（`);
  }
  expect(first.text).toContain(homeOf(0));
  expect(first.text).not.toContain(homeOf(95));
  expect(fourth.text).toContain(homeOf(95));
  for (const nowhere of ['?building=9', '?building=4&page=9', '?page=0'])
    expect((await secretary.read(`/desk/ballots/3${nowhere}`)).status, nowhere).toBe(404);
  const [, key = ''] = /name="_key"\s+value="([\w-]+)"/u.exec(fourth.text) ?? [];
  const [, field = ''] = /name="(h\d+)"/u.exec(fourth.text.slice(fourth.text.indexOf(homeOf(95)))) ?? [];

  const read = await secretary.post('/desk/ballots/3?building=4&page=1', { _key: key, [field]: '同意' });
  expect(words(read.text)).toContain(`${homeOf(95)} 同意`);
  const none = await secretary.post('/desk/ballots/3?building=4&page=1', { _key: key });
  expect(words(none.text)).toContain('一户也没有勾');
  expect(none.text).toContain(homeOf(95));
});

test('a page from before the state: who has voted or whose paper was entered since is named, the other ticks stay, nothing is entered twice', async () => {
  const { grid, leader, key, fieldOf, confirm } = await atBallots();
  const other = (await leader.read('/desk/ballots/3')).text;
  const [, second = ''] = /name="_key"\s+value="([\w-]+)"/u.exec(other) ?? [];
  const first = await leader.post('/desk/ballots/3', { _key: key, [fieldOf(0)]: '同意' });
  expect(await confirm(first.text, 'aa')).toContain('1张纸票已登记');
  await grid.resident(1).says('3号反对');

  const ticks = { [fieldOf(0)]: '同意', [fieldOf(1)]: '同意', [fieldOf(2)]: '弃权' };
  const stale = await leader.post('/desk/ballots/3', { _key: second, ...ticks });

  expect(stale.status).toBe(409);
  expect(words(stale.text)).toContain(
    `还没有记：页面打开以后，${homeOf(0)}、${homeOf(1)}已经投过票或录过纸票，去掉了。其余您勾的还在`,
  );
  expect(stale.text).toMatch(new RegExp(`name="${fieldOf(2)}"\\s+value="弃权"\\s+checked`, 'u'));
  expect(stale.text).not.toContain(`name="${fieldOf(1)}"`);
  const read = await leader.post('/desk/ballots/3', { _key: second, [fieldOf(2)]: '弃权' });
  expect(words(read.text)).toContain(`${homeOf(2)} 弃权`);
  expect(await confirm(read.text, 'bb')).toContain('1张纸票已登记');
  // Sent once more, it is told what was answered.
  expect(await confirm(read.text, 'cc')).toContain('这张表已经交过了');
  expect(await papers(grid)).toHaveLength(2);
});

test('a page from before the end of the poll: one sentence with what was ticked, and nothing is entered', async () => {
  const { grid, leader, key, fieldOf } = await atBallots();
  const ticks = { _key: key, [fieldOf(0)]: '同意', [fieldOf(2)]: '弃权', h99999: '同意' };
  grid.now = new Date(grid.now.getTime() + 4 * 86_400_000);
  const later = await atDesk(leader.base, grid.role('building_leader'));

  const over = await later.post('/desk/ballots/3', ticks);

  expect(over.status).toBe(409);
  expect(words(over.text)).toMatch(/3号表决3月\d+日.*已经截止，您勾的2张纸票没有记/u);
  expect(words(over.text)).toContain(`${homeOf(0)} 同意`);
  expect(words(over.text)).toContain(`${homeOf(2)} 弃权`);
  expect(over.text).toContain('href="/desk/3"');
  expect(await papers(grid)).toEqual([]);
  const resident = await atDesk(leader.base, grid.resident(40));
  expect((await resident.post('/desk/ballots/3', ticks)).status).toBe(404);
});

test('whoever enters papers is led to them from the matter that is voted on, and nobody else is', async () => {
  const { grid, leader } = await atBallots();
  const matter = async (person: Person): Promise<string> =>
    (await (await atDesk(leader.base, person)).read('/desk/3')).text;

  expect(await matter(grid.role('building_leader'))).toContain('href="/desk/ballots/3"');
  expect(await matter(grid.resident(50))).not.toContain('/desk/ballots/');
});
