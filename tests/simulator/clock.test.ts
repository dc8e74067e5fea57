import { expect, test } from 'vitest';
import { Stage } from './fake-bot.js';

async function put(stage: Stage, body: string): Promise<{ status: number; json: { now?: string; error?: string } }> {
  const response = await fetch(`${stage.base}/simulator/clock`, { method: 'PUT', body });
  return { status: response.status, json: (await response.json()) as { now?: string; error?: string } };
}

test('the clock is read in Shanghai time and moved forward', async () => {
  const stage = await Stage.open();
  const read = await fetch(`${stage.base}/simulator/clock`);
  expect(await read.json()).toEqual({ now: '2026-03-01T10:00:00.000+08:00' });

  const moved = await put(stage, '{"now":"2026-03-02T18:00:00+08:00"}');

  expect(moved).toEqual({ status: 200, json: { now: '2026-03-02T18:00:00.000+08:00' } });
  expect(stage.moves).toEqual([new Date('2026-03-02T10:00:00Z')]);
});

test.each([
  ['2026-03-01T03:00:00Z', '2026-03-01T11:00:00.000+08:00'],
  ['2026-03-01T12:30', '2026-03-01T12:30:00.000+08:00'],
  ['2026-03-01T12:30:15.250+0800', '2026-03-01T12:30:15.250+08:00'],
  ['2026-03-01T10:00:00.000+08:00', '2026-03-01T10:00:00.000+08:00'],
])('%s is understood', async (now, shown) => {
  expect((await put(await Stage.open(), JSON.stringify({ now }))).json).toEqual({ now: shown });
});

test('backwards is refused with 409 and one sentence', async () => {
  const stage = await Stage.open();

  const refused = await put(stage, '{"now":"2026-03-01T09:59:59+08:00"}');

  expect(refused.status).toBe(409);
  expect(refused.json.error).toContain('只能往前拨');
  expect(stage.moves).toEqual([]);
});

test.each([
  '',
  'x',
  '[]',
  '{}',
  '{"now":7}',
  '{"now":"明天"}',
  '{"now":"2026-02-30T10:00:00Z"}',
  '{"now":"2026-13-01T10:00:00Z"}',
  '{"now":"2226-03-01T10:00:00Z"}',
])('nonsense is refused with 400: %s', async body => {
  const stage = await Stage.open();
  const refused = await put(stage, body);
  expect(refused.status).toBe(400);
  expect(refused.json.error).toMatch(/。$/);
  expect(stage.moves).toEqual([]);
});

test('two moves at once are made one after the other', async () => {
  const done: string[] = [];
  const gates: (() => void)[] = [];
  const stage: Stage = await Stage.open({
    moveClock: async to => {
      await new Promise<void>(resolve => {
        gates.push(resolve);
      });
      stage.clock.now = to;
      done.push(to.toISOString());
    },
  });
  const later = put(stage, '{"now":"2026-03-03T00:00:00Z"}');
  await expect.poll(() => gates.length).toBe(1);
  const earlier = put(stage, '{"now":"2026-03-02T00:00:00Z"}');
  gates[0]?.();

  expect((await later).status).toBe(200);
  expect((await earlier).status).toBe(409);
  expect(done).toEqual(['2026-03-03T00:00:00.000Z']);
});
