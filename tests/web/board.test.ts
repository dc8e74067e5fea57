import { expect, test } from 'vitest';
import { boardServed } from '../support/board.js';
import { aNeighbourhood } from '../support/neighbourhood.js';
import { aProject as aMatter } from '../support/works.js';
import { aBareBoard, got } from '../support/bare-board.js';
import { aPicture, aProject, aWholeProject, gridCode, inGrid, secretName, secretRoom } from '../support/board-story.js';

const now = new Date('2026-03-02T10:00:00+08:00');

test('an empty grid has a page that says how to begin', async () => {
  const { port } = await aBareBoard(now);

  const { status, headers, text } = await got(port, `/board/${gridCode}`);

  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(text).toContain('花园一网格');
  expect(text).toContain('还没有项目');
});

test('the grid page lists projects by step, with number, title, state and colour in words', async () => {
  const { store, port } = await aBareBoard(now);
  const no = await aWholeProject(store, now);

  const { text } = await got(port, `/board/${gridCode}`);

  expect(text).toContain('<h2>推动实施</h2>');
  expect(text).toContain(`href="/board/${gridCode}/${no}"`);
  expect(text).toContain(`${no}号 更换主管道`);
  expect(text).toContain('施工中');
  // Works that began while money is missing.
  expect(text).toContain('<span class="colour yellow">预警</span>');
  // And where, what comes next, and the money.
  expect(text).toContain('<span class="note">3号楼地下室</span>');
  expect(text).toMatch(/下一步：网格书记定监管小组/u);
  expect(text).toContain('实收20,200元，预算36,000元');
});

test('a vote that is open stands in the list with its turnout and until when, never with how it stands', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  await aMatter(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  await grid.resident(3).says('1号反对');
  const base = await boardServed({ store: grid.store, now: grid.now });
  const text = await (await fetch(`${base}/board/yinshua`)).text();

  expect(text).toContain('已投1人，共118人');
  expect(text).toMatch(/下一步：[^<]*3月28日/u);
  expect(text).not.toMatch(/反对|同意1/u);
});

test.each([
  ['地下室', [1]],
  ['２号', [2]],
  ['飞线', [2]],
  ['东门', []],
])('who looks for “%s” on the board finds %j, and what was typed is text', async (q, found) => {
  const { store, port } = await aBareBoard(now);
  await inGrid(store, async unit => {
    await aProject(unit, now);
    await aProject(unit, now, { title: '飞线治理', place: null, state: 'pledging' });
    unit.journal.add('story', { by: 'operator', at: now });
  });
  const { text } = await got(port, `/board/${gridCode}?q=${encodeURIComponent(q)}`);

  expect([...text.matchAll(/class="name">(\d+)号/gu)].map(([, no]) => Number(no))).toEqual(found);
  expect(text).toContain(`value="${q}"`);
  if (found.length === 0) expect(text).toContain('没有找到');
  const said = encodeURIComponent(q);
  // A step that is tapped, and the other size, look for the same.
  for (const kept of [`href="?q=${said}&amp;step=3"`, `href="?q=${said}&amp;size=large"`]) expect(text).toContain(kept);
  const hostile = await got(port, `/board/${gridCode}?q=${encodeURIComponent('"><script>')}`);
  expect(hostile.text).not.toContain('<script');
});

test('what is looked for in one step and not there is looked for in all, on every page of what is found', async () => {
  const { store, port } = await aBareBoard(now);
  await inGrid(store, async unit => {
    for (let each = 0; each < 60; each += 1) await aProject(unit, now, { title: `补第${each + 1}处路面` });
    unit.journal.add('story', { by: 'operator', at: now });
  });
  const q = `q=${encodeURIComponent('路面')}`;

  expect((await got(port, `/board/${gridCode}?${q}&step=4`)).text).toContain(`<a href="?${q}">在全部里找</a>`);
  expect((await got(port, `/board/${gridCode}?${q}`)).text).toContain(`href="?${q}&amp;page=2"`);
  const { text } = await got(port, `/board/${gridCode}?${q}&page=2`);
  expect(text.match(/class="name"/gu)).toHaveLength(10);
  expect(text).toContain(`href="?${q}&amp;page=2&amp;size=large"`);
  expect((await got(port, `/board/${gridCode}?${q}&${q}`)).status).toBe(404);
});

