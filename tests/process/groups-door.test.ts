import { pino } from 'pino';
import { expect, test } from 'vitest';
import { byOperator } from '../../src/process/commands/by-operator.js';
import { changeGrid, createGrid, giveRole } from '../../src/operations/people/set-up-grid.js';
import { GroupsDoor } from '../../src/process/groups-door.js';
import { AppStandIn } from '../../src/simulator/app-stand-in.js';
import { GroupTask } from '../../src/store/notice/group-task.js';
import { AppApi } from '../../src/wecom/app/api.js';
import { testBytes } from '../support/chance.js';
import { corp, openKfId } from '../support/kf.js';
import { aNeighbourhood } from '../support/neighbourhood.js';

/** A grid with an open poll, whose first leader owns a customer group; the clock at the evening of the day. */
async function begun({ isOpen = true } = {}) {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const wire = new AppStandIn({ ...corp, openKfIds: [openKfId], now: () => grid.now });
  const owner = grid.role('building_leader').userid;
  wire.groups.groups.set('wrOak', owner);
  if (isOpen) await grid.role('building_leader').says('发起表决：楼道刷不刷白，周日晚八点截止');
  const calls = { apiBase: 'https://qyapi.example', timeoutMs: 1000, clockMs: () => grid.now.getTime() };
  const aProcess = (send: typeof fetch = wire.fetch) =>
    new GroupsDoor({
      api: new AppApi({ ...corp, ...calls, fetch: send }),
      store: grid.store,
      publicUrl: 'https://hood.example.org',
      holder: 'the process of the record',
      now: () => grid.now,
      log: pino({ level: 'silent' }),
      onTask: () => undefined,
      who: (open, external) =>
        open.identities.meet(
          { corpId: corp.corpId, kind: 'external', value: external },
          { now: grid.now, random: testBytes(12) },
        ),
      random: testBytes,
    });
  const door = aProcess();
  const at = async (moment: string, one = door): Promise<void> => {
    grid.now = new Date(moment);
    await one.run();
  };
  const states = async (): Promise<string[]> =>
    (await grid.store.dataSource.manager.find(GroupTask, { order: { id: 'ASC' } })).map(({ state }) => state);
  return { grid, wire, tasks: wire.groups.tasks, owner, at, states, aProcess };
}

test('one digest a day goes to the groups of an office-holder as a task, in the evening, and names nobody', async () => {
  const { grid, tasks, owner, at } = await begun();

  await at('2026-03-02T18:00:00+08:00');
  expect(tasks).toEqual([]);
  for (const time of ['18:40', '18:41', '19:30']) await at(`2026-03-02T${time}:00+08:00`);

  expect(tasks).toMatchObject([{ sender: owner, chatIds: ['wrOak'], links: ['https://hood.example.org/desk'] }]);
  expect(tasks[0]?.text).toMatch(/可以投票的：\n· 1号 楼道刷不刷白：.*截止/u);
  expect(tasks[0]?.text).toContain('https://hood.example.org/desk');
  expect(tasks[0]?.text).not.toContain(grid.resident(0).name);
  expect(tasks[0]?.text).not.toMatch(/<@|wx:|单元|r0\d\d/u);
  await at('2026-03-03T18:40:00+08:00');
  expect(tasks).toHaveLength(2);
});

test('on a day without anything to tell, and late at night, nothing is made', async () => {
  const quiet = await begun({ isOpen: false });
  await quiet.at('2026-03-02T18:40:00+08:00');
  expect(quiet.tasks).toEqual([]);

  const late = await begun();
  await late.at('2026-03-02T21:00:00+08:00');
  expect(late.tasks).toEqual([]);
});

test('it counts as sent when WeChat Work says so; a group that had its quota is told apart', async () => {
  const { wire, tasks, at, states } = await begun();
  await at('2026-03-02T18:40:00+08:00');
  await at('2026-03-02T18:50:00+08:00');
  expect(await states()).toEqual(['made']);
  for (const task of tasks) wire.groups.confirm(task);
  await at('2026-03-02T18:56:00+08:00');
  expect(await states()).toEqual(['sent']);

  await at('2026-03-03T18:40:00+08:00');
  wire.groups.full.add('wrOak');
  for (const task of tasks) wire.groups.confirm(task);
  await at('2026-03-03T18:50:00+08:00');
  expect(await states()).toEqual(['sent', 'quota']);
});

test('whoever does not tap is reminded once, then gets the words to paste; the next day takes the old task back', async () => {
  const { grid, tasks, owner, at, states } = await begun();
  await at('2026-03-02T18:40:00+08:00');
  for (const time of ['20:41', '20:50', '21:15', '21:30']) await at(`2026-03-02T${time}:00+08:00`);

  expect(tasks[0]?.reminded).toHaveLength(1);
  expect(await states()).toEqual(['paste']);
  const told = (await grid.postsTo(owner)).filter(text => text.includes('群发助手'));
  expect(told).toEqual([expect.stringContaining('楼道刷不刷白')]);
  await at('2026-03-03T17:45:00+08:00');
  expect([tasks[0]?.status, await states()]).toEqual(['cancelled', ['over']]);
});

