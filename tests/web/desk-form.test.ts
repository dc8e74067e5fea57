import { expect, test } from 'vitest';
import { loadIntents } from '../../src/process/registry.js';
import { importRoster } from '../../src/operations/people/import-roster.js';
import { Role } from '../../src/store/people/role.js';
import { aDesk, atDesk, deskLink, enter, hiddenIn, post, read as readAt, words } from '../support/desk.js';
import { formOf } from '../../src/talk/form/form.js';
import { mattersOfAllKinds } from '../support/desk-story.js';
import { aProject, asksToPay, received } from '../support/works.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';

const intents = await loadIntents();

async function voting() {
  const grid = await aNeighbourhood({ now: '2026-03-04T09:00:00+08:00', households: 60 });
  await grid.role('grid_secretary').says('发起投票：楼道刷什么颜色，选项白色、米黄，明晚八点截止');
  await grid.role('grid_secretary').says('是');
  return grid;
}

async function seated(grid: Neighbourhood, person: Person) {
  return atDesk(await aDesk(grid), person);
}

test('every deed has a page, with a control for each of its slots, for those who may do it', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  let ms = 0;
  // A second between two pages: nobody's pace is kept here.
  const base = await aDesk(grid, { clockMs: () => (ms += 1000) });
  const desk = await atDesk(base, grid.role('grid_secretary'));
  let shown = 0;

  for (const [name, { slots }] of intents) {
    const { status, text } = await desk.read(`/desk/do/${name}`);
    expect([name, [200, 403].includes(status)]).toEqual([name, true]);
    if (status === 403) {
      expect(words(text), name).toContain('要由');
      continue;
    }
    shown += 1;
    for (const [slot, { field }] of Object.entries(slots))
      if (field.insteadOf === undefined && !field.isOnAsk && !field.isShown)
        expect(text, `${name} ${slot}`).toContain(`name="${slot}"`);
  }
  expect(shown).toBeGreaterThan(100);
});

test('a vote: the options of the poll, what was understood, the answer with what is next; handed in twice it counts once', async () => {
  const grid = await voting();
  const desk = await seated(grid, grid.resident(20));
  const form = await desk.read('/desk/do/poll.vote?no=1');
  expect(form.text).toMatch(/type="radio"[^>]*value="米黄"/u);

  const read = await desk.post('/desk/do/poll.vote', { ...hiddenIn(form.text), no: '1', choice: '米黄', reason: '' });
  expect(words(read.text)).toContain('怎么投：米黄');
  const sent = hiddenIn(read.text);
  const done = await desk.post('/desk/do/poll.vote', sent);
  const again = await desk.post('/desk/do/poll.vote', { ...sent, choice: '白色' });

  expect(words(done.text)).toContain('投了米黄');
  expect(words(again.text)).toContain('这张表已经交过了，没有再办一次');
  expect((await grid.journal()).filter(deed => deed === 'poll.vote')).toHaveLength(1);
});

test('which flat a vote is for stands on no form until it is asked, of who is named at two', async () => {
  const grid = await voting();
  const owner = grid.resident(20);
  const alone = await (await seated(grid, grid.resident(21))).read('/desk/do/poll.vote?no=1');
  expect(alone.text).not.toContain('name="home"');
  await grid.inUnit(async unit => {
    const other = (await unit.members.view(grid.resident(30).userid)).household;
    if (other) await importRoster(unit, [{ ...other, owners: [owner.name], userids: [owner.userid] }]);
  });

  const desk = await seated(grid, owner);
  const form = hiddenIn((await desk.read('/desk/do/poll.vote?no=1')).text);
  const asked = await desk.post('/desk/do/poll.vote', { ...form, no: '1', choice: '米黄' });
  expect(asked.text).toContain('name="home"');
  const read = await desk.post('/desk/do/poll.vote', { ...hiddenIn(asked.text), no: '1', choice: '米黄', home: '2' });
  expect(words((await desk.post('/desk/do/poll.vote', hiddenIn(read.text))).text)).toContain('投了米黄');
});

