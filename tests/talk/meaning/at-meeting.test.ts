import { expect, test } from 'vitest';
import { Attendance } from '../../../src/store/meeting/attendance.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

async function aMeeting(at: string): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-11T08:00:00+08:00', households: 60 });
  await aProject(grid, { title: '装路灯', state: 'topic_selected', planPublishedAt: null });
  await grid.role('building_leader').says('1号议事会：今天上午十点，3号楼前，议题：路灯装在哪里');
  grid.now = new Date(at);
  return grid;
}

const there = (grid: Neighbourhood): Promise<number> => grid.store.dataSource.manager.count(Attendance);

test.each(['签到', '签个到', '我签个到，我是2号楼的', '报个到', '到了', '我也到了', '到了到了', '我们家来了'])(
  '“%s” at the meeting signs in',
  async words => {
    const grid = await aMeeting('2026-03-11T10:05:00+08:00');

    expect(await grid.resident(20).says(words)).toContain('签到成功');
    expect(await there(grid)).toBe(1);
  },
);

test.each(['到了', '我也到了'])('“%s” long after it began is read back', async words => {
  const grid = await aMeeting('2026-03-11T14:05:00+08:00');

  expect(await grid.resident(20).says(words)).toContain('签到');
  expect(await there(grid)).toBe(0);
  await grid.resident(20).says('对');

  expect(await there(grid)).toBe(1);
});

test.each(['快递到了', '他到了没', '到了吗', '钱到了', '维修师傅来了'])('“%s” signs nobody in', async words => {
  const grid = await aMeeting('2026-03-11T10:05:00+08:00');
  await grid.resident(20).says(words);
  await grid.resident(20).says('对');

  expect(await there(grid)).toBe(0);
});

test('while no meeting is on nobody is signed in by 到了', async () => {
  const grid = await aMeeting('2026-03-12T10:05:00+08:00');
  await grid.resident(20).says('到了');
  await grid.resident(20).says('对');

  expect(await there(grid)).toBe(0);
});