test('where the right is missing the secretary gets the words, once a day', async () => {
  const { grid, wire, tasks, at } = await begun();
  wire.refusals.set('externalcontact/groupchat/list', [48_002, 48_002]);
  await at('2026-03-02T18:40:00+08:00');
  await at('2026-03-02T18:45:00+08:00');

  expect(tasks).toEqual([]);
  const told = await grid.postsTo(grid.role('grid_secretary').userid);
  expect(told.filter(text => text.includes('复制到居民的微信群里'))).toHaveLength(1);
});

test('one office-holder who is out of the app’s range keeps nobody else’s groups from being told', async () => {
  const { grid, wire, tasks, at } = await begun();
  const others = ['building_leader', 'grid_secretary', 'cashier'].map(role => grid.role(role as never).userid);
  const [owner = ''] = others;
  for (const other of others.slice(1)) wire.groups.outOfRange.add(other);
  wire.groups.groups.set('wrElm', owner);
  await at('2026-03-02T18:40:00+08:00');
  await at('2026-03-02T18:42:00+08:00');

  expect(tasks).toMatchObject([{ sender: owner, chatIds: ['wrOak', 'wrElm'] }]);
  expect(await grid.postsTo(grid.role('grid_secretary').userid)).not.toContainEqual(expect.stringContaining('复制'));
});

test.each([41_047, 48_002, 60_011])(
  'a task whose fate is refused with %d is given to its owner to paste like any that is not sent, and is over the next day',
  async errcode => {
    const { grid, wire, owner, at, states } = await begun();
    await at('2026-03-02T18:40:00+08:00');
    wire.refusals.set(
      'externalcontact/get_groupmsg_task',
      Array.from({ length: 99 }, () => errcode),
    );
    for (const time of ['18:50', '20:50', '21:15', '21:30']) await at(`2026-03-02T${time}:00+08:00`);
    expect(await states()).toEqual(['paste']);
    expect((await grid.postsTo(owner)).filter(text => text.includes('楼道刷不刷白'))).toHaveLength(1);

    await at('2026-03-03T17:45:00+08:00');
    expect(await states()).toEqual(['over']);
  },
);

test('a grid with a long name has its task all the same: the title of its link is cut', async () => {
  const { grid, tasks, at } = await begun();
  await grid.store.inUnit(async open => {
    const [one] = await open.grids.all();
    if (one) await changeGrid(await open.within(one), { name: '街道办事处社区居委会网格'.repeat(5) });
  }, byOperator(grid.now));
  await at('2026-03-02T18:40:00+08:00');

  expect(tasks).toHaveLength(1);
});

test('killed while a task is made, it is not made again: its owner gets the words and is told that it may be there', async () => {
  const { wire, tasks, at, states, aProcess } = await begun();
  const dies = aProcess(async (input, init) => {
    const answer = await wire.fetch(input, init);
    if (String(input).includes('add_msg_template')) throw new Error('killed');
    return answer;
  });
  await at('2026-03-02T18:40:00+08:00', dies);
  await at('2026-03-02T18:45:00+08:00', aProcess());

  expect(tasks).toHaveLength(1);
  expect(await states()).toEqual(['paste']);
});

test('who holds offices in two grids sends for neither: nothing says whose their groups are', async () => {
  const { grid, tasks, owner, at } = await begun();
  await grid.store.inUnit(async open => {
    const unit = await createGrid(open, { code: 'oak', name: '橡树', community: '橡树', now: grid.now });
    if (unit) await giveRole(unit, { userid: owner, role: 'grid_secretary', building: null });
  }, byOperator(grid.now));
  await at('2026-03-02T18:40:00+08:00');

  expect(tasks).toEqual([]);
});

