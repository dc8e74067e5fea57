import { expect, test } from 'vitest';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { aDesk, atDesk, forms, hiddenIn, words } from '../support/desk.js';
import { homeOf } from '../support/desk-story.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';

/** Of 118 households so many vote for it, which is more than two thirds, and so many of them pledge and pay. */
const voting = 80;
const paying = 60;
/** Everybody but the secretary, who is a neighbour too. */
const neighbours = sampleResidents().flatMap(({ roles }, index) =>
  roles.some(({ role }) => role === 'grid_secretary') ? [] : [index],
);
const supervisors = sampleResidents().flatMap(({ roles }, index) =>
  roles.some(({ role }) => role === 'supervisor') ? [index] : [],
);

/** Somebody who does everything by the forms that the desk offers, and what they had to type in them. */
class AtDesk {
  typed = 0;
  submits = 0;

  constructor(
    private readonly base: string,
    private readonly person: Person,
  ) {}

  /** Opens the form of a deed where the matter, or else the list of all deeds, leads to it, fills it in, and confirms what is read back. */
  async does(deed: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const desk = await atDesk(this.base, this.person);
    const matter = forms((await desk.read('/desk/1')).text);
    const all = [...matter, ...forms((await desk.read('/desk/do')).text)];
    const href = all.find(one => one.split('?')[0] === `/desk/do/${deed}`);
    if (!href) throw new Error(`${deed} is offered nowhere: ${all.join(' ')}`);
    const form = (await desk.read(href)).text;
    for (const [name, value] of Object.entries(fields)) {
      const isChosen =
        form.includes(`type="radio"`) &&
        new RegExp(`name="${name}"[^>]*type="radio"|type="radio"[^>]*name="${name}"`, 'u').test(form);
      if (!isChosen) this.typed += [...value].length;
    }
    const given = Object.fromEntries(new URLSearchParams(href.split('?')[1]));
    let page = (await desk.post(`/desk/do/${deed}`, { ...hiddenIn(form), no: '1', ...given, ...fields })).text;
    this.submits += 1;
    for (let times = 0; page.includes('name="_yes"') && times < 3; times += 1) {
      page = (await desk.post(`/desk/do/${deed}`, hiddenIn(page))).text;
      this.submits += 1;
    }
    const said = words(page);
    if (page.includes('name="_key"')) throw new Error(`${deed} was not done: ${said}`);
    return said;
  }
}

/** The neighbours and the other offices, who do their part in the chat. */
async function spends(grid: Neighbourhood, secretary: AtDesk): Promise<void> {
  const leader = grid.role('building_leader');
  await leader.sends('发票1');
  expect(await leader.says('1号申请支出48000元：电缆及材料款，付给宏达工程队', { chat: 'single' })).toContain(
    '支出申请1',
  );
  await grid.role('bookkeeper').says('核对申请1', { chat: 'single' });
  expect(await secretary.does('spend.approve', { request: '1' })).toContain('申请1');
  await grid.role('community_secretary').says('批准申请1', { chat: 'single' });
  await grid.role('supervisor').says('申请1无异议', { chat: 'single' });
  await grid.until('2026-04-02T10:00:00+08:00');
  expect(await grid.role('cashier').says('1号项目支出48000元，电缆及材料款')).toContain('48,000');
}

test('a secretary brings a matter from the proposal to the accounts on the desk alone, without a word in the chat', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T09:00:00+08:00' });
  const secretary = new AtDesk(
    await aDesk(grid, {
      clockMs: (
        ms => () =>
          (ms += 1000)
      )(0),
    }),
    grid.role('grid_secretary'),
  );
  await grid.resident(21).says('提案：更换老化的电力线路，预算12万元');
  for (const who of [22, 23, 24, 25]) await grid.resident(who).says('附议1号');

  expect(await secretary.does('proposal.classify', { class: '迫切需求类' })).toContain('迫切需求');
  const payer = { answer: '过了保修、没有别的责任人，业主和居民共担', evidence: '1998年建成，已过保修' };
  await secretary.does('project.payer', payer);
  const sources = { list: '居民60000元\n奖补60000元（批文桓财2026-12号）' };
  expect(await secretary.does('plan.sources', sources)).toContain('120,000元');
  await secretary.does('schedule.plan', { plan: '拆旧4月2日40%\n换线4月10日60%' });
  const before = secretary.submits;
  await secretary.does('plan.text', { text: '更换全院电力线路' });
  // What was prepared is asked about once, in the deed's own words.
  expect(await secretary.does('plan.publish', {})).toContain('120,000元');
  expect(secretary.submits - before).toBe(4);
  await grid.until('2026-03-10T09:00:00+08:00');
  expect(await secretary.does('poll.open', { deadline: '3天后' })).toContain('表决');

  for (const who of neighbours.slice(0, voting)) await grid.resident(who).says('1号同意');
  await grid.until('2026-03-22T09:00:00+08:00');
  for (const who of neighbours.slice(0, paying)) await grid.resident(who).says('1号我出1000元');
  for (const who of neighbours.slice(0, paying)) await grid.role('cashier').says(`1号收到${homeOf(who)} 1000元`);
  await grid.role('cashier').says('1号奖补资金到账60000元');
  expect(await grid.role('bookkeeper').says('1号对账无误，共120000元')).toContain('对账完成');
  await grid.until('2026-04-01T09:00:00+08:00');

  await secretary.does('progress.report', { text: '旧线已拆除', percent: '40' });
  const [supervisor, leader] = [grid.role('supervisor'), grid.role('building_leader')];
  await supervisor.says('1号巡查：旧线拆除干净，无安全隐患');
  await leader.says('1号节点完成：拆旧');
  await supervisor.says('1号节点验收：拆旧');
  await spends(grid, secretary);
  await leader.says('1号节点完成：换线');
  await supervisor.says('1号节点验收：换线');
  expect(await secretary.does('progress.report', { text: '线路全部换完', percent: '100' })).toContain('100%');

  // The team accepts it, a resident rates it, and the accounts follow by themselves; the secretary looks at them on the desk.
  for (const who of supervisors) await grid.resident(who).says('1号项目验收合格');
  await grid.resident(30).says('给1号打5分');
  await grid.until('2026-04-30T10:00:00+08:00');
  const accounts = await secretary.does('funds.show', {});
  expect(accounts).toContain('48,000元');
  expect((await grid.inUnit(unit => unit.projects.byNo(1)))?.settledAt).not.toBeNull();

  console.log(
    `a secretary at the desk: 0 characters in the chat, ${secretary.typed} in forms, ${secretary.submits} submits`,
  );
  expect(secretary.typed).toBeLessThanOrEqual(160);
  // All that is in the record by the secretary came from the desk: the links to it alone were asked for in the chat.
  const said = await grid.inUnit(unit => unit.journal.all());
  const own = said.filter(({ by, messageId }) => by === grid.role('grid_secretary').userid && messageId !== null);
  const elsewhere = own.filter(({ messageId }) => !messageId?.startsWith('desk:')).map(({ deed }) => deed);
  expect([...new Set(elsewhere)]).toEqual(['desk.link']);
});