test('a vote of yes or no is filled in by its link and read back in words', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-04T09:00:00+08:00', households: 60 });
  await grid.role('grid_secretary').says('发起投票：要不要刷楼道，明晚八点截止');
  await grid.role('grid_secretary').says('是');
  const desk = await seated(grid, grid.resident(20));

  const form = await desk.read('/desk/do/poll.vote?no=1&choice=%E5%8F%8D%E5%AF%B9');
  expect(form.text).toMatch(/value="反对"[^>]*checked/u);
  const read = await desk.post('/desk/do/poll.vote', { ...hiddenIn(form.text), no: '1', choice: '反对' });

  expect(words(read.text)).toContain('怎么投：反对');
  expect(words(read.text)).not.toContain('disagree');
});

test('a payment is approved by its sum, payee and purpose, not by a number', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  const project = await aProject(grid, { state: 'in_progress', budgetFen: 300_000 });
  await received(grid, project, { fen: 300_000, source: 'subsidy' });
  const asked = await asksToPay(grid, '1号申请支出600元：灯泡二十只，付给宏达照明公司');
  expect(asked).toContain('支出申请1已提交');
  const desk = await seated(grid, grid.role('bookkeeper'));

  const form = words((await desk.read('/desk/do/spend.check?request=1')).text);

  expect(form).toContain('申请1：600元，付给宏达照明公司，用于灯泡二十只');
});

test('what cannot be used is said beside its field, and what was typed stays', async () => {
  const grid = await voting();
  const desk = await seated(grid, grid.role('grid_secretary'));
  const form = await desk.read('/desk/do/poll.open');

  const answer = await desk.post('/desk/do/poll.open', {
    ...hiddenIn(form.text),
    question: '刷什么颜色<b>',
    options: '白色\n米黄',
    deadline: '改天吧',
  });

  expect(answer.status).toBe(200);
  expect(answer.text).toContain('刷什么颜色&lt;b&gt;');
  expect(answer.text).toContain('白色\n米黄</textarea');
  expect(answer.text).toMatch(/id="deadline-fault">“改天吧”没有看懂/u);
  expect(answer.text).toMatch(/aria-invalid="true"/u);
});

test('a form without its keys, of another session, of no deed, or from before a change does nothing', async () => {
  const grid = await voting();
  const base = await aDesk(grid);
  const [desk, other] = [await atDesk(base, grid.resident(20)), await atDesk(base, grid.resident(21))];
  const form = await desk.read('/desk/do/poll.vote?no=1');
  const read = await desk.post('/desk/do/poll.vote', { ...hiddenIn(form.text), no: '1', choice: '米黄' });
  const sent = hiddenIn(read.text);

  expect((await desk.post('/desk/do/poll.vote', { ...sent, csrf: 'x' })).status).toBe(403);
  expect((await desk.post('/desk/do/poll.vote', { ...sent, _key: '1' })).status).toBe(403);
  expect((await other.post('/desk/do/poll.vote', sent)).status).toBe(403);
  expect((await desk.post('/desk/do/no.such', sent)).status).toBe(404);
  const stale = await desk.post('/desk/do/poll.vote', { ...sent, _revision: '1/p0v0' });
  expect(words(stale.text)).toContain('没有记');
  expect(stale.text).toContain('米黄');
  expect(await grid.journal()).not.toContain('poll.vote');
});

test('another member who sends the same key does a deed of their own and is told nothing of the first', async () => {
  const grid = await voting();
  const base = await aDesk(grid);
  const [desk, other] = [await atDesk(base, grid.resident(20)), await atDesk(base, grid.resident(30))];
  const mine = hiddenIn((await desk.read('/desk/do/poll.vote?no=1')).text);
  const theirs = hiddenIn((await other.read('/desk/do/poll.vote?no=1')).text);
  const vote = { _yes: 'read', no: '1', choice: '米黄' };
  await desk.post('/desk/do/poll.vote', { ...mine, ...vote });

  const answer = await other.post('/desk/do/poll.vote', { ...theirs, _key: mine['_key'] ?? '', ...vote });

  expect(words(answer.text)).not.toContain('已经交过');
  expect((await grid.journal()).filter(deed => deed === 'poll.vote')).toHaveLength(2);
});

test('10,000 lines are refused in one sentence and stay where they were typed', async () => {
  const grid = await voting();
  const desk = await seated(grid, grid.role('grid_secretary'));
  const form = await desk.read('/desk/do/poll.open');
  const options = Array.from({ length: 10_000 }, (_, index) => `选项${index}`).join('\n');

  const answer = await desk.post('/desk/do/poll.open', { ...hiddenIn(form.text), options });

  expect(words(answer.text)).toContain('太长');
  expect(answer.text).toContain('选项9999');
  expect(await grid.inUnit(unit => unit.polls.byNo(2))).toBeNull();
});

