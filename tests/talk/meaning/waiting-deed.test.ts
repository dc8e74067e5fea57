import { expect, test } from 'vitest';
import type { RoleId } from '../../../src/domain/permissions.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, asksToPay, received, supervised, theProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

const works = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const { id } = await aProject(grid, { title: '修岗亭', state: 'in_progress', percent: 20 });
  await received(grid, await theProject(grid, 1), { fen: 300_000 });
  await supervised(grid, id);
  return grid;
});
const asked = playedOnce(async () => {
  const grid = await works();
  await asksToPay(grid, '1号申请支出450元：门轴两副，付给永固五金');
  return grid;
});
const approved = playedOnce(async () => {
  const grid = await asked();
  await grid.role('bookkeeper').says('核对申请1', inPrivate);
  await grid.role('community_secretary').says('批准申请1', inPrivate);
  return grid;
});
const faulty = playedOnce(async () => {
  const grid = await works();
  await grid.role('supervisor').says('1号限期整改：门框砖缝开裂，3月20日前');
  return grid;
});
const mended = playedOnce(async () => {
  const grid = await faulty();
  await grid.role('contractor').says('整改1完成', inPrivate);
  return grid;
});
const reported = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await grid.resident(20).says('报事：化粪池冒水', inPrivate);
  return grid;
});

const table: readonly (readonly [() => Promise<Neighbourhood>, RoleId, string, string])[] = [
  [asked, 'bookkeeper', '永固的票我看了，数对', '核对申请1'],
  [approved, 'supervisor', '门轴的钱压一压，我看数量对不上', '暂缓申请1：我看数量对不上'],
  [approved, 'cashier', '把永固五金的钱打了', '付申请1'],
  [mended, 'supervisor', '敲了敲，里头还是空的，不行，重弄', '复查1不通过'],
  [works, 'supervisor', '先别干了，焊条用错型号了', '1号叫停：焊条用错型号了'],
  [works, 'supervisor', '去工地瞅了瞅，料码得整齐', '料码得整齐”'],
];

test.each(table)(
  '%#: %s: what waits, or can be done, is meant by a short word, and read back',
  async (state, role, words, said) => {
    const grid = await state();
    if (words.includes('打了')) await grid.until('2026-03-12T10:00:00+08:00');
    const before = await grid.journal();

    const answer = await grid.role(role).says(words, inPrivate);
    expect(answer).toContain(said);
    expect(answer).toContain('回复“是”确认');
    expect(await grid.journal()).toEqual(before);
  },
);

test.each<readonly [() => Promise<Neighbourhood>, RoleId, string]>([
  [approved, 'cashier', '永固五金的钱明天打'],
  [approved, 'cashier', '申请1先别付'],
  [approved, 'cashier', '永固五金那笔先不打'],
  [asked, 'bookkeeper', '永固的票还没核过'],
  [approved, 'cashier', '老板催我把永固五金的钱打了'],
  [approved, 'cashier', '永固五金的钱打了吗'],
  [asked, 'bookkeeper', '要是永固的票没问题就核了'],
  [mended, 'supervisor', '施工的说缝补好了'],
  [works, 'supervisor', '要不要先别干了'],
  [works, 'supervisor', '今天天气真好'],
  [faulty, 'contractor', '谢谢各位邻居'],
])('%#: %s: “%s” is of no deed that could be done', async (state, role, words) => {
  const grid = await state();
  if (role === 'cashier') await grid.until('2026-03-12T10:00:00+08:00');

  expect(await grid.role(role).says(words, inPrivate)).not.toContain('回复“是”确认');
});

test('what was surely meant and cannot be done hears why, and nothing is reported once more', async () => {
  const grid = await reported();

  const answer = await grid.role('property_company').says('化粪池冒水那个我们接了', inPrivate);
  expect(answer).toContain('报事1');
  expect(answer).not.toContain('要加一份吗');
});

test('what is said of a matter by its number is of no report', async () => {
  const grid = await reported();

  expect(await grid.role('property_company').says('6号化粪池那边装好了，完成80%', inPrivate)).not.toContain(
    '回复“是”确认',
  );
});
