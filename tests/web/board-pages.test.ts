import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Store } from '../../src/store/engine/store.js';
import { aBareBoard, got } from '../support/bare-board.js';
import { aProject, aWholeProject, gridCode, inGrid } from '../support/board-story.js';

const now = new Date('2026-03-02T10:00:00+08:00');

async function manyProjects(store: Store, count: number): Promise<void> {
  await inGrid(store, async unit => {
    for (let each = 0; each < count; each += 1) await aProject(unit, now, { title: `修第${each + 1}处路面` });
    unit.journal.add('story', { by: 'operator', at: now });
  });
}

test('a page holds fifty projects and stays small', async () => {
  const { store, port } = await aBareBoard(now);
  await manyProjects(store, 120);

  const first = await got(port, `/board/${gridCode}`);
  const last = await got(port, `/board/${gridCode}?step=3&page=3`);

  expect(first.text.match(/class="name"/g)).toHaveLength(50);
  expect(first.text).toContain('第1页，共3页');
  expect(first.text.length).toBeLessThan(200_000);
  expect(last.text.match(/class="name"/g)).toHaveLength(20);
  expect((await got(port, `/board/${gridCode}?page=4`)).status).toBe(404);
  expect((await got(port, `/board/${gridCode}?step=2`)).status).toBe(200);
});

test(
  'ten thousand projects in one grid: every page stays below 200 KB and the last one is reached',
  { timeout: 300_000 },
  async () => {
    const { store, port } = await aBareBoard(now);
    await manyProjects(store, 10_000);
    for (const path of ['', '?page=2', '?page=200', '?step=3&page=200']) {
      const { status, text } = await got(port, `/board/${gridCode}${path}`);
      expect(status, path).toBe(200);
      expect(Buffer.byteLength(text), path).toBeLessThan(200_000);
    }
    expect((await got(port, `/board/${gridCode}?page=201`)).status).toBe(404);
  },
);

test('old notices stay readable, fifteen a page, each with the check code that the group saw', async () => {
  const { store, port } = await aBareBoard(now);
  const no = await aWholeProject(store, now);
  await inGrid(store, async unit => {
    const project = await unit.projects.byNo(no);
    for (let day = 1; day <= 45; day += 1) {
      await unit.disclosures.add({
        projectId: project?.id ?? 0,
        kind: 'progress',
        occasion: `d${day}`,
        text: `第${day}天`,
        at: now,
      });
    }
    unit.journal.add('story', { by: 'operator', at: now });
  });

  const newest = await got(port, `/board/${gridCode}/${no}`);
  const oldest = await got(port, `/board/${gridCode}/${no}?page=4`);

  expect(newest.text).toContain('共46份');
  expect(newest.text.match(/<details/g)).toHaveLength(15);
  expect(oldest.text).toContain('第1号 方案公开');
  const code = createHash('sha256').update('{"no":1,"text":"**方案公开**\\n> 预算36,000元"}').digest('hex').slice(0, 8);
  expect(oldest.text).toContain(`<code>${code}</code>`);
  expect((await got(port, `/board/${gridCode}/${no}?page=5`)).status).toBe(404);
});

test('every expense can be read, and a page full of long words stays below 200 KB', async () => {
  const { store, port } = await aBareBoard(now);
  const no = await aWholeProject(store, now);
  await inGrid(store, async unit => {
    const project = await unit.projects.byNo(no);
    const about = {
      projectId: project?.id ?? 0,
      by: 'u1',
      at: now,
      householdId: null,
      reversesId: null,
      messageId: null,
    };
    for (let each = 1; each <= 90; each += 1) {
      const postings = [{ from: 'cash/subsidy', to: 'spent', amountFen: 100 }] as const;
      await unit.ledger.post({
        ...about,
        kind: 'spend',
        postings: [...postings],
        why: `第${each}笔${'材'.repeat(490)}`,
      });
      const note = {
        projectId: about.projectId,
        kind: 'inspection',
        percent: null,
        result: null,
        memberId: 1,
        at: now,
      } as const;
      await unit.works.add({ ...note, text: '查'.repeat(500) });
      const notice = { projectId: about.projectId, kind: 'progress', occasion: `d${each}`, at: now } as const;
      await unit.disclosures.add({ ...notice, text: '告'.repeat(1_300) });
    }
    unit.journal.add('story', { by: 'operator', at: now });
  });

  const pages = await Promise.all([1, 2, 3].map(page => got(port, `/board/${gridCode}/${no}?expenses=${page}`)));

  const whole = pages.map(({ text }) => text).join('');
  for (let each = 1; each <= 90; each += 1) expect(whole).toContain(`第${each}笔`);
  for (const { text } of pages) expect(Buffer.byteLength(text)).toBeLessThan(200_000);
  expect((await got(port, `/board/${gridCode}/${no}?expenses=4`)).status).toBe(404);
});
