import { expect, test } from 'vitest';
import { aDesk, atDesk, forms, hiddenIn, words } from '../support/desk.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';
import { aProject, received } from '../support/works.js';

/** What was wrong when a whole project was played by the desk alone. */
async function seated(grid: Neighbourhood, person: Person) {
  return atDesk(await aDesk(grid, { clockMs: steps() }), person);
}

/** A second between two pages: nobody's pace is kept here. */
function steps(): () => number {
  let ms = 0;
  return () => (ms += 1000);
}

/** 1 is pledged for until the 16th, 2 is built with 3,000 yuan. */
async function twoMatters(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  const pledgeClosesAt = new Date('2026-03-16T00:00:00+08:00');
  const round = { targetFen: 60_000, minimumFen: 60_000, capFen: 20_000 };
  await aProject(grid, { title: '补种桂花树', state: 'pledging', pledgeClosesAt, budgetFen: 100_000, round });
  const lamp = await aProject(grid, { title: '装路灯', state: 'in_progress', percent: 40 });
  await received(grid, lamp, { fen: 300_000, source: 'subsidy' });
  return grid;
}

test('a form asks nothing that cannot be: to change a promise that was never made, the question of a matter that has one', async () => {
  const grid = await twoMatters();
  const giver = await seated(grid, grid.resident(40));
  const before = (await giver.read('/desk/do/pledge.money?no=1')).text;
  await grid.resident(40).says('1号我出100元');
  const after = (await giver.read('/desk/do/pledge.money?no=1')).text;
  const secretary = await seated(grid, grid.role('grid_secretary'));

  expect(before).not.toContain('name="replaces"');
  expect(words(before)).toContain('认筹还差600元，每户最多200元');
  expect(after).toContain('name="replaces"');
  expect((await secretary.read('/desk/do/poll.open?no=2')).text).not.toContain('name="question"');
  expect((await secretary.read('/desk/do/poll.open')).text).toContain('name="question"');
  expect((await secretary.read('/desk/do/progress.report?no=2')).text).not.toContain('name="replaces"');
});

test('a vote that belongs to no matter waits for who has not voted', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  await grid.role('grid_secretary').says('发起投票：楼道刷什么颜色，选项白色、米黄，明晚八点截止');
  await grid.role('grid_secretary').says('是');
  const desk = await seated(grid, grid.resident(20));
  const waiting = async (): Promise<string> => words((await desk.read('/desk')).text, 'id="waiting"', '</section>');

  expect(await waiting()).toContain('1号表决「楼道刷什么颜色」');
  expect(await grid.resident(20).says('待办', { chat: 'single' })).toContain('楼道刷什么颜色');
  await grid.resident(20).says('1号选白色');
  expect(await waiting()).toContain('现在没有等您办的事');
});

test('both pictures of a voucher are kept, and seen by those who decide on the payment and by nobody else', async () => {
  const grid = await twoMatters();
  const leader = grid.role('building_leader');
  for (const mark of ['第一张', '第二张']) await leader.sends(mark);
  const asked = await leader.says('2号申请支出386元：灯泡二十只，付给张记五金', { chat: 'single' });
  expect(asked).toContain('凭据照片已附');
  const bookkeeper = await seated(grid, grid.role('bookkeeper'));

  const form = (await bookkeeper.read('/desk/do/spend.check?request=1')).text;
  expect(form).toContain('href="/desk/voucher/1"');
  const page = await bookkeeper.read('/desk/voucher/1');
  expect(page.text).toContain('src="/desk/voucher/1/1"');
  expect((await bookkeeper.read('/desk/voucher/1/1')).headers.get('content-type')).toBe('image/jpeg');
  for (const path of ['/desk/voucher/1', '/desk/voucher/1/1'])
    expect((await (await seated(grid, grid.resident(40))).read(path)).status).toBe(404);
});

test('a payment to nobody that is named is asked about before it is asked for', async () => {
  const grid = await twoMatters();
  const desk = await seated(grid, grid.role('building_leader'));
  const key = hiddenIn((await desk.read('/desk/do/spend.ask?no=2')).text);
  const read = await desk.post('/desk/do/spend.ask', { ...key, no: '2', amount: '480', purpose: '买电线，张记五金' });

  expect(words(read.text)).toContain('没看出付给谁');
});

test('works that were called off stand as called off on their page, with the reason', async () => {
  const grid = await twoMatters();
  await grid.role('supervisor').says('2号叫停：脚手架没扎牢');
  await grid.role('supervisor').says('是');

  const page = words((await (await seated(grid, grid.resident(40))).read('/desk/2')).text);

  expect(page).toContain('停工中，从3月2日（周一）起：脚手架没扎牢');
});

test('a fault is named where its number is, and what is said yes to is that it passed', async () => {
  const grid = await twoMatters();
  await grid.role('supervisor').says('2号限期整改：灯杆歪了，3月10日前');
  await grid.role('supervisor').says('是');
  const leader = await seated(grid, grid.role('building_leader'));
  expect(words((await leader.read('/desk')).text)).toContain('整改1改好了，灯杆歪了');
  expect(words((await leader.read('/desk/do/finding.mend?finding=1')).text)).toContain('整改1：灯杆歪了');
  await grid.role('building_leader').says('整改1完成');

  const desk = await seated(grid, grid.role('supervisor'));
  const key = hiddenIn((await desk.read('/desk/do/finding.check?finding=1')).text);
  const read = await desk.post('/desk/do/finding.check', { ...key, finding: '1', fault: '' });
  expect(words(read.text)).toContain('复查1通过');
  // What is done leads back to its matter.
  expect((await desk.post('/desk/do/finding.check', hiddenIn(read.text))).text).toContain('href="/desk/2"');
});

