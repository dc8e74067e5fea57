import { expect, test } from 'vitest';
import { loadIntents } from '../../../src/process/registry.js';
import { formOf } from '../../../src/talk/form/form.js';
import { labels } from '../../../src/talk/form/labels.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const intents = await loadIntents();

test('every slot of every deed has a field with a label, and no label is said for nothing', () => {
  const names = [...intents.values()].flatMap(({ slots }) => Object.keys(slots));

  expect([...new Set(names)].toSorted()).toEqual(Object.keys(labels).toSorted());
  for (const [name, intent] of intents) {
    const { title, fields } = formOf(intent, { name });
    // Flags that exclude one another are one choice.
    const own = Object.entries(intent.slots).filter(([, { field }]) => field.insteadOf === undefined);
    expect(fields.map(field => field.name)).toEqual(own.map(([slot]) => slot));
    expect(title, name).not.toBe('');
    for (const { name: slot, kind, choices, hint } of fields) {
      // What the state of a matter offers is seen in its form.
      if (kind === 'choice' && !intent.slots[slot]?.field.offered) expect(choices.length, name).toBeGreaterThan(0);
      expect(hint, name).not.toMatch(/回复|例如$|[“]$/u);
    }
  }
});

async function withPoll() {
  const grid = await aNeighbourhood({ now: '2026-03-04T09:00:00+08:00', households: 60 });
  await grid.role('grid_secretary').says('发起投票：楼道刷什么颜色，选项白色、米黄，明晚八点截止');
  await grid.role('grid_secretary').says('是');
  return grid;
}

test('a form is read back as it was understood, and the yes does the deed once', async () => {
  const grid = await withPoll();
  const resident = grid.resident(20);

  const first = await resident.fills('poll.vote', { no: '1号', choice: '米黄' }, { id: 'desk:1' });
  expect(first.outcome).toMatchObject({ kind: 'readBack', yes: 'read', typed: { no: '1', choice: '米黄' } });
  expect(await grid.journal()).not.toContain('poll.vote');
  const done = await resident.handsIn('poll.vote', { no: '1号', choice: '米黄' }, { id: 'desk:1' });
  expect(done.text).toContain('投了米黄');
  expect(done.outcome).toEqual({ kind: 'done' });
  const again = await resident.handsIn('poll.vote', { no: '1号', choice: '白色' }, { id: 'desk:1' });

  expect(again).toEqual({ ...done, outcome: { kind: 'done', again: true } });
  expect((await grid.journal()).filter(deed => deed === 'poll.vote')).toHaveLength(1);
});

test.each([
  ['pledge.money', { no: '1', amount: '两三百' }, 'amount'],
  ['pledge.money', { no: '1', amount: '200太多了' }, 'amount'],
  ['pledge.money', { no: '十二楼', amount: '200' }, 'no'],
  ['pledge.money', { no: ['1', '2'], amount: '200' }, 'no'],
  ['pledge.money', { no: '1' }, 'amount'],
  ['proposal.classify', { no: '1', class: '紧急' }, 'class'],
])('%s filled in with %j says beside the field what is wrong, and nothing is done', async (intent, slots, field) => {
  const grid = await aNeighbourhood({ households: 60 });
  const before = await grid.journal();

  const { outcome } = await grid.role('grid_secretary').handsIn(intent, slots);

  expect(outcome?.kind === 'asked' && Object.keys(outcome.slots)).toEqual([field]);
  expect(await grid.journal()).toEqual(before);
});

test('an open question in the chat is not touched by a form', async () => {
  const grid = await withPoll();
  const resident = grid.resident(20);
  await resident.says('退出积分', { chat: 'single' });

  await resident.handsIn('poll.vote', { no: '1', choice: '白色' });

  expect(await resident.says('是', { chat: 'single' })).toContain('已退出积分');
});

test('what the form does not have counts as nothing and is named; 10,000 lines are not read', async () => {
  const grid = await withPoll();
  const resident = grid.resident(20);

  const { text } = await resident.fills('poll.vote', { no: '1', choice: '白色', household: '7', constructor: '1' });
  expect(text).toContain('表里没有“household、constructor”这一栏，没有算。');
  const long = await resident.fills('poll.vote', { no: '1', choice: Array.from({ length: 10_000 }, () => '白色') });

  expect(long).toMatchObject({ outcome: { kind: 'refused' }, text: expect.stringContaining('太长') });
});

test('a role taken back, a form of no deed and a form from before a change are refused', async () => {
  const grid = await withPoll();
  await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
  const resident = grid.resident(20);

  expect(await resident.fills('spend.approve', { request: '1' })).toMatchObject({ outcome: { kind: 'refused' } });
  expect((await resident.fills('no.such', {})).text).toContain('没有这张表');
  const read = await resident.fills('poll.vote', { no: '1', choice: '白色' });
  const revision = read.outcome?.kind === 'readBack' ? read.outcome.revision : '';
  const stale = await resident.fills(
    'poll.vote',
    { no: '1', choice: '白色' },
    { revision: `${revision}9`, yes: 'read' },
  );

  expect(revision).toMatch(/^1\/p\d+v\d+$/);
  expect(stale).toMatchObject({ outcome: { kind: 'refused' }, text: expect.stringContaining('没有记') });
  expect(await grid.journal()).not.toContain('poll.vote');
});

test('“tomorrow evening” means the same evening when it is confirmed after midnight', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-04T23:50:00+08:00', households: 60 });
  const secretary = grid.role('grid_secretary');
  const slots = { question: '楼道刷什么颜色', options: '白色\n米黄', deadline: '明晚八点' };

  const read = await secretary.fills('poll.open', slots);
  grid.now = new Date('2026-03-05T00:10:00+08:00');
  const { typed, yes, revision } = read.outcome?.kind === 'readBack' ? read.outcome : expect.fail(read.text);
  await secretary.fills('poll.open', typed, { yes, revision });

  const poll = await grid.inUnit(unit => unit.polls.byNo(1));
  expect(poll).toMatchObject({ options: ['白色', '米黄'], closesAt: new Date('2026-03-05T20:00:00+08:00') });
});
