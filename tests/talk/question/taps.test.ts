import { expect, test } from 'vitest';
import { loadIntents } from '../../../src/process/registry.js';
import { tapCard, answerButtons } from '../../../src/talk/question/taps.js';
import { templateCard } from '../../../src/wecom/faces/cards.js';
import type { Button, Card } from '../../../src/talk/reply.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject, theProject, unplanned } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;
const texts = (card: Card | undefined): string[] => (card?.buttons ?? []).map(({ text }) => text);

async function aTopic(
  changes: Parameters<typeof aProject>[1] = {},
): Promise<{ grid: Neighbourhood; secretary: Person }> {
  const grid = await aNeighbourhood();
  await aProject(grid, { ...unplanned, ...changes });
  return { grid, secretary: grid.role('grid_secretary') };
}

test('every closed choice of every deed fits on a card when it is asked for, whichever page it stands on', async () => {
  for (const [name, { slots }] of await loadIntents())
    for (const [slot, { field }] of Object.entries(slots)) {
      if (!field.choices) continue;
      const buttons = answerButtons(field.choices, { asked: 1, asks: slot });
      const shown = new Set<string>();
      for (let page = 0; page < 4; page += 1) {
        const card = tapCard(buttons, { asked: 1, asks: slot, page });
        const template = card && templateCard(card, { taskId: 'tap@1', update: false });
        expect([name, slot, template?.card_type]).toEqual([name, slot, 'button_interaction']);
        for (const { text } of card?.buttons ?? []) shown.add(text);
        if (buttons.length <= 6) break;
      }
      for (const { text } of buttons) expect([...shown]).toContain(text);
    }
});

/** A plan that is prepared: publishing it asks once more. */
async function aDraft(): Promise<{ grid: Neighbourhood; secretary: Person }> {
  const { grid, secretary } = await aTopic();
  for (const said of ['1号做法：换成声控灯', '1号预算明细：材料1200元，人工800元'])
    await secretary.says(said, inPrivate);
  return { grid, secretary };
}

test('what is read back is answered by one tap: yes does it, no leaves no trace', async () => {
  const { grid, secretary } = await aDraft();
  await secretary.says('公示1号方案', inPrivate);
  expect(texts(secretary.last.card)).toEqual(['是', '不是']);
  const { card } = secretary.last;

  await secretary.presses(card, '不是', inPrivate);
  expect(secretary.last.text).toContain('没有记');

  // The card of a question that is over does nothing.
  await secretary.presses(card, '是', inPrivate);
  expect(secretary.last.text).toContain('这一下没有记');
  expect(await grid.posts()).toEqual([]);
});

test('a vote: from what waits to the ballot by two taps, in a poll of yes or no and in one with options of its own', async () => {
  const { grid, secretary } = await aTopic();
  await secretary.says('发起投票：楼道刷什么颜色，选项白色、米黄，3天后截止');
  await secretary.says('是');
  await secretary.says('发起投票：要不要装门禁，3天后截止');
  await secretary.says('是');
  const voter = grid.resident(40);
  for (const [no, choice] of [
    [2, '米黄'],
    [3, '反对'],
  ] as const) {
    await voter.says(`${no}号投票`, inPrivate);
    await voter.presses(voter.last.card, choice, inPrivate);
    expect(voter.last.card?.title).toBe(`您家已投：${choice}`);
  }
  expect((await grid.journal()).filter(deed => deed === 'poll.vote')).toHaveLength(2);
});

test('the class: three buttons, one press', async () => {
  const { grid, secretary } = await aTopic({ state: 'topic_proposed', fundingClass: null });
  await secretary.says('待办', inPrivate);
  const button = texts(secretary.last.card).find(text => text.includes('确定选题')) ?? '';
  await secretary.presses(secretary.last.card, button, inPrivate);
  expect(texts(secretary.last.card)).toEqual(['迫切需求类', '轻量影响类', '品质提升类']);

  await secretary.presses(secretary.last.card, '轻量影响类', inPrivate);

  expect(await theProject(grid, 1)).toMatchObject({ state: 'topic_selected', fundingClass: 'light' });
});

test('the payer check: seven choices on two pages, then the evidence in words', async () => {
  const { grid, secretary } = await aTopic({ payerCheck: null });
  await secretary.says('1号责任核查', inPrivate);
  expect(texts(secretary.last.card).at(-1)).toBe('看其余的');
  const [first] = texts(secretary.last.card);
  await secretary.presses(secretary.last.card, '看其余的', inPrivate);
  const owners = texts(secretary.last.card).find(text => text.startsWith('6 ')) ?? '';
  await secretary.presses(secretary.last.card, '看其余的', inPrivate);
  expect(texts(secretary.last.card)[0]).toBe(first);
  await secretary.presses(secretary.last.card, '看其余的', inPrivate);

  await secretary.presses(secretary.last.card, owners, inPrivate);
  await secretary.says('1998年建成，已过保修', inPrivate);

  expect((await theProject(grid, 1)).payerCheck).toMatchObject({ answer: 'owners' });
});

test('the track: three questions, three presses', async () => {
  const { grid, secretary } = await aTopic();
  await secretary.says('1号怎么表决', inPrivate);
  for (const beginning of ['修东西', '居民自愿出', '不动房子']) {
    const wanted = (): string | undefined => texts(secretary.last.card).find(text => text.startsWith(beginning));
    await secretary.presses(secretary.last.card, wanted() ?? '看其余的', inPrivate);
  }

  expect((await theProject(grid, 1)).track).toBe('residents_meeting');
});

