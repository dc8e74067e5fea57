import type Koa from 'koa';
import { Router } from 'koa-router';
import type { AppStandIn } from './app-stand-in.js';
import { rawBody } from './request.js';

/** Larger than any file that WeChat Work takes. */
const maxBody = 24 * 1024 * 1024;
/** The calls of a 自建应用; a robot's own are answered elsewhere. */
const calls = /^(?:gettoken$|kf\/|message\/|media\/|auth\/|externalcontact\/)/u;

/** The calls of a 自建应用 over HTTP, below `root`, as `qyapi.weixin.qq.com` takes them (docs/wecom-doors.md 29). */
export function appStandInRoutes(app: AppStandIn, root: string): Router {
  const base = `${root}/cgi-bin/`;
  const router = new Router();
  router.all(`${base}{*path}`, async (ctx: Koa.Context, next: Koa.Next) => {
    const path = ctx.path.slice(base.length);
    if (!calls.test(path)) return next();
    const answer = app.respond(path, new URLSearchParams(ctx.querystring), await rawBody(ctx, maxBody));
    answer.headers.forEach((value, name) => ctx.set(name, value));
    ctx.status = answer.status;
    ctx.body = Buffer.from(await answer.arrayBuffer());
  });
  return router;
}
