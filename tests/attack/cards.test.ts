import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { Ballot } from '../../src/store/ballot/ballot.js';
import { Member } from '../../src/store/people/member.js';
import { Project } from '../../src/store/proposal/project.js';
import { secretOf } from '../../src/store/engine/secrets.js';
import { offices } from '../support/offices.js';
import { aNeighbourhood } from '../support/neighbourhood.js';
import { Wire } from '../support/wire.js';

/** A bot behind its real door, with a poll on a project whose plan is out, and the card that opened it. */
async function aPoll() {
  const wire = await Wire.open('sqlite::memory:', '2026-03-02T10:00:00+08:00');
  onTestFinished(() => wire.close());
  const { secretary, leader } = offices;
  await wire.says('r021', '提案：更换老化的电力线路，预算2万元');
  for (const userid of ['r022', 'r023', 'r024', 'r025']) await wire.says(userid, '附议1号');
  await wire.says(secretary, '1号定为迫切需求类');
  await wire.says(secretary, '是');
  for (const said of ['1号责任核查', '6', '1998年建成，已过保修']) await wire.says(secretary, said);
  await wire.says(secretary, '发布1号方案：更换全院电力线路，预算2万元');
  await wire.until('2026-03-20T10:00:00+08:00');
  const { card } = await wire.says(leader, '1号发起表决，3天后截止');
  return { wire, card };
}

function press(key: string, taskId: string, cardType = 'button_interaction') {
  const template_card_event = { card_type: cardType, event_key: key, task_id: taskId };
  return { msgtype: 'event', event: { eventtype: 'template_card_event', template_card_event } };
}

test('a key that no card offered does nothing, and neither does one of another card, chat or hand', async () => {
  const { wire, card } = await aPoll();
  const agree = card?.button_list?.find(({ text }) => text === '同意')?.key ?? '';
  const taskId = card?.task_id ?? '';
  expect(agree).toMatch(/^poll\.vote .*~[\w-]{22}$/);
  const count = () => wire.store.dataSource.manager.count(Ballot);

  const forged = [
    ['poll.vote {"no":1,"choice":"agree"}', taskId],
    ['project.cancel {"no":1,"reason":"不要了"}', taskId],
    ['data.erase', taskId],
    [agree.replace('agree', 'disagree'), taskId],
    [agree.replace(/.$/, sign => (sign === 'A' ? 'B' : 'A')), taskId],
    [agree, `${taskId}0`],
    [agree.slice(0, -1), taskId],
  ] as const;
  for (const [key, task] of forged) expect(await wire.deliver('r021', press(key, task)), key).toEqual({ text: '' });
  expect(await wire.deliver('r021', press(agree, taskId), { chat: 'single' })).toEqual({ text: '' });
  expect(await count()).toBe(0);

  await wire.deliver('r021', press(agree, taskId));
  expect(await count()).toBe(1);
});

test('what is ticked changes nothing that the key under the seal says', async () => {
  const { wire, card } = await aPoll();
  const agree = card?.button_list?.find(({ text }) => text === '同意')?.key ?? '';
  const pressed = press(agree, card?.task_id ?? '');
  const ticked = { question_key: 'choice', option_ids: { option_id: ['disagree'] } };
  Object.assign(pressed.event.template_card_event, { selected_items: { selected_item: [ticked] } });

  await wire.deliver('r021', pressed);

  expect((await wire.store.dataSource.manager.find(Ballot)).map(({ choice }) => choice)).toEqual(['agree']);
});

test('a card from before another plan and a new poll shows the present state and votes in nothing', async () => {
  const { wire, card } = await aPoll();
  const { manager } = wire.store.dataSource;
  // The plan was published anew since, by whatever way.
  await manager.update(Project, { no: 1 }, { planVersion: 7 });

  const answer = await wire.presses('r021', card, '同意');

  expect(JSON.stringify(answer)).toContain('这是以前的卡片，没有记');
  expect(await manager.count(Ballot)).toBe(0);
});

test('what asks once more in words asks once more after a press, and 是 does it', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(21);
  const body = {
    kind: 'pressed' as const,
    press: { taskId: 't', cardType: 'button_interaction', intent: 'data.erase', slots: {}, revision: '' },
  };
  const isKnown = async () => grid.store.dataSource.manager.existsBy(Member, { userid: resident.userid });

  const asked = await grid.deliver(resident.userid, body);

  expect(asked.text).toContain('确定删除吗？回复“是”确认');
  expect(await isKnown()).toBe(true);
  expect(await resident.says('是')).toContain('已删除');
  expect(await isKnown()).toBe(false);
});

test('another record’s keys are none', async () => {
  const [one, other] = [await aPoll(), await aPoll()];
  const foreign = other.card?.button_list?.[0]?.key ?? '';

  expect(one.card?.button_list?.[0]?.key).not.toBe(foreign);
  expect(await one.wire.deliver('r021', press(foreign, one.card?.task_id ?? ''))).toEqual({ text: '' });
  // The record keeps the key: whoever opens it again knows the cards that are out.
  const kept = async () => secretOf(one.wire.store, 'cards', randomBytes);
  expect(await kept()).toEqual(await kept());
});