test('a picture goes with the last page; what is no picture is named before the deed, and nothing is done', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  const base = await aDesk(grid);
  const desk = await atDesk(base, grid.resident(20));
  const form = await desk.read('/desk/do/proposal.open');
  const read = await desk.post('/desk/do/proposal.open', { ...hiddenIn(form.text), title: '3号楼东头装路灯' });
  expect(read.text).toContain('type="file"');
  const body = new FormData();
  for (const [name, value] of Object.entries(hiddenIn(read.text))) body.append(name, value);
  body.append('pictures', new Blob([Buffer.from('ffd8ffe000', 'hex')]), 'lamp.jpg');
  body.append('pictures', new Blob(['%PDF-1.7']), 'bill.pdf');

  const send = () => fetch(`${base}/desk/do/proposal.open`, { method: 'POST', body, headers: { cookie: desk.cookie } });

  const answer = await (await send()).text();
  expect(words(answer)).toContain('还没有办：有1张照片没有收下');
  expect(answer).toContain('3号楼东头装路灯');
  expect(await grid.journal()).not.toContain('proposal.open');
  body.delete('pictures');
  body.append('pictures', new Blob([Buffer.from('ffd8ffe000', 'hex')]), 'lamp.jpg');
  await send();
  expect(await grid.journal()).toContain('proposal.open');
  const [project] = await grid.inUnit(unit => unit.projects.all());
  expect(project?.title).toContain('装路灯');
});

test('homes are offered to the offices that keep the roster, and to no resident', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  const base = await aDesk(grid);

  const secretary = await atDesk(base, grid.role('grid_secretary'));
  const resident = await atDesk(base, grid.resident(20));

  expect((await secretary.read('/desk/do/poll.deliver')).text).toContain('<datalist');
  expect((await resident.read('/desk/do/pledge.money')).text).not.toContain('<option');
});

test('an office taken back, or a poll that closed between form and submit, is refused in one sentence', async () => {
  const grid = await voting();
  grid.now = new Date('2026-03-05T19:50:00+08:00');
  const base = await aDesk(grid);
  const [secretary, voter] = [grid.role('grid_secretary'), grid.resident(20)];
  const [office, desk] = [await atDesk(base, secretary), await atDesk(base, voter)];
  const opening = hiddenIn((await office.read('/desk/do/poll.open')).text);
  const vote = hiddenIn((await desk.read('/desk/do/poll.vote?no=1')).text);
  await grid.inUnit(async unit => {
    await unit.manager.delete(Role, { gridId: unit.grid.id, userid: secretary.userid });
    unit.journal.add('role.end', { by: 'operator', at: grid.now });
  });
  grid.now = new Date('2026-03-05T20:01:00+08:00');

  const opened = await office.post('/desk/do/poll.open', { ...opening, _yes: 'read', question: '刷什么颜色' });
  const voted = await desk.post('/desk/do/poll.vote', { ...vote, _yes: 'read', no: '1', choice: '米黄' });

  expect(opened.status).toBe(403);
  expect(words(voted.text)).toContain('已经截止');
  expect(voted.text).toMatch(/value="米黄"[^>]*checked/u);
  expect(await grid.journal()).not.toContain('poll.vote');
});

test('the same form in two tabs: what the first has done the second asks about, and does again only after a yes to that', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  const desk = await seated(grid, grid.resident(20));
  const typed = { title: '楼道装感应灯', cost: '1200' };
  const count = async () => (await grid.journal()).filter(deed => deed === 'proposal.open').length;
  const readIn = async () => {
    const form = hiddenIn((await desk.read('/desk/do/proposal.open?_new=1')).text);
    return hiddenIn((await desk.post('/desk/do/proposal.open', { ...form, ...typed })).text);
  };
  const [one, two] = [await readIn(), await readIn()];

  const done = await desk.post('/desk/do/proposal.open', one);
  const asked = await desk.post('/desk/do/proposal.open', two);

  expect(words(done.text)).toContain('楼道装感应灯');
  expect(words(asked.text)).toMatch(/您3月\d+日.*交过一张一模一样的，那张已经办了，这一张还没有记/u);
  expect(asked.text).toContain('value="楼道装感应灯"');
  expect(await count()).toBe(1);
  // A yes to that is no yes to what the deed itself still asks.
  const alike = await desk.post('/desk/do/proposal.open', hiddenIn(asked.text));
  expect(words(alike.text)).toContain('很像');
  expect(await count()).toBe(1);
  await desk.post('/desk/do/proposal.open', hiddenIn(alike.text));
  expect(await count()).toBe(2);
});