test.each(['', '/1'])('a search is cut between two signs, never within one: the page “%s” stands', async page => {
  const { store, port } = await aBareBoard(now);
  await aWholeProject(store, now);
  const q = `${'长'.repeat(39)}😀𠮷`;
  const { status, text } = await got(port, `/board/${gridCode}${page}?q=${encodeURIComponent(q)}`);

  expect(status).toBe(200);
  expect(text).toContain(`q=${encodeURIComponent('长'.repeat(39) + '😀')}&amp;`);
});

test('a project page tells plan, money, progress, decisions, notices and the head of the record', async () => {
  const { store, port } = await aBareBoard(now);
  const no = await aWholeProject(store, now);
  const head = await inGrid(store, unit => unit.journal.last());

  const { status, text } = await got(port, `/board/${gridCode}/${no}`);

  expect(status).toBe(200);
  for (const words of [
    '更换锈穿的供暖主管道120米。\n保修两年。',
    '36,000元',
    '迫切需求类',
    '实收20,200元 − 支出8,600.50元 − 已退50元 = <strong>结余11,549.50元</strong>',
    '政策奖补',
    '管材&lt;b&gt;首付&lt;/b&gt;',
    '凭证4号',
    '完成 <strong>50%</strong>',
    '主管道换了六十米',
    '下一步：网格书记定监管小组（3人以上、单数），发送“1号监管小组：……”。',
    '<strong>巡查</strong>',
    '同意更换主管道吗？',
    '<strong>通过</strong>',
    '过半数的户参加',
    '第1号 方案公开',
    `<code>${head?.digest.slice(0, 16)}</code>`,
  ]) {
    expect(text).toContain(words);
  }
});

test('no name, room, phone number or user id of a member stands on any page', async () => {
  const { store, port } = await aBareBoard(now);
  const no = await aWholeProject(store, now);

  const pages = [await got(port, `/board/${gridCode}`), await got(port, `/board/${gridCode}/${no}`)];

  for (const { text } of pages) {
    for (const secret of [secretName, secretRoom, '13800001111', 'u1<']) expect(text).not.toContain(secret);
  }
});

test.each([
  '<script>alert(1)</script>',
  '<@all> **救命**',
  '"><img src=x onerror=alert(1)>',
  '修路🚧'.repeat(125),
  '\u202E正常',
])('the title %s is shown and does nothing', async title => {
  const { store, port } = await aBareBoard(now);
  const no = await inGrid(store, async unit => {
    const project = await aProject(unit, now, { title, planText: title, place: title });
    unit.journal.add('story', { by: 'operator', at: now });
    return project.no;
  });

  for (const path of [`/board/${gridCode}`, `/board/${gridCode}/${no}`]) {
    const { status, text } = await got(port, path);
    expect(status).toBe(200);
    expect(text).not.toMatch(/<script|<img|<@all|\u202E/);
  }
  const { text } = await got(port, `/board/${gridCode}/${no}`);
  if (title.startsWith('<@all>')) expect(text).toContain('&lt;@all&gt; **救命**');
});

test.each([
  '/board/nobody',
  '/board/../../etc',
  '/board/../../etc/passwd',
  '/board/%2e%2e%2f%2e%2e%2fetc',
  '/board/%E0%A4%A',
  '/board/NOBODY%00',
  `/board/${gridCode}/99`,
  `/board/${gridCode}/0`,
  `/board/${gridCode}/-1`,
  `/board/${gridCode}/1.5`,
  `/board/${gridCode}/1e3`,
  `/board/${gridCode}/abc`,
  `/board/${gridCode}/99999999999999999999`,
  `/board/${gridCode}/1/2/3`,
  `/board/${gridCode}?page=0`,
  `/board/${gridCode}?page=2`,
  `/board/${gridCode}?page=x`,
  `/board/${gridCode}?page=1&page=2`,
  `/board/${gridCode}?step=5`,
  `/board/${gridCode}?step=-1`,
  `/board/${'a'.repeat(5_000)}`,
])('%s is a friendly 404', async path => {
  const { port } = await aBareBoard(now);

  const { status, text } = await got(port, path);

  expect(status).toBe(404);
  expect(text).toContain('没有找到这一页');
});