test('who comes into a group under the name of a home is asked about it when they come, then the leader is: nothing is bound by a name', async () => {
  const { grid, wire, aProcess } = await begun({ isOpen: false });
  const door = aProcess();
  wire.groups.outsiders.set('wrOak', ['external-zhao', 'external-qian', 'external-sun']);
  wire.groups.nicknames
    .set('external-zhao', '1-2-301 赵敏')
    .set('external-qian', '开心就好')
    .set('external-sun', '9-9-999');
  await door.changed({ chatId: 'wrOak', change: 'update', detail: 'add_member' });
  await door.changed({ chatId: 'wrOak', change: 'update', detail: 'add_member' });
  await door.changed({ chatId: 'wrElm', change: 'update', detail: 'add_member' });

  expect(await grid.journal()).toEqual([]);
  const [zhao, qian, sun] = [await grid.outsider('zhao'), await grid.outsider('qian'), await grid.outsider('sun')];
  for (const stranger of [qian, sun]) expect(await stranger.opensPrivateChat()).toContain('还没有绑定住户');
  const asked = await zhao.opensPrivateChat();
  expect(asked).toMatch(/1号楼2单元301吗？/u);
  expect(asked).not.toContain('赵敏');
  expect(await zhao.says('是')).toContain('楼长确认');
  expect(await grid.journal()).toEqual(['member.ask']);
  expect((await grid.postsTo(grid.role('building_leader').userid)).join()).toContain('申请绑定');
  // Asked once; whoever says no is left alone.
  expect(await zhao.opensPrivateChat()).toContain('您好');
});

test('who is bound already is asked nothing, whatever they call themselves', async () => {
  const { grid, wire, aProcess } = await begun({ isOpen: false });
  const zhao = await grid.outsider('zhao');
  await grid.inUnit(async unit => {
    const [home] = await unit.members.present();
    const member = { gridId: unit.grid.id, userid: zhao.userid, name: '微信住户', householdId: home?.id ?? null };
    await unit.members.keep({ ...member, askedHouseholdId: null, boundAt: grid.now });
    unit.journal.add('member.bind', { by: 'test', at: grid.now });
  });
  wire.groups.outsiders.set('wrOak', ['external-zhao']);
  wire.groups.nicknames.set('external-zhao', '1-2-301');
  await aProcess().changed({ chatId: 'wrOak', change: 'create', detail: '' });

  expect(await zhao.opensPrivateChat()).toContain('您好');
});

test('a grid with groups gets one code and one greeting, of which the owner is told once; other groups later, the same code', async () => {
  const { grid, wire, owner, at, aProcess } = await begun({ isOpen: false });
  const { joins } = wire.groups;
  const link = 'https://work.weixin.qq.com/kf/kfc0?enc_scene=ENCg_yinshua';
  await grid.store.inUnit(open => open.kfLinks.keep({ gridId: 1, openKfId, url: link }));

  await at('2026-03-02T18:40:00+08:00');
  await at('2026-03-02T18:45:00+08:00');
  await at('2026-03-03T18:40:00+08:00', aProcess());

  expect([...joins.ways.values()]).toEqual([{ chats: ['wrOak'], state: 'g_yinshua' }]);
  expect([...joins.templates.values()]).toEqual([expect.stringContaining(link)]);
  const told = (await grid.postsTo(owner)).filter(text => text.includes('进群二维码'));
  expect(told).toEqual([expect.stringMatching(/https:\/\/qr\.example\/config-1\n入群欢迎语/u)]);
  wire.groups.groups.set('wrElm', owner);
  await at('2026-03-04T18:40:00+08:00', aProcess());
  expect([...joins.ways]).toEqual([['config-1', { chats: ['wrOak', 'wrElm'], state: 'g_yinshua' }]]);
  expect((await grid.postsTo(owner)).filter(text => text.includes('进群二维码'))).toHaveLength(1);
});

test('without 客服 there is a code and no greeting; where the right is missing there is neither, and the day goes on', async () => {
  const plain = await begun({ isOpen: false });
  await plain.at('2026-03-02T18:40:00+08:00');
  expect([plain.wire.groups.joins.ways.size, plain.wire.groups.joins.templates.size]).toEqual([1, 0]);

  const { wire, tasks, at } = await begun();
  wire.refusals.set('externalcontact/groupchat/add_join_way', [48_002]);
  await at('2026-03-02T18:40:00+08:00');
  expect([wire.groups.joins.ways.size, tasks.length]).toEqual([0, 1]);
});

test('who joined by a grid’s code is its guest, also in a group whose owner holds offices in two grids', async () => {
  const { grid, wire, owner, at, aProcess } = await begun({ isOpen: false });
  await at('2026-03-02T18:40:00+08:00');
  await grid.store.inUnit(async open => {
    const unit = await createGrid(open, { code: 'oak', name: '橡树', community: '橡树', now: grid.now });
    if (unit) await giveRole(unit, { userid: owner, role: 'grid_secretary', building: null });
  }, byOperator(grid.now));
  wire.groups.outsiders.set('wrOak', ['external-zhao', 'external-qian']);
  wire.groups.cameBy.set('external-zhao', 'config-1');
  await aProcess().changed({ chatId: 'wrOak', change: 'update', detail: 'add_member' });

  const [zhao, qian] = [await grid.outsider('zhao'), await grid.outsider('qian')];
  expect(await zhao.says('我的积分')).not.toContain('扫一下楼道海报');
  expect(await qian.says('我的积分')).toContain('扫一下楼道海报');
});
