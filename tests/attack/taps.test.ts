import { expect, onTestFinished, test } from 'vitest';
import { Project } from '../../src/store/proposal/project.js';
import { offices } from '../support/offices.js';
import { type Shown, Wire } from '../support/wire.js';

const { secretary } = offices;

/** A bot behind its real door, with a topic that waits for its class and payer check. */
async function aTopic(): Promise<Wire> {
  const wire = await Wire.open('sqlite::memory:', '2026-03-02T10:00:00+08:00');
  onTestFinished(() => wire.close());
  await wire.says('r021', '提案：更换老化的电力线路，预算2万元');
  for (const userid of ['r022', 'r023', 'r024', 'r025']) await wire.says(userid, '附议1号');
  return wire;
}

const stateOf = async (wire: Wire): Promise<string> =>
  (await wire.store.dataSource.manager.findOneByOrFail(Project, { no: 1 })).state;

function press(key: string, taskId: string) {
  const template_card_event = { card_type: 'button_interaction', event_key: key, task_id: taskId };
  return { msgtype: 'event', event: { eventtype: 'template_card_event', template_card_event } };
}

const keyOf = (card: Shown['card'], text: string): string =>
  card?.button_list?.find(button => button.text.startsWith(text))?.key ?? '';

test('a list and a question come with a card over the wire, and the pressed card becomes the next question', async () => {
  const wire = await aTopic();
  const say = (content: string) => wire.deliver(secretary, { msgtype: 'text', text: { content } }, { chat: 'single' });
  const tap = ({ card }: Shown, text: string) =>
    wire.deliver(secretary, press(keyOf(card, text), card?.task_id ?? ''), { chat: 'single' });

  const list = await say('待办');
  expect(list.text).toContain('1. 1号');
  expect(list.card?.card_type).toBe('button_interaction');
  const which = await tap(list, list.card?.button_list?.find(({ text }) => text.includes('确定选题'))?.text ?? '-');
  expect(which.card?.task_id).toBe(list.card?.task_id);
  expect(which.card?.button_list?.map(({ text }) => text)).toEqual(['迫切需求类', '轻量影响类', '品质提升类']);

  const done = await tap(which, '迫切需求类');

  expect(await stateOf(wire)).toBe('topic_selected');
  expect(JSON.stringify(done.card)).toContain('选题已确定');
});

test('neighbours second a proposal by a tap on the card under it in the group, one household once', async () => {
  const wire = await Wire.open('sqlite::memory:', '2026-03-02T10:00:00+08:00');
  onTestFinished(() => wire.close());
  const { card } = await wire.says('r021', '提案：更换老化的电力线路，预算2万元');
  expect(card?.button_list?.map(({ text }) => text)).toEqual(['附议']);

  for (const userid of ['r022', 'r023', 'r023', 'r024']) await wire.presses(userid, card, '附议');
  expect(await stateOf(wire)).toBe('issue_reported');
  const last = await wire.presses('r025', card, '附议');

  expect(JSON.stringify(last.card)).toContain('成为议题');
  expect(await stateOf(wire)).toBe('topic_proposed');
});

test('the key of an answer is bound to its card, to whoever got it and to its question: forged, moved or late it does nothing', async () => {
  const wire = await aTopic();
  const asked = await wire.says(secretary, '1号怎么表决');
  const { card } = asked;
  const [first = ''] = card?.button_list?.map(({ text }) => text) ?? [];
  const key = keyOf(card, first);
  const taskId = card?.task_id ?? '';
  expect(key).toMatch(/^question\.answer .*~[\w-]{22}$/u);

  for (const [forged, task] of [
    ['question.answer {"asked":1,"value":"works"}', taskId],
    [key.replace('works', 'opinion'), taskId],
    [key, `${taskId}0`],
    [key.slice(0, -1), taskId],
  ] as const)
    expect(await wire.deliver(secretary, press(forged, task)), forged).toEqual({ text: '' });
  expect(await wire.deliver(secretary, press(key, taskId), { chat: 'single' })).toEqual({ text: '' });
  // In the group anybody sees the card, and only whoever was asked answers by it.
  expect(JSON.stringify(await wire.presses('r030', card, first))).toContain('没有记');

  const second = await wire.presses(secretary, card, first);
  expect(JSON.stringify(second)).toContain('第二问');
  // The first question is over: its key answers nothing any more.
  expect(JSON.stringify(await wire.deliver(secretary, press(key, taskId)))).toContain('没有记');
});
