import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { iso } from '../../src/domain/calendar.js';
import { Post } from '../../src/store/notice/post.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { aProject, paid, received } from '../support/works.js';

/** `npm run gallery` keeps the posts of the month here. */
const folder = process.env['GALLERY'];

/** One month of a grid: a lamp from vote to acceptance, a pipe in full swing, and a wall where nothing happens. */
async function theMonth(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-02T08:00:00+08:00' });
  const secretary = grid.role('grid_secretary');
  const leader = grid.role('building_leader');
  const supervisor = grid.role('supervisor');
  const pipe = await aProject(grid, {
    title: '更换供暖主管道',
    place: '3号楼地下室',
    state: 'funded',
    budgetFen: 3_600_000,
  });
  const wall = await aProject(grid, { title: '粉刷2号楼外墙', place: '2号楼', state: 'funded', budgetFen: 900_000 });
  await aProject(grid, {
    title: '装路灯',
    state: 'plan_published',
    planPublishedAt: new Date('2026-02-20T08:00:00+08:00'),
  });
  const homes = await grid.inUnit(unit => unit.members.households());
  for (const { id } of homes) await received(grid, pipe, { fen: 20_000, householdId: id });
  await received(grid, pipe, { fen: 1_240_000, source: 'subsidy' });
  for (const { id } of homes.slice(0, 45)) await received(grid, wall, { fen: 20_000, householdId: id });
  await secretary.says('1号工期：拆旧3月6日，装管3月20日，试压3月27日');
  await secretary.says('2号工期：搭架3月5日，粉刷3月20日');

  const days: readonly (readonly [string, (() => Promise<unknown>)[]])[] = [
    ['03-03', [() => secretary.says('1号进度：旧管开始拆，完成10%'), () => leader.says('3号发起表决，3天后截止')]],
    ['03-04', [() => supervisor.says('1号巡查：围挡齐全，材料堆放整齐'), () => everybody(grid, '3号同意', 70)]],
    ['03-05', [() => secretary.says('2号进度：脚手架搭好，完成20%'), () => secretary.says('2号节点完成：搭架')]],
    ['03-07', [() => secretary.says('1号进度：旧管拆完，完成30%'), () => secretary.says('1号节点完成：拆旧')]],
    [
      '03-10',
      [
        () => paid(grid, pipe, { fen: 860_050, why: '管材' }),
        () => paid(grid, pipe, { fen: 300_000, why: '拆旧人工' }),
      ],
    ],
    ['03-12', [() => secretary.says('1号进度：管材到场，开始装管，完成45%')]],
    ['03-16', [() => supervisor.says('1号巡查：焊口有一处渗水，已要求返工'), () => everybody(grid, '3号我出50元', 60)]],
    ['03-18', [() => secretary.says('1号进度：渗水焊口已返工，完成70%')]],
    ['03-24', [() => secretary.says('1号进度：装管完成，完成85%'), () => secretary.says('1号节点完成：装管')]],
    ['03-26', [() => paid(grid, pipe, { fen: 1_200_000, why: '安装人工' })]],
    ['03-30', [() => secretary.says('1号进度：试压合格，完成100%'), () => secretary.says('1号节点完成：试压')]],
  ];
  for (const [day, deeds] of days) {
    await grid.until(`2026-${day}T15:00:00+08:00`);
    for (const deed of deeds) await deed();
  }
  await grid.until('2026-04-01T20:00:00+08:00');
  return grid;
}

async function everybody(grid: Neighbourhood, words: string, count: number): Promise<void> {
  for (let who = 0; who < count; who += 1) await grid.resident(who).says(words);
}

test(
  'the posts of one month of three projects say everything in words, within the channel’s limits',
  { timeout: 300_000 },
  async () => {
    const grid = await theMonth();

    const posts = (await grid.store.dataSource.manager.find(Post, { order: { id: 'ASC' } })).filter(
      ({ userid }) => userid === null,
    );

    expect(posts.length).toBeGreaterThan(15);
    const lines: string[] = [];
    if (folder) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
    }
    for (const { id, content, dueAt } of posts) {
      const when = iso(dueAt).slice(0, 16).replace('T', ' ');
      if (content.type === 'image') {
        const bytes = Buffer.from(content.base64, 'base64');
        expect(bytes.length).toBeLessThan(2 * 1024 * 1024);
        if (folder) writeFileSync(`${folder}/post-${id}.png`, bytes);
        lines.push(`<img src="post-${id}.png" width="360" alt="上一条公示的图，数字和文字里的一样">`, '');
        continue;
      }
      if (!('text' in content)) continue;
      expect(Buffer.byteLength(content.text)).toBeLessThanOrEqual(4096);
      // From nine in the evening to half past seven the clock is silent.
      expect(when.slice(11) >= '07:30' && when.slice(11) < '21:00', content.text).toBe(true);
      lines.push(`### ${when}`, '', ...content.text.split('\n').map(line => `> ${line}  `), '');
    }
    if (folder)
      writeFileSync(
        `${folder}/README.md`,
        [
          '# One month of three projects in the group',
          '',
          'Made by `npm run gallery`: what one grid’s group is sent in a month, in order, with the pictures at the width of a phone.',
          '',
          ...lines,
        ].join('\n'),
      );
  },
);