test('what is handed in is answered on a page of its own, which may be loaded anew and does nothing', async () => {
  const grid = await voting();
  const base = await aDesk(grid);
  const [desk, other] = [await atDesk(base, grid.resident(20)), await atDesk(base, grid.resident(30))];
  const form = await desk.read('/desk/do/poll.vote?no=1');

  const read = await desk.post('/desk/do/poll.vote', { ...hiddenIn(form.text), no: '1', choice: '米黄' });
  const done = await desk.post('/desk/do/poll.vote', hiddenIn(read.text));

  expect(done.shown).toBe(read.shown);
  expect(done.shown).not.toContain('米黄');
  const shown = await desk.read(done.shown ?? '');
  expect([shown.status, words(shown.text)]).toEqual([200, words(done.text)]);
  expect(words((await desk.read(done.shown ?? '')).text)).toContain('投了米黄');
  expect((await grid.journal()).filter(deed => deed === 'poll.vote')).toHaveLength(1);
  // Another member who comes by the address finds the empty form.
  const theirs = await other.read(done.shown ?? '');
  expect([theirs.status, theirs.headers.get('location')]).toEqual([302, '/desk/do/poll.vote']);
});

test('who goes back to a form finds what was typed, may begin anew, and finds nothing of what is done', async () => {
  const grid = await voting();
  const desk = await seated(grid, grid.role('grid_secretary'));
  const first = hiddenIn((await desk.read('/desk/do/poll.open')).text);
  const typed = { question: '要不要装门', deadline: '明晚八点' };
  await desk.post('/desk/do/poll.open', { ...first, ...typed, deadline: '改天吧' });

  const back = (await desk.read('/desk/do/poll.open')).text;
  expect(back).toContain('要不要装门');
  expect(words(back)).toContain('您填到一半的还在这里');
  const [, anew = ''] = /href="(\?[^"]+)">重新填/u.exec(back) ?? [];
  expect((await desk.read(`/desk/do/poll.open${anew}`)).text).not.toContain('要不要装门');
  expect((await desk.read('/desk/do/poll.open?question=别的事')).text).not.toContain('要不要装门');

  const done = await desk.post('/desk/do/poll.open', { ...hiddenIn(back), ...typed, _yes: 'read' });
  expect(words(done.text)).toContain('表决已发起');
  // The new matter stands in the menu; the form is empty again.
  expect((await desk.read('/desk/do/poll.open')).text).not.toContain('填到一半');
});

test('a form handed in when the session has run out is gone on with after the next link, by its own member alone', async () => {
  const grid = await voting();
  const base = await aDesk(grid);
  const secretary = grid.role('grid_secretary');
  const desk = await atDesk(base, secretary);
  const form = hiddenIn((await desk.read('/desk/do/poll.open')).text);
  grid.now = new Date(grid.now.getTime() + 31 * 60_000);

  const late = await post(base, '/desk/do/poll.open', { ...form, question: '要不要装门' }, desk.cookie);
  expect([late.status, words(late.text)]).toEqual([403, expect.stringContaining('您填的替您留着')]);
  const forged = await post(base, '/desk/do/poll.open', { ...form, csrf: 'x', question: '别的' }, desk.cookie);
  expect(words(forged.text)).not.toContain('您填的替您留着');

  const other = await enter(base, await deskLink(grid.resident(20)));
  const own = await enter(base, await deskLink(secretary));
  expect(other.to).toBe('/desk');
  expect(own.to).toBe(`/desk/do/poll.open/${form['_key']}`);
  const shown = await readAt(base, own.to ?? '', own.cookie);
  expect(shown.text).toContain('要不要装门');
  expect(words(shown.text)).toContain('还没有交');
  expect((await enter(base, await deskLink(secretary))).to).toBe('/desk');
  expect(await grid.inUnit(unit => unit.polls.byNo(2))).toBeNull();
});

