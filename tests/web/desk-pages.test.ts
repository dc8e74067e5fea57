import { expect, test } from 'vitest';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { aDesk, atDesk, forms, words } from '../support/desk.js';
import { mattersOfAllKinds } from '../support/desk-story.js';

test('the home of a resident: what waits, the own household, and all matters with step, money, votes and colour', async () => {
  const grid = await mattersOfAllKinds();
  const base = await aDesk(grid);
  const { text } = await (await atDesk(base, grid.resident(40))).read('/desk');

  expect(forms(text)).toEqual(expect.arrayContaining(['/desk/do/poll.vote?no=3', '/desk/do/pledge.cancel?no=4']));
  const own = words(text, 'id="household"', '</section>');
  expect(own).toMatch(/3号表决 是否同意“更换&lt;b&gt;主水管&lt;\/b&gt;”的方案 还没投/u);
  expect(own).toContain('4号 补种桂花树 认捐200元');
  expect(own).not.toContain('粉刷楼道');
  const matters = words(text, 'id="matters"', '</section>');
  for (const part of [
    '1号 修单元门',
    '2号楼',
    '议题提出',
    '已投10户，共118户',
    '认捐200元，预算1,000元',
    '完成40%',
    '正常',
  ])
    expect(matters).toContain(part);
  expect(text).not.toContain('<script');
  expect(text).not.toContain('<b>主水管');
});

test('matters are found by number, title and place, in any width of letters, and by step', async () => {
  const grid = await mattersOfAllKinds();
  const base = await aDesk(grid);
  const { read } = await atDesk(base, grid.resident(40));
  const found = async (query: string): Promise<string[]> =>
    [...words((await read(`/desk?${query}`)).text, 'id="matters"', '</section>').matchAll(/(\d)号 /gu)].map(
      ([, no = '']) => no,
    );

  expect(await found('q=充电桩')).toEqual(['2']);
  expect(await found('q=北门 车棚')).toEqual(['2']);
  expect(await found(`q=${encodeURIComponent('６号')}`)).toEqual(['6']);
  expect(await found('step=1')).toEqual(['1']);
  expect(await found('step=3')).toEqual(['6', '5', '4']);
  expect(await found('q=没有这样的')).toEqual([]);
  expect(await found('step=9&page=99')).toHaveLength(6);
});

test('a household sees its own vote and money and nobody else’s', async () => {
  const grid = await mattersOfAllKinds();
  const base = await aDesk(grid);
  const voted = (await (await atDesk(base, grid.resident(20))).read('/desk')).text;
  const silent = (await (await atDesk(base, grid.resident(41))).read('/desk')).text;

  expect(words(voted, 'id="household"', '</section>')).toMatch(/3号表决.* 同意，/u);
  expect(words(voted, 'id="household"', '</section>')).toContain('认捐200元，已交200元');
  expect(words(silent, 'id="household"', '</section>')).not.toMatch(/认捐|已交| 同意| 反对/u);
  for (const [page, who] of [
    [voted, 20],
    [silent, 41],
  ] as const)
    for (const { name, userid } of sampleResidents()) {
      if (name !== grid.resident(who).name) expect(page).not.toContain(name);
      expect(page).not.toContain(userid);
    }
});

test('a matter says where it stands, what is missing and until when, whom to ask, and offers what the reader may do', async () => {
  const grid = await mattersOfAllKinds();
  const base = await aDesk(grid);
  const at = async (who: ReturnType<typeof grid.resident>, no: number) => (await atDesk(base, who)).read(`/desk/${no}`);

  const mine = (await at(grid.resident(40), 3)).text;
  expect(forms(mine)).toContain('/desk/do/poll.vote?no=3');
  expect(words(mine)).toContain('还差什么');
  expect(words(mine)).toContain('3月5日');
  expect(words(mine)).toContain('方案内容');
  expect(words(mine)).not.toMatch(/5户同意|反对5/u);

  const display = (await at(grid.resident(40), 2)).text;
  expect(forms(display)).toEqual(['/desk/do/objection.raise?no=2']);
  expect(words(display)).toContain('网格书记答复第1条异议');
  expect(words(display, '找谁', '</section>')).toMatch(/网格书记：.＊/u);
  const office = (await at(grid.role('grid_secretary'), 2)).text;
  expect(forms(office)).toContain('/desk/do/objection.answer?no=2&objection=1');

  expect((await at(grid.resident(40), 99)).status).toBe(404);
  expect((await at(grid.resident(40), 3)).status).toBe(200);
});

test('money in the link of a form is in yuan, as it is typed; who has not paid is for the cashier only', async () => {
  const grid = await mattersOfAllKinds();
  const base = await aDesk(grid);
  const cashier = (await (await atDesk(base, grid.role('cashier'))).read('/desk/5')).text;
  const resident = (await (await atDesk(base, grid.resident(40))).read('/desk/5')).text;

  expect(forms(cashier).filter(href => href.includes('payer'))).toHaveLength(1);
  expect(forms(cashier).find(href => href.includes('payer'))).toMatch(/amount=200$/u);
  expect(forms(resident).filter(href => href.includes('funds.'))).toEqual([]);
  expect(words(resident, '还差什么', '</section>')).toContain('认捐的户把钱交给出纳');
});

