import type Koa from 'koa';
import { Router } from 'koa-router';
import { z } from 'zod';
import { inShanghai, readMoment } from './moments.js';
import { BadRequest, jsonOf, rawBody } from './request.js';

interface ClockParts {
  readonly now: () => Date;
  readonly moveClock: (to: Date) => Promise<void>;
  readonly onMoved: (now: string) => void;
}

/** What falls due is run day by day, so a slip of the pen must not order a thousand years of reports. */
const furthestMs = 10 * 366 * 24 * 3_600_000;

/** `GET` and `PUT /simulator/clock`: the clock of trial mode, which moves forward only. */
export function clockRoutes(parts: ClockParts): Router {
  // Moves wait for each other: what falls due is done once, in order.
  let moving: Promise<unknown> = Promise.resolve();
  const router = new Router();
  router.get('/simulator/clock', ctx => {
    ctx.body = { now: inShanghai(parts.now()) };
  });
  router.put('/simulator/clock', async ctx => {
    const to = await readTarget(ctx);
    const move = moving.then(() => moveTo(to, parts));
    moving = move.catch(() => undefined);
    await move;
    ctx.body = { now: inShanghai(parts.now()) };
  });
  return router;
}

async function readTarget(ctx: Koa.Context): Promise<Date> {
  const body = z.object({ now: z.unknown() }).safeParse(jsonOf(await rawBody(ctx, 4096))).data;
  const to = readMoment(body?.now);
  if (!to) throw new BadRequest(400, '请给出 {"now": "2026-03-01T18:00:00+08:00"} 这样的时间。');
  return to;
}

async function moveTo(to: Date, { now, moveClock, onMoved }: ClockParts): Promise<void> {
  const before = now();
  if (to < before) throw new BadRequest(409, `时钟只能往前拨：现在已经是 ${inShanghai(before)}。`);
  if (to.getTime() - before.getTime() > furthestMs) throw new BadRequest(400, '一次最多往前拨十年。');
  await moveClock(to);
  onMoved(inShanghai(now()));
}
