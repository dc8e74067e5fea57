import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { formsDue } from '../../../src/operations/ballot/paper-forms.js';
import { pollCard } from '../../../src/publish/poll/poll-card.js';
import { exportPoll } from '../../../src/publish/poll/export-poll.js';
import { runGrid } from '../../../src/process/commands/grid.js';
import { type CountSheet, recount } from '../../../src/domain/ballot/count-sheet.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const article = '第十二条 表决票送达后没有表决的，视为弃权。';

async function aGrid(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
  return grid;
}

async function operator(grid: Neighbourhood, text: string | null, ...options: string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-rules-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'article.txt');
  if (text !== null) writeFileSync(file, text);
  const lines: string[] = [];
  const argv = ['rules', 'yinshua', ...(text === null ? [] : [file]), ...options];
  await runGrid(grid.store, argv, { now: grid.now, print: line => lines.push(line) });
  return lines.join('\n');
}

/** 70 agree, and the ballots of the first `served` of 118 were delivered. */
async function aCount(grid: Neighbourhood, served: number, opening = '1号发起业主表决，10天后截止'): Promise<string> {
  const leader = grid.role('building_leader');
  await leader.says(opening);
  for (let index = 0; index < 70; index += 1) await grid.resident(index).says('1号同意');
  for (let index = 0; index < served; index += 1) {
    const { building, unit, room } = grid.resident(index).known ?? { building: 0, unit: 0, room: '' };
    await leader.says(`1号送达：${building}号楼${unit}单元${room} 当面`);
  }
  await grid.until('2026-03-29T10:00:00+08:00');
  return (await grid.posts()).find(text => text.includes('结果公告')) ?? '';
}

test('silence counts for nothing unless adopted rules with their text say so', async () => {
  const grid = await aGrid();
  expect(await operator(grid, null, '--silence', 'deemed_abstain')).toContain('adopted article');
  expect(await operator(grid, '短', '--silence', 'deemed_abstain')).toContain('adopted article');
  expect(await operator(grid, article, '--silence', 'whatever')).toContain('--silence is one of');

  expect(await aCount(grid, 118)).toMatch(/参与：70\/118人[^]*未达到三分之二[^]*未通过/u);
});

test('with adopted rules the ballot warns, both tallies are published, and the sheet recounts', async () => {
  const grid = await aGrid();
  await operator(grid, article, '--silence', 'deemed_abstain');
  const notice = await aCount(grid, 100);

  expect((await grid.posts()).find(text => text.includes('【表决通知】'))).toContain(
    `依本小区议事规则“${article}”，送达后没有表决的，按弃权处理`,
  );
  expect(notice).toContain('不计未表决的：参与70/118人，同意70人');
  expect(notice).toContain('参与100/118人，同意70人（70%）');
  expect(notice).toContain('**通过**');
  const sheet = (await grid.inUnit(unit => exportPoll(unit, 1, () => 0.5))) as CountSheet;
  const { holds, steps } = recount(sheet);
  expect(holds).toBe(true);
  expect(steps.join('\n')).toContain('计入已送达未表决的：参加100/118人');
});

test('a major matter never counts silence, whatever was adopted', async () => {
  const grid = await aGrid();
  await operator(grid, article, '--silence', 'follow_majority');
  const notice = await aCount(grid, 118, '1号发起业主重大事项表决，10天后截止');

  expect(notice).not.toContain('不计未表决的');
  expect(notice).toContain('未通过');
});

test('where only signed paper is of record, chat is an opinion', async () => {
  const grid = await aGrid();
  await operator(grid, '第三条 业主表决以签名纸票为准。', '--record-mode', 'paper_of_record');
  const notice = await aCount(grid, 0);

  expect((await grid.posts()).find(text => text.includes('【表决通知】'))).toContain('以签名纸票为准');
  expect(notice).toContain('参与：0/118人');
});

test('who votes in chat where signed paper is of record hears that the paper counts, and elsewhere hears nothing of it', async () => {
  const grid = await aGrid();
  await operator(grid, '第三条 业主表决以签名纸票为准。', '--record-mode', 'paper_of_record');
  await aProject(grid, {
    title: '换水管',
    state: 'plan_published',
    planPublishedAt: new Date('2026-03-02T15:30:00+08:00'),
  });
  const leader = grid.role('building_leader');
  await leader.says('1号发起业主表决，10天后截止');
  await leader.says('2号发起表决，10天后截止');

  expect(await grid.resident(40).says('1号同意', { chat: 'single' })).toContain('请找楼长领1号的纸票签名');
  expect(await grid.resident(41).says('1号反对')).toContain('以纸票为准');
  expect(await grid.resident(40).says('2号同意', { chat: 'single' })).not.toContain('纸票');
});

test.each([
  ['1号送达：9号楼1单元101 当面', '花名册里没有'],
  ['2号送达：1号楼1单元101 当面', '没有2号表决'],
])('“%s” is refused', async (said, sentence) => {
  const grid = await aGrid();
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');

  expect(await grid.role('building_leader').says(said)).toContain(sentence);
});

/** A vote in which silence counts, open until 28 March at 23:59. */
async function aSilentVote(): Promise<Neighbourhood> {
  const grid = await aGrid();
  await operator(grid, article, '--silence', 'deemed_abstain');
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  return grid;
}

const reached = (grid: Neighbourhood): Promise<number> =>
  grid.inUnit(async unit => (await unit.papers.deliveries(1)).length);

test.each([
  ['群聊', '2026-03-18T09:00:00+08:00', '群聊、短信不算送达'],
  ['短信', '2026-03-18T09:00:00+08:00', '群聊、短信不算送达'],
  ['贴门', '2026-03-18T09:00:00+08:00', '照片'],
  ['挂号信', '2026-03-18T09:00:00+08:00', '照片'],
  ['当面', '2026-03-28T10:00:00+08:00', '晚了来不及看'],
  ['公示栏', '2026-03-24T10:00:00+08:00', '晚了来不及看'],
])('where silence counts nobody is reached by %s at %s', async (how, at, sentence) => {
  const grid = await aSilentVote();
  grid.now = new Date(at);

  expect(await grid.role('building_leader').says(`1号送达：2号楼1单元301 ${how}`, { chat: 'single' })).toContain(
    sentence,
  );

  expect(await reached(grid)).toBe(0);
});

test('what was left at a door is seen on a picture, and what is handed over needs none', async () => {
  const grid = await aSilentVote();
  const leader = grid.role('building_leader');
  await leader.sends('门上的表决票');

  expect(await leader.says('1号送达：2号楼1单元301 贴门', { chat: 'single' })).toContain('送达已记');
  expect(await leader.says('1号送达：2号楼1单元302 当面', { chat: 'single' })).toContain('送达已记');

  expect(await reached(grid)).toBe(2);
});

test('every ballot says what silence means: the card and the form on paper', async () => {
  const grid = await aSilentVote();
  const { card, form } = await grid.inUnit(async unit => {
    const poll = await unit.polls.byNo(1);
    const [sheet] = await formsDue(unit, '1', grid.now);
    return { card: poll && pollCard(poll, { now: grid.now }), form: sheet };
  });

  expect(card?.text).toContain('送达后没有表决的，按弃权处理');
  expect(form?.note).toBe('送达后没有表决的，按弃权处理。');
});
