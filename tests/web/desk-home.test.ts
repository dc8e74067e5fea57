import { expect, test } from 'vitest';
import { Post } from '../../src/store/notice/post.js';
import { aDesk, atDesk, forms, hiddenIn, words } from '../support/desk.js';
import { homeOf, mattersOfAllKinds } from '../support/desk-story.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

async function homePage(grid: Neighbourhood, person: Person) {
  const desk = await atDesk(await aDesk(grid), person);
  return { desk, page: (await desk.read('/desk')).text };
}

/** A matter for which these households have promised 200 yuan each, and which is being collected for. */
async function collecting(grid: Neighbourhood, ...who: readonly number[]): Promise<void> {
  const pledgeClosesAt = new Date('2026-03-16T00:00:00+08:00');
  await aProject(grid, { state: 'pledging', budgetFen: 500_000, pledgeClosesAt });
  for (const one of who) await grid.resident(one).says('1号我出200元');
  await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    if (project) await unit.projects.moveTo(project, 'collecting', grid.now);
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
}

/** What stands under 给我家的通知, as its reader sees it. */
function notices(page: string): string {
  return page.includes('给我家的通知') ? words(page, '<h3>给我家的通知', '</section>') : '';
}

test('a resident with nothing going on may report what is broken and raise a matter at a touch, and finds the rest by subject', async () => {
  const grid = await aNeighbourhood();
  const { desk, page } = await homePage(grid, grid.resident(70));

  expect(forms(page)).toEqual(expect.arrayContaining(['/desk/do/report.open', '/desk/do/proposal.open']));
  const subjects = [...(await desk.read('/desk/do')).text.matchAll(/<h2>([^<]+)<\/h2>/gu)].map(([, name]) => name);
  expect(subjects).toEqual(['提案', '表决', '认捐', '资金', '进度与验收', '积分', '我']);
  const form = words((await desk.read('/desk/do/report.open')).text);
  expect(form).not.toContain('是不是同一件');
});

test('whoever sees to a report has it waiting with its day, and the secretary once it is overdue', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(40).says('报事：3号楼2单元楼道灯坏了');
  const [owner, secretary] = [grid.role('property_company'), grid.role('grid_secretary')];

  expect(words((await homePage(grid, owner)).page)).toMatch(
    /等您办的 答复报事1（3号楼2单元[^）]*）（3月5日（周四）24:00前/u,
  );
  expect(words((await homePage(grid, secretary)).page)).not.toContain('报事1');
  await grid.until('2026-03-06T10:00:00+08:00');
  expect(words((await homePage(grid, secretary)).page)).toContain('应在3月5日（周四）前，已过期');
  expect(await owner.says('待办', { chat: 'single' })).toContain('答复报事1');

  await owner.says('报事1答复：明天换灯', { chat: 'single' });
  expect(words((await homePage(grid, owner)).page)).toContain('办结报事1');
  // Whoever reported it sees where it stands.
  const reporter = (await homePage(grid, grid.resident(40))).page;
  expect(words(reporter, 'id="household"', '</section>')).toMatch(/我报的报事1 3号楼2单元 [^：]+：已答复，在办/u);
  expect(reporter).toContain('href="/desk/do/report.show?report=1"');
  await owner.says('报事1办好了：换了两盏灯', { chat: 'single' });
  expect(words((await homePage(grid, owner)).page)).toContain('现在没有等您办的事');
});

test('what was told in private stands on the desk in the words of a page, as long as it is true, and the morning list not at all', async () => {
  const grid = await aNeighbourhood();
  await collecting(grid, 40);
  for (const day of ['04', '07']) await grid.until(`2026-03-${day}T12:00:00+08:00`);
  const told = async (who: Person) => notices((await homePage(grid, who)).page);
  const reminded = await told(grid.resident(40));
  expect(reminded.match(/还有200元没有交/gu)).toHaveLength(1);
  expect(reminded).not.toMatch(/发送|私聊/u);
  expect(forms((await homePage(grid, grid.resident(40))).page)).toContain('/desk/do/pledge.cancel?no=1');

  await grid.role('cashier').says(`1号收到${homeOf(40)} 200元`);
  const paid = await told(grid.resident(40));
  expect(paid).toContain('收到您家给1号交的200元');
  expect(paid).not.toContain('没有交');

  const lists = await grid.store.dataSource.manager.findBy(Post, { topic: 'todo' });
  expect(lists.length).toBeGreaterThan(0);
  for (const { userid } of lists) expect(await told(grid.resident(userid ?? ''))).not.toContain('早上等您办的');
});

test('many receipts of one round are one line that opens, on the home, with the matter, and never all below an answer', async () => {
  const grid = await aNeighbourhood();
  await collecting(grid, ...Array.from({ length: 20 }, (_, nth) => 20 + nth));
  const { desk, page } = await homePage(grid, grid.role('cashier'));

  expect(words(page)).toContain('同样的还有19件');
  const [first = ''] = forms(page).filter(href => href.startsWith('/desk/do/funds.receive'));
  const form = (await desk.read(first)).text;
  const given = Object.fromEntries(new URLSearchParams(first.split('?')[1]));
  const asked = await desk.post('/desk/do/funds.receive', { ...hiddenIn(form), ...given });
  const done = await desk.post('/desk/do/funds.receive', hiddenIn(asked.text));

  expect(words(done.text)).toContain('已入账');
  expect(forms(done.text).filter(href => href.startsWith('/desk/do/funds.receive'))).toHaveLength(2);
});

test('a matter’s page says what comes next and how to object as a page does', async () => {
  const grid = await mattersOfAllKinds();
  const desk = await atDesk(await aDesk(grid), grid.resident(50));
  for (const no of [1, 2, 3, 4, 5, 6]) {
    const { text } = await desk.read(`/desk/${no}`);
    const [own = ''] = text.split('公示记录');
    expect(words(own, '<main', '<h2>资金'), String(no)).not.toMatch(/发送|@小助手/u);
    expect(words(own, '<h2>进度', '</section>'), String(no)).not.toMatch(/发送|@小助手/u);
    expect(forms(own).filter(href => href === `/desk/do/objection.raise?no=${no}`)).toHaveLength(no === 2 ? 1 : 0);
  }
  expect(words((await desk.read('/desk/1')).text)).not.toContain('有不同意见');
});
