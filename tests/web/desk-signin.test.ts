import { expect, test } from 'vitest';
import { aDesk, atDesk, words } from '../support/desk.js';
import { aNeighbourhood } from '../support/neighbourhood.js';

test('an organiser shows the code by which people sign in; the form behind it is filled in, and nobody else sees it', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-07T08:00:00+08:00', households: 60 });
  const secretary = grid.role('grid_secretary');
  await secretary.says('志愿活动：周六清扫楼道', { chat: 'single' });
  await secretary.says('是', { chat: 'single' });
  const base = await aDesk(grid);
  const [own, other] = [await atDesk(base, secretary), await atDesk(base, grid.resident(20))];

  const { text } = await own.read('/desk/signin');
  expect(words(text)).toContain('清扫楼道');
  expect(text.match(/<svg class="qr"/gu)).toHaveLength(2);
  expect((await own.read('/desk')).text).toContain('/desk/signin');
  expect(words((await other.read('/desk/signin')).text)).toContain('没有要签到的');

  const [session] = await grid.inUnit(unit => unit.service.openSessions(grid.now));
  const form = await other.read(`/desk/do/service.checkin?code=${session?.code}`);
  expect(form.text).toContain(`value="${session?.code}"`);
});
