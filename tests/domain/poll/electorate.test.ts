import { expect, test } from 'vitest';
import { isHome, ownersOf } from '../../../src/domain/poll/electorate.js';

test.each([
  [{ building: '1', room: '101' }, true],
  [{ building: 'A', room: '商铺3' }, true],
  [{ building: '甲1', room: '底商2' }, true],
  [{ building: '1', room: '地下车位12' }, false],
  [{ building: '地下车库', room: '12' }, false],
  [{ building: '1', room: '储藏室3' }, false],
])('$building $room has a vote: %s', (place, has) => {
  expect(isHome(place)).toBe(has);
});

test('a shop counts with its area, a parking space of the same owner with neither head nor area (domain.md 7.3)', () => {
  const own = { owners: ['张三'], userids: ['zhang'], phone: null };
  const persons = ownersOf([
    { ...own, id: 1, building: 'A', room: '101', areaCentiM2: 9000 },
    { ...own, id: 2, building: 'A', room: '商铺3', areaCentiM2: 4500 },
    { ...own, id: 3, building: 'A', room: '地下车位12', areaCentiM2: 1200 },
  ]);

  expect(persons).toMatchObject([{ parts: [1, 2], areaCentiM2: 13_500 }]);
});
