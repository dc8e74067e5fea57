import { expect, test } from 'vitest';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { leadersOf } from '../../src/publish/people/leaders-of.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';

interface Matter {
  /** Who is told, and of what. */
  readonly told: (grid: Neighbourhood) => Promise<readonly [Person, string]>;
  readonly settled: (grid: Neighbourhood) => Promise<string>;
}

/** Of the sample one whose name is nobody else's. */
const owner = sampleResidents().find(
  ({ name, roles }, _, all) => roles.length === 0 && all.filter(other => other.name === name).length === 1,
);

const asks = (grid: Neighbourhood): Promise<string> =>
  grid.role('grid_secretary').says(`调度事项：${owner?.name ?? ''}3月10日前补齐公示`);

const does = (grid: Neighbourhood): Promise<string> => grid.resident(owner?.userid ?? '').says('销号1：公示已补发');

const matters: Record<string, Matter> = {
  'a task that is done': {
    async told(grid) {
      await grid.resident(50).says('三单元的路灯我来盯');
      await grid.until('2026-03-10T08:00:00+08:00');
      return [grid.resident(50), '您认领的任务1'];
    },
    settled: grid => grid.resident(50).says('任务1完成'),
  },
  'an appeal that is answered': {
    async told(grid) {
      await grid.resident(40).says('积分申诉：3月1日扫楼道没有记');
      return [grid.role('community_secretary'), '请发送“答复申诉1'];
    },
    settled: grid => grid.role('grid_secretary').says('答复申诉1：已经补记2小时'),
  },
  'an action that is done': {
    async told(grid) {
      await asks(grid);
      return [grid.resident(owner?.userid ?? ''), '前办：补齐公示'];
    },
    settled: does,
  },
  'an action that somebody checked': {
    async told(grid) {
      await asks(grid);
      await does(grid);
      return [grid.role('grid_secretary'), '请另一位核实'];
    },
    settled: grid => grid.role('building_leader').says('销号1核实'),
  },
  'an asking that somebody confirmed': {
    async told(grid) {
      await grid.resident('lilei').says('我是3号楼1单元101的李雷', { chat: 'single' });
      const [leader = ''] = await grid.inUnit(unit => leadersOf(unit, '3'));
      return [grid.resident(leader), '申请绑定'];
    },
    settled: grid => grid.role('community_secretary').says('确认绑定 lilei', { chat: 'single' }),
  },
};

test.each(Object.keys(matters))('%s is asked of nobody any more', async name => {
  const grid = await aNeighbourhood();
  const { told, settled } = matters[name] as Matter;
  const [reader, words] = await told(grid);
  expect((await grid.postsTo(reader.userid)).join('\n')).toContain(words);

  await settled(grid);

  expect(await reader.opensPrivateChat()).not.toContain(words);
});