test('each form that is offered is there, with what is known filled in and nothing of it misread', async () => {
  const grid = await mattersOfAllKinds();
  for (const role of ['grid_secretary', 'cashier', 'bookkeeper', 'supervisor', 'building_leader'] as const) {
    const { read } = await atDesk(await aDesk(grid), grid.role(role));
    const pages = (await read('/desk')).text;
    const offered = [...new Set([...pages.matchAll(/href="(\/desk\/do\/[^"]+)"/gu)].map(([, href = '']) => href))];
    expect(offered.length).toBeGreaterThan(0);
    for (const href of offered.slice(0, 20)) {
      const { status, text } = await read(href.replaceAll('&amp;', '&'));
      expect([href, status, text.includes('class="fault"')]).toEqual([href, 200, false]);
      for (const [name, value] of new URLSearchParams(href.replaceAll('&amp;', '&').split('?')[1])) {
        expect(text, href).toContain(`name="${name}"`);
        expect(text.includes(`value="${value}"`) || text.includes(`\n${value}</textarea>`), `${href} ${name}`).toBe(
          true,
        );
      }
    }
  }
});

test('all that somebody may do is listed by subject, and nothing else', async () => {
  const grid = await mattersOfAllKinds();
  const resident = (await (await atDesk(await aDesk(grid), grid.resident(40))).read('/desk/do')).text;
  const cashier = (await (await atDesk(await aDesk(grid), grid.role('cashier'))).read('/desk/do')).text;

  for (const deed of ['proposal.open', 'poll.vote', 'pledge.money'])
    expect(forms(resident)).toContain(`/desk/do/${deed}`);
  for (const deed of ['funds.receive', 'objection.answer', 'desk.open'])
    expect(forms(resident)).not.toContain(`/desk/do/${deed}`);
  expect(forms(cashier)).toContain('/desk/do/funds.receive');
  expect(forms(cashier)).not.toContain('/desk/do/objection.answer');
});

test('a page of the desk is small and quick with 118 households', async () => {
  const grid = await mattersOfAllKinds();
  const base = await aDesk(grid);
  const { read } = await atDesk(base, grid.role('grid_secretary'));
  for (const path of ['/desk', '/desk/3', '/desk/6']) {
    const { text } = await read(path);
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  }
});

test('the own vote and pledge stand with the form that changes them, and after the end with what they were', async () => {
  const grid = await mattersOfAllKinds();
  const base = await aDesk(grid);
  const [voter, giver] = [await atDesk(base, grid.resident(20)), await atDesk(base, grid.resident(40))];
  const own = async (desk: typeof voter, path: string) => {
    const { text } = await desk.read(path);
    const start = text.indexOf(path === '/desk' ? 'id="household"' : 'id="own"');
    return text.slice(start, text.indexOf('</section>', start));
  };

  for (const path of ['/desk', '/desk/3']) {
    expect(forms(await own(voter, path))).toContain('/desk/do/poll.vote?no=3');
    expect(words(await own(voter, path), '', '</section>')).toMatch(/同意，.*改我家的票/u);
  }
  for (const path of ['/desk', '/desk/4']) {
    expect(forms(await own(giver, path))).toContain('/desk/do/pledge.money?no=4&replaces=true');
    expect(words(await own(giver, path), '', '</section>')).toMatch(/认捐200元.*改认捐/u);
  }
  const form = (await giver.read('/desk/do/pledge.money?no=4&replaces=true')).text;
  expect(form).toMatch(/checked/u);

  await grid.until('2026-03-06T09:00:00+08:00');
  const later = await atDesk(base, grid.resident(20));
  for (const path of ['/desk', '/desk/3']) {
    const shown = await own(later, path);
    expect(words(shown, '', '</section>')).toMatch(/同意，.*截止，不能再改/u);
    expect(forms(shown)).not.toContain('/desk/do/poll.vote?no=3');
  }
});

test('what a resident comes for stands open: to second and to pledge, before what is rarely wanted', async () => {
  const grid = await mattersOfAllKinds();
  await grid.resident(50).says('提议：北门装一个晾衣架，大概600元');
  const { text } = await (await atDesk(await aDesk(grid), grid.resident(41))).read('/desk');

  const open = text.slice(text.indexOf('id="wanted"'), text.indexOf('</div>', text.indexOf('id="wanted"')));
  expect(forms(open)).toEqual(expect.arrayContaining(['/desk/do/pledge.money?no=4', '/desk/do/proposal.support?no=7']));
  expect(open).not.toContain('<details');
});

test('all deeds are found by words of their title and of how they are said, without a script', async () => {
  const grid = await mattersOfAllKinds();
  const { read } = await atDesk(await aDesk(grid), grid.resident(40));
  const found = async (q: string) => forms((await read(`/desk/do?q=${encodeURIComponent(q)}`)).text);

  expect(await found('投票')).toContain('/desk/do/poll.vote');
  expect(await found('投票')).not.toContain('/desk/do/pledge.money');
  expect(await found('积分 换')).toContain('/desk/do/credit.redeem');
  expect(words((await read('/desk/do?q=<b>没有</b>')).text)).toContain('没有找到');
});