test('another grid is not reached by a project number of this one', async () => {
  const { store, port } = await aBareBoard(now);
  const no = await aWholeProject(store, now);

  expect((await got(port, `/board/other/${no}`)).status).toBe(404);
});

test('every answer forbids scripts, frames and guessing of types', async () => {
  const { store, port } = await aBareBoard(now);
  const no = await aWholeProject(store, now);

  for (const path of [`/board/${gridCode}`, `/board/${gridCode}/${no}`, '/board/nobody', '/board/style.css']) {
    const { headers, text } = await got(port, path);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(text).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/);
  }
  expect((await got(port, '/board/style.css')).headers['content-type']).toBe('text/css; charset=utf-8');
});

test('a question that belongs to no project has a page, with nothing but the turnout until it closes', async () => {
  const { store, port } = await aBareBoard(now);
  await aWholeProject(store, now);
  const no = await inGrid(store, async unit => {
    const [decided] = await unit.polls.recent(1);
    if (!decided) throw new Error('the story has no poll');
    const { id: _, ...rest } = decided;
    const own = { ...rest, no: await unit.projects.takeNo(), projectId: null, closedAt: null, result: null };
    const poll = await unit.polls.keep({ ...own, question: '楼道刷<什么>颜色', options: ['白色', '米黄'] });
    const vote = { pollId: poll.id, memberId: 1, reason: null, castAt: now };
    await unit.polls.cast({ ...vote, householdId: 1, choice: '白色' });
    await unit.polls.cast({ ...vote, householdId: 1, choice: '米黄' });
    unit.journal.add('story', { by: 'operator', at: now });
    return poll.no;
  });

  const { status, text } = await got(port, `/board/${gridCode}/${no}`);

  expect(status).toBe(200);
  expect(text).toContain('<h1>楼道刷&lt;什么&gt;颜色</h1>');
  expect(text).toContain('已投1户');
  expect(text).not.toContain('还差117户');
  expect(text).not.toMatch(/米黄|白色/);

  await inGrid(store, async unit => {
    const poll = await unit.polls.byNo(no);
    if (!poll) throw new Error('the poll is gone');
    const result = { households: 118, voted: 6, silent: 112, counts: { 米黄: 6 }, quorum: true, passed: null };
    await unit.polls.keep(Object.assign(poll, { closedAt: now, result }));
    unit.journal.add('story', { by: 'operator', at: now });
  });
  const closed = (await got(port, `/board/${gridCode}/${no}`)).text.replaceAll(/\s+/g, '');
  expect(closed).toContain('<td>白色</td><tdclass="number">0</td>');
  expect(closed).toContain('<td>米黄</td><tdclass="number">6</td>');
  expect(closed).toContain('<td>没有投票</td><tdclass="number">112</td>');
  expect(closed).not.toContain('没有通过');
});

test('a reader who is faster than people is asked to wait, and a moment later reads on', async () => {
  const clock = { ms: 0 };
  const { port } = await aBareBoard(now, clock);
  const statuses: number[] = [];
  for (let each = 0; each < 61; each += 1) statuses.push((await got(port, `/board/${gridCode}`)).status);

  expect(statuses.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 200));
  const refused = await got(port, `/board/${gridCode}`);
  expect(refused.status).toBe(429);
  expect(refused.headers['retry-after']).toBe('1');
  expect(refused.text).toContain('打开得太快了');

  // Tables for a spreadsheet keep the same pace as the pages.
  expect((await got(port, `/board/${gridCode}/1/2026-03.xlsx`)).status).toBe(429);

  clock.ms += 1_000;
  expect((await got(port, `/board/${gridCode}`)).status).toBe(200);
});