test('a pledge: usual sums and the cap, and in private the own share; another sum is typed', async () => {
  const { grid } = await aTopic({
    state: 'pledging',
    budgetFen: 1_180_000,
    planText: '换灯',
    planVersion: 1,
    allocation: { method: 'equal' },
    round: { capFen: 20_000 },
  });
  const resident = grid.resident(40);

  await resident.says('我要认捐', inPrivate);
  if (resident.last.text.includes('几号')) await resident.says('1号', inPrivate);
  expect(texts(resident.last.card)).toEqual(['我家100元', '50元', '200元']);

  await resident.says('取消', inPrivate);
  await resident.says('待办', inPrivate);
  const offer = texts(resident.last.card).find(text => text.includes('认捐')) ?? '';
  await resident.presses(resident.last.card, offer, inPrivate);
  expect(texts(resident.last.card)).toEqual(['我家100元', '50元', '200元']);
  await resident.presses(resident.last.card, '我家100元', inPrivate);
  expect(resident.last.text).toContain('认捐100元');
});

test('of several matters the number is tapped, and a rating too', async () => {
  const { grid } = await aTopic({ state: 'accepted', acceptedAt: new Date('2026-03-01T10:00:00+08:00'), budgetFen: 1 });
  const rater = grid.resident(40);
  await rater.says('待办', inPrivate);
  const offer = texts(rater.last.card).find(text => text.includes('打分')) ?? '';

  await rater.presses(rater.last.card, offer, inPrivate);
  expect(texts(rater.last.card)).toEqual(['5分', '4分', '3分', '2分', '1分']);
  await rater.presses(rater.last.card, '5分', inPrivate);

  expect(rater.last.text).toContain('打了5分');
});

test('in the group only whoever was asked answers by the card; it changes for nobody else’s matter', async () => {
  const { grid, secretary } = await aDraft();
  await secretary.says('公示1号方案');
  const { card } = secretary.last;
  const deputy = grid.role('grid_deputy');

  await deputy.presses(card, '是');
  expect(deputy.last.text).toContain('它问的不是您');
  expect(await grid.posts()).toEqual([]);

  await secretary.presses(card, '是');
  expect((await grid.posts())[0]).toContain('【方案公示】1号');
});

test('what asks twice in words asks twice after a press: publishing a prepared plan', async () => {
  const { grid, secretary } = await aDraft();
  await secretary.presses(secretary.last.card, '公示', inPrivate);
  expect(await grid.posts()).toEqual([]);
  await secretary.presses(secretary.last.card, '是', inPrivate);

  expect((await grid.posts())[0]).toContain('【方案公示】1号');
});

test('an offer from before another plan does nothing, and shows how it stands', async () => {
  const { grid, secretary } = await aTopic();
  await secretary.says('待办', inPrivate);
  const { card } = secretary.last;
  const button = (card?.buttons ?? []).find(({ slots }: Button) => slots?.['no'] === 1);
  await secretary.says('发布1号方案：换成声控灯，预算2000元');
  const before = await grid.journal();

  await secretary.presses(card, button?.text ?? '', inPrivate);

  expect(secretary.last.text).toContain('这是以前的卡片，没有记');
  expect(await grid.journal()).toEqual(before);
});

test('a long list is turned over card by card, and every offer of it is tapped as it is typed', async () => {
  const { grid, secretary } = await aTopic();
  for (let count = 0; count < 2; count += 1) await aProject(grid, unplanned);
  const list = await secretary.says('待办', inPrivate);
  const count = list.split('\n').filter(line => /^\d+\. /u.test(line)).length;
  expect(count).toBeGreaterThan(6);

  const seen = new Set<string>();
  for (let page = 0; page < 4; page += 1) {
    for (const text of texts(secretary.last.card)) seen.add(text.split(' ')[0] ?? '');
    await secretary.presses(secretary.last.card, '看其余的', inPrivate);
  }
  expect(seen).toEqual(new Set([...Array.from({ length: count }, (_, index) => String(index + 1)), '看其余的']));
});

test('help on a subject or a deed has what is possible now as buttons, in private alone', async () => {
  const { grid } = await aTopic({ state: 'pledging', budgetFen: 1_180_000, planText: '换灯', planVersion: 1 });
  const resident = grid.resident(40);
  for (const asked of ['帮助 认捐', '怎么认捐']) {
    await resident.says(asked, inPrivate);
    expect(resident.last.card?.facts?.[0]?.value).toMatch(/^自愿认捐，还差11,800元/u);
    expect(texts(resident.last.card)[0]).toMatch(/^1 自愿认捐/u);
  }
  await resident.presses(resident.last.card, texts(resident.last.card)[0] ?? '', inPrivate);
  expect(resident.last.text).toContain('多少钱');
  await grid.resident(41).says('帮助 认捐');
  expect(texts(grid.resident(41).last.card)).toEqual([]);
});

test('a photo that comes alone is asked about with what waits for one: a touch says what it is', async () => {
  const { grid } = await aTopic({ state: 'in_progress', budgetFen: 300_000 });
  const leader = grid.role('building_leader');
  await leader.sends('沟');

  const report = texts(leader.last.card).find(text => text.includes('报施工进度')) ?? '';
  await leader.presses(leader.last.card, report, inPrivate);
  await leader.says('挖沟，完成30%', inPrivate);
  if (texts(leader.last.card).includes('是')) await leader.presses(leader.last.card, '是', inPrivate);

  const project = await theProject(grid, 1);
  expect(project.percent).toBe(30);
  const notes = await grid.inUnit(unit => unit.works.notes(project.id));
  expect(notes.map(({ kind, photos }) => [kind, photos?.length])).toEqual([['progress', 1]]);
});
