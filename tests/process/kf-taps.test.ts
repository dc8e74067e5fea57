import { expect, test } from 'vitest';
import type { Reply } from '../../src/talk/reply.js';
import { revisionOf } from '../../src/talk/revision.js';
import { aKfDoor } from '../support/kf.js';
import { aNeighbourhood } from '../support/neighbourhood.js';

test('a menu is tapped by its row; the same row again does nothing, and a forwarded one nothing at all', async () => {
  const grid = await aNeighbourhood();
  const { kf, aProcess } = aKfDoor(grid);
  const card = async (): Promise<Reply> => {
    const revision = await grid.inUnit(unit => revisionOf(unit, { no: 1 }));
    const buttons = [{ text: '我家附议', intent: 'proposal.support', slots: { no: 1 }, revision }];
    return { text: '**1号**提案', card: { about: 'prop-1', title: '楼道灯', buttons } };
  };
  const door = aProcess({
    answer: next => async message =>
      message.body.kind === 'said' && message.body.text === '看1号' ? card() : next(message),
  });
  await door.run();
  const after = async (external: string): Promise<string[]> => {
    grid.now = new Date(grid.now.getTime() + 61_000);
    await door.ring('');
    await door.run();
    return kf.shownTo(external).map(({ text }) => text);
  };
  kf.say('wm-r010', '提议：楼道灯修一下');
  kf.say('wm-r011', '看1号');
  await after('wm-r011');
  const menu = kf.shownTo('wm-r011').at(-1);
  const row = menu?.rows[0] ?? { id: '', content: '' };
  expect(menu).toMatchObject({ msgtype: 'msgmenu', text: '1号提案\n楼道灯', rows: [{ content: '我家附议' }] });
  kf.tap('wm-r012', row);
  const forwarded = await after('wm-r012');
  expect(forwarded.at(-1)).toContain('不是发给您的');
  kf.tap('wm-r011', row);
  await after('wm-r011');
  kf.tap('wm-r011', row);
  const shown = await after('wm-r011');

  expect(shown.at(-1)).toContain('没有再记一次');
  expect(await grid.journal()).toEqual(['proposal.open', 'proposal.support']);
});

test('a row whose first tap was refused may be tapped again: nothing was done by it', async () => {
  const grid = await aNeighbourhood();
  const { kf, aProcess } = aKfDoor(grid);
  const buttons = [{ text: '我家附议', intent: 'proposal.support', slots: { no: 1 }, revision: 'p0v0' }];
  let isOpen = false;
  const door = aProcess({
    answer: next => async message => {
      if (message.body.kind === 'said') return { text: '看', card: { about: 'prop-1', title: '楼道灯', buttons } };
      return isOpen ? next(message) : { text: '您发得太快了，这一条没有记。请过一分钟再说。' };
    },
  });
  await door.run();
  await grid.resident('r100').says('提议：楼道灯修一下', { chat: 'single' });
  kf.say('wm-r011', '看1号');
  await door.ring('');
  await door.run();
  const row = kf.shownTo('wm-r011')[0]?.rows[0] ?? { id: '', content: '' };
  for (const open of [false, true, true]) {
    isOpen = open;
    kf.tap('wm-r011', row);
    await door.ring('');
    await door.run();
  }

  expect(kf.shownTo('wm-r011').at(-1)?.text).toContain('没有再记一次');
  expect((await grid.journal()).filter(deed => deed === 'proposal.support')).toHaveLength(1);
});

test('a question is answered by a tap on 是: once, by the one it was put to, and never a later question', async () => {
  const grid = await aNeighbourhood();
  const { kf, aProcess } = aKfDoor(grid);
  const door = aProcess();
  await door.run();
  const last = (who = 'wm-r050') => kf.shownTo(who).at(-1);
  const after = async (): Promise<string> => {
    grid.now = new Date(grid.now.getTime() + 61_000);
    await door.ring('');
    await door.run();
    return last()?.text ?? '';
  };
  kf.say('wm-r050', '删除我的数据');
  expect(await after()).toContain('确定删除吗');
  const [yes, no] = last()?.rows ?? [];
  if (!yes || !no) throw new Error('no rows');
  expect([yes.content, no.content]).toEqual(['是', '不是']);

  kf.tap('wm-r011', yes);
  await after();
  expect(last('wm-r011')?.text).toContain('不是发给您的');
  kf.tap('wm-r050', no);
  expect(await after()).toContain('没有记');
  kf.say('wm-r050', '删除我的数据');
  await after();
  kf.tap('wm-r050', yes);
  expect(await after()).toContain('已经过去了');
  expect(await grid.journal()).toEqual([]);

  const again = kf.shownTo('wm-r050').findLast(shown => shown.rows.length > 0)?.rows[0];
  if (!again) throw new Error('no rows');
  kf.tap('wm-r050', again);
  expect(await after()).toContain('已删除');
  kf.tap('wm-r050', again);
  expect(await after()).toContain('已经点过了');
  expect(await grid.journal()).toEqual(['data.erase']);
});