test('a month of accounts is part of the board', async () => {
  const { store, port } = await aBareBoard(now);
  const no = await aWholeProject(store, now);

  const month = now.toISOString().slice(0, 7);
  const sheet = await got(port, `/board/${gridCode}/${no}/${month}.csv`);
  expect(sheet.status).toBe(200);
  expect(sheet.headers['content-type']).toContain('text/csv');
  expect((await got(port, `/board/${gridCode}/${no}/${month}.exe`)).status).toBe(404);
});

test('pictures of the works are shown without where they were taken; other evidence is not shown', async () => {
  const { store, port } = await aBareBoard(now);
  const no = await aWholeProject(store, now);
  const secret = await inGrid(store, async unit => {
    const bytes = Buffer.from('ffd8ffd9', 'hex');
    const ballot = await unit.evidence.add({ bytes, type: 'image/jpeg', by: 'u1', at: now });
    await unit.evidence.use(ballot, 'paper:1');
    unit.journal.add('story', { by: 'operator', at: now });
    return ballot.digest;
  });

  const { text } = await got(port, `/board/${gridCode}/${no}`);
  const [address = ''] = /\/board\/[^"]*\/photo\/[0-9a-f]{64}/.exec(text) ?? [];
  const photo = await got(port, address);

  expect(text).toContain('施工中');
  expect(photo.headers['content-type']).toBe('image/png');
  expect(aPicture.toString('latin1')).toContain('GPS');
  expect(photo.text).not.toContain('GPS');
  expect((await got(port, `/board/${gridCode}/photo/${secret}`)).status).toBe(404);
  expect((await got(port, `/board/${gridCode}/photo/../../x`)).status).toBe(404);
});

test('milestones tell the day planned, the day reached, and what is late in words', async () => {
  const { store, port } = await aBareBoard(now);
  const no = await aWholeProject(store, now);

  const text = (await got(port, `/board/${gridCode}/${no}`)).text
    .replaceAll(/\s+/g, '')
    .replaceAll('<spanclass="narrow">计划</span>', '');

  expect(text).toContain('<td>拆旧</td><td>2月25日（周三）</td><td>3月2日（周一）完成，晚5天</td>');
  expect(text).toContain('<td>装管</td><td>2月27日（周五）</td><td>已晚3天</td>');
  expect(text).toContain('<td>试压</td><td>3月10日（周二）</td><td>还有8天</td>');
});

test('a corrected plan says what changed, and the old one stays readable', async () => {
  const { store, port } = await aBareBoard(now);
  const no = await aWholeProject(store, now);
  await inGrid(store, async unit => {
    const project = await unit.projects.byNo(no);
    const text = '**方案公开**\n> 预算38,000元';
    await unit.disclosures.add({ projectId: project?.id ?? 0, kind: 'plan', occasion: 'v2', text, at: now });
    unit.journal.add('story', { by: 'operator', at: now });
  });

  const { text } = await got(port, `/board/${gridCode}/${no}`);

  expect(text).toContain('<del>预算36,000元</del>');
  expect(text).toContain('<ins>预算38,000元</ins>');
  expect(text).toContain('第1号 方案公开');
});

test('reading changes nothing in the record', async () => {
  const { store, port } = await aBareBoard(now);
  const no = await aWholeProject(store, now);
  const before = await inGrid(store, unit => unit.journal.last());

  await got(port, `/board/${gridCode}`);
  await got(port, `/board/${gridCode}/${no}`);

  expect(await inGrid(store, unit => unit.journal.last())).toEqual(before);
});

test('a board without its database says so, and sends nobody away with a bare error', async () => {
  const { store, port } = await aBareBoard(now);
  await store.dataSource.destroy();

  const { status, text } = await got(port, `/board/${gridCode}`);

  expect(status).toBe(503);
  expect(text).toContain('暂时打不开');
});

test('/board lists the grids whose board is here', async () => {
  const { port } = await aBareBoard(now);

  const page = await (await fetch(`http://127.0.0.1:${port}/board`)).text();

  expect(page).toContain('各网格公示栏');
  expect(page).toMatch(/<a href="\/board\/[a-z0-9-]+">/u);
});