test('whoever has raised a matter is led to it', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  const desk = await seated(grid, grid.resident(40));
  const key = hiddenIn((await desk.read('/desk/do/proposal.open')).text);
  const read = await desk.post('/desk/do/proposal.open', { ...key, title: '单元门口装路灯' });
  const done = await desk.post('/desk/do/proposal.open', hiddenIn(read.text));

  expect(done.text).toContain('href="/desk/1"');
});

test('what was begun and then done by another form is not begun any more', async () => {
  const grid = await twoMatters();
  const desk = await seated(grid, grid.resident(40));
  const given = '/desk/do/pledge.money?no=1';
  const left = hiddenIn((await desk.read(given)).text);
  await desk.post('/desk/do/pledge.money', { ...left, no: '1', amount: '5000' });
  expect(words((await desk.read(given)).text)).toContain('您填到一半的还在这里');
  const anew = hiddenIn((await desk.read(`${given}&_new=1`)).text);
  const read = await desk.post('/desk/do/pledge.money', { ...anew, no: '1', amount: '100' });
  grid.now = new Date(grid.now.getTime() + 60_000);
  await desk.post('/desk/do/pledge.money', hiddenIn(read.text));

  expect(words((await desk.read(given)).text)).not.toContain('您填到一半的还在这里');
});

test('a draft and the page of the matter name the same people to watch over it', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'topic_selected', planPublishedAt: null, planVersion: 0, budgetFen: null });
  const page = words((await (await seated(grid, grid.role('grid_secretary'))).read('/desk/1')).text);
  const [, names = ''] = /监管小组 (\S+?)，由居民担任/u.exec(page) ?? [];

  expect(names.split('、').length % 2).toBe(1);
  expect(page).toContain(`不定就：网格的监管人${names}`);
});

test('who may not do it is told who does, without being sent into a chat; a rating is a touch', async () => {
  const grid = await twoMatters();
  await aProject(grid, { title: '修单元门', state: 'accepted', acceptedAt: grid.now });
  const desk = await seated(grid, grid.resident(40));
  const refused = words((await desk.read('/desk/do/funds.receive')).text);

  expect(refused).toContain('这件事要由出纳来办。');
  expect(refused).not.toContain('发送');
  expect((await desk.read('/desk/do/project.rate?no=3')).text).toMatch(/type="radio"[^>]*value="4"/u);
  expect(forms((await desk.read('/desk')).text)).toContain('/desk/do/project.rate?no=3');
});

test('works that are called off are told at once to who builds and pays, and no longer once they go on', async () => {
  const grid = await twoMatters();
  await grid.role('supervisor').says('2号叫停：脚手架没扎牢');
  await grid.role('supervisor').says('是');
  const cashier = await seated(grid, grid.role('cashier'));
  const told = async (): Promise<string> => words((await cashier.read('/desk')).text, 'id="household"', '</section>');

  expect((await grid.postsTo(grid.role('cashier').userid)).at(-1)).toContain('停工：脚手架没扎牢');
  expect(await told()).toContain('停工期间不报进度、不付款');
  await grid.role('supervisor').says('2号复工');
  await grid.role('supervisor').says('是');
  expect(await told()).not.toContain('停工期间');
});

test('whose turn it is to look at the works has it waiting until somebody has looked', async () => {
  const grid = await twoMatters();
  await grid.role('building_leader').says('2号进度：立杆，完成50%');
  await grid.role('building_leader').says('是');
  grid.now = new Date('2026-03-03T10:00:00+08:00');
  const desk = await seated(grid, grid.role('supervisor'));
  const waiting = async (): Promise<string> => words((await desk.read('/desk')).text, 'id="waiting"', '</section>');

  expect(await waiting()).toContain('今天轮到您巡查');
  await grid.role('supervisor').says('2号巡查：灯杆立得直');
  await grid.role('supervisor').says('是');
  expect(await waiting()).not.toContain('今天轮到您巡查');
});

test('what was given back was paid: nobody looks as if they owed it, and the cashier is reminded of nothing more', async () => {
  const grid = await aNeighbourhood();
  const lamp = await aProject(grid, { state: 'accepted', acceptedAt: grid.now, budgetFen: 20_000 });
  const { householdId } = await grid.inUnit(unit => unit.members.view(grid.resident(40).userid));
  await grid.inUnit(async unit => {
    await unit.ledger.post({
      projectId: lamp.id,
      kind: 'pledge',
      postings: [{ from: 'promise', to: 'promised', amountFen: 20_000 }],
      why: '认捐',
      by: 'r041',
      at: grid.now,
      householdId,
    });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await received(grid, lamp, { fen: 20_000, householdId: householdId ?? 0 });
  await grid.until('2026-03-03T10:00:00+08:00');
  const cashier = await seated(grid, grid.role('cashier'));
  const told = async (): Promise<string> => words((await cashier.read('/desk')).text, 'id="household"', '</section>');
  expect(await told()).toContain('账上还有200元');
  await grid.role('cashier').says('1号支出余款退款200元');
  await grid.role('cashier').says('是');

  expect(words((await (await seated(grid, grid.resident(40))).read('/desk')).text)).toContain('已交200元，退回200元');
  expect(await told()).not.toContain('账上还有200元');
});
