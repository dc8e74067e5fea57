import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runGrid } from '../../../src/process/commands/grid.js';
import { tongueOf } from '../../../src/process/commands/tongue.js';
import { verify } from '../../../src/process/commands/verify.js';
import { aStore } from '../../support/store.js';

const head = '楼号,单元,房号,面积,业主,企业微信账号,电话';

async function anOperator() {
  const store = await aStore();
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-roster-'));
  onTestFinished(async () => {
    await store.dataSource.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  const clock = { now: new Date('2026-03-02T10:00:00+08:00') };
  const types = async (...argv: string[]): Promise<string[]> => {
    const lines: string[] = [];
    await runGrid(store, argv, { now: clock.now, print: line => lines.push(line), tongue: 'zh' });
    return lines;
  };
  const roster = (...rows: string[]): string => {
    const path = join(folder, 'roster.csv');
    writeFileSync(path, [head, ...rows].join('\n'));
    return path;
  };
  await types('create', 'elm', '--name', '榆树网格', '--community', '少海社区');
  return { store, clock, types, roster };
}

const before = ['1,1,101,89.5,王小明,wxm,', 'A座,1,102,80,李小红,lxh,', '1,1,商铺3,45,孙小兵,,'];
const after = ['1,1,101,89.5,赵小刚,zxg,', 'A座,1,102,80,李小红,lxh,', '1,1,103,70,周小军,zxj,', '1,1,104,?,某某,,'];

test('a preview says what would be added, changed, left and refused, and changes nothing', async () => {
  const { types, roster } = await anOperator();
  await types('roster', 'elm', roster(...before));

  expect(await types('roster', 'elm', roster(...after), '--preview')).toEqual([
    '新增1户，改动1户，不变1户，拒绝1行，搬出1人',
    '第2行搬出：1号楼1单元101有1人不再是业主，绑定会解除',
    '第4行新增1号楼1单元103：周小军',
    '第2行改动1号楼1单元101：业主 王小明 → 赵小刚；账号 wxm → zxg',
    '文件里没有，保留不动：1号楼1单元商铺3',
    '第5行：面积“?”要写成平方米，最多两位小数，小数点写“.”',
    '这是预览，什么都没有改。',
  ]);
  expect(await types('show', 'elm')).toContain('住户3户，成员2人，已绑定2人');
});

test('an import ends the say of the owner before, and is undone as one within a day; then it may come again', async () => {
  const { store, clock, types, roster } = await anOperator();
  await types('roster', 'elm', roster(...before));
  await types('roster', 'elm', roster(...after));
  expect(await types('show', 'elm')).toContain('住户4户，成员4人，已绑定3人');
  clock.now = new Date('2026-03-03T09:59:00+08:00');

  expect(await types('roster', 'elm', '--undo')).toEqual([
    '已整份撤销：去掉新增的1户，恢复1户，解除绑定2人，恢复绑定1人',
  ]);

  expect(await types('show', 'elm')).toContain('住户3户，成员4人，已绑定2人');
  expect(await types('roster', 'elm', roster(...after))).toContain('新增1户，改动1户，不变1户，拒绝1行，搬出1人');
  expect(await verify(store, () => undefined)).toBe(true);
});

test('after a day, or with nothing to undo, it says what to do instead', async () => {
  const { clock, types, roster } = await anOperator();
  expect(await types('roster', 'elm', '--undo')).toEqual(['没有可以撤销的导入。']);
  await types('roster', 'elm', roster(...before));
  clock.now = new Date('2026-03-03T10:00:01+08:00');

  expect(await types('roster', 'elm', '--undo')).toEqual(['最近一次导入已经超过一天，请改好文件再导入一次。']);
});

test('one account on two units is one member, and the import says so', async () => {
  const { types, roster } = await anOperator();

  expect(await types('roster', 'elm', roster('1,1,101,89.5,王小明,wxm,', '1,1,102,120,王小明,wxm,'))).toEqual([
    '新增2户，改动0户，不变0户，拒绝0行',
    '账号wxm有2户（1号楼1单元101、1号楼1单元102）：算一位成员，办事时要说是哪一户',
  ]);
});

test('the commands speak the tongue of the machine, and know roles by either name', async () => {
  const { types } = await anOperator();

  expect(await types('role', 'elm', 'wxm', '网格书记')).toEqual(['wxm现在是网格书记。']);
  expect(await types('role', 'elm', 'wxm', 'grid_secretary')).toEqual(['wxm本来就是网格书记，没有改动。']);
  expect((await types('role', 'elm', 'wxm', '国王')).join('')).toContain('没有“国王”这个角色');
  expect((await types('--help')).join('')).toContain('导入名册');
  expect([{ LANG: 'zh_CN.UTF-8' }, { LANG: 'C', LC_ALL: 'zh_TW' }, { LANG: 'en_US.UTF-8' }, {}].map(tongueOf)).toEqual([
    'zh',
    'zh',
    'en',
    'en',
  ]);
});

test.each(['out.xlsx', 'out.csv'])('the roster leaves as %s and comes back the same', async name => {
  const { types, roster } = await anOperator();
  const path = join(dirname(roster(...before)), name);
  await types('roster', 'elm', roster(...before));

  expect(await types('roster', 'elm', '--out', path)).toEqual([`3户已写入${path}`]);
  expect(await types('roster', 'elm', path)).toEqual(['新增0户，改动0户，不变3户，拒绝0行']);
});