test('a number is chosen among the matters, those first in which the deed comes next, and the only one is filled in', async () => {
  const grid = await mattersOfAllKinds();
  const base = await aDesk(grid);
  const [resident, secretary] = [
    await atDesk(base, grid.resident(41)),
    await atDesk(base, grid.role('grid_secretary')),
  ];

  const pledge = (await resident.read('/desk/do/pledge.money')).text;
  expect(pledge).toMatch(/<option value="4" selected[^>]*>4号 补种桂花树/u);
  expect(words(pledge)).toContain('4号「补种桂花树」');
  const vote = (await resident.read('/desk/do/poll.vote')).text;
  expect(vote).toMatch(/<option value="3" selected/u);
  expect(vote).toMatch(/type="radio"[^>]*value="同意"/u);
  const show = (await resident.read('/desk/do/proposal.show')).text;
  expect(show).toMatch(/<option value="">请选一个/u);
  expect(words(show)).not.toContain('可以不填');
  const question = (await secretary.read('/desk/do/poll.open')).text;
  expect(question).toMatch(/<option value="">不选/u);
});

test('what this state wants is marked as wanted, and what the deed still asks for stands beside its field before anything is read back', async () => {
  const grid = await mattersOfAllKinds();
  const secretary = await atDesk(await aDesk(grid), grid.role('grid_secretary'));
  const label = (page: string, name: string) => words(page, `for="f-${name}"`, '</label>');

  await grid.resident(50).says('提议：北门装一个晾衣架');
  const first = (await secretary.read('/desk/do/plan.publish?no=7')).text;
  expect([label(first, 'text'), label(first, 'cost')].join()).not.toContain('可以不填');
  const again = (await secretary.read('/desk/do/plan.publish?no=2')).text;
  expect(label(again, 'cost')).toContain('可以不填');

  const asked = await secretary.post('/desk/do/pledge.gap', {
    ...hiddenIn((await secretary.read('/desk/do/pledge.gap?no=6')).text),
    no: '6',
    list: '社区慈善基金1200元（基金2026-3号决定）',
  });
  expect(words(asked.text)).not.toContain('请确认');
});

test('of flags that exclude one another one is chosen', async () => {
  const grid = await mattersOfAllKinds();
  const desk = await atDesk(await aDesk(grid), grid.resident(40));
  const form = (await desk.read('/desk/do/pledge.money?no=4&replaces=true')).text;
  expect(form).toMatch(/type="radio"[^>]*name="replaces"[^>]*value="replaces"\s+checked/u);
  expect(form).not.toContain('name="adds"');

  const fields = { no: '4', amount: '50', beneficiary: '' };
  const read = await desk.post('/desk/do/pledge.money', { ...hiddenIn(form), ...fields, replaces: 'adds' });
  const done = await desk.post('/desk/do/pledge.money', hiddenIn(read.text));

  expect(words(done.text)).toContain('您家合计250元');
});

test('no form speaks as if it were a chat', async () => {
  for (const [name, intent] of intents) {
    const { title, fields } = formOf(intent, { name });
    for (const said of [title, ...fields.map(({ hint }) => hint)])
      expect([name, said]).toEqual([name, expect.not.stringMatching(/发送|回复|私聊|发给我/u)]);
    // A title that only says when or who is none.
    expect([name, title]).toEqual([name, expect.not.stringMatching(/(?:后|时|书记|楼长)$/u)]);
  }
});

test('what follows and is easily overlooked is said before it is done: a payment after acceptance, a promise beyond the budget', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  await aProject(grid, { state: 'accepted', budgetFen: 300_000 });
  const pledgeClosesAt = new Date(grid.now.getTime() + 5 * 86_400_000);
  await aProject(grid, { state: 'pledging', budgetFen: 20_000, pledgeClosesAt });
  await grid.resident(21).says('2号我出200元');
  const base = await aDesk(grid);
  const [payer, giver] = [await atDesk(base, grid.role('grid_secretary')), await atDesk(base, grid.resident(20))];

  expect(words((await payer.read('/desk/do/spend.ask?no=1')).text)).toContain('才能公布决算');
  const form = (await giver.read('/desk/do/pledge.money?no=2')).text;
  expect(words(form)).toContain('认捐已经够了');
  const read = await giver.post('/desk/do/pledge.money', { ...hiddenIn(form), no: '2', amount: '50' });
  const done = await giver.post('/desk/do/pledge.money', hiddenIn(read.text));
  expect(words(done.text)).toContain('比预算多50元');
});
