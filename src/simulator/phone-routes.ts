import type Koa from 'koa';
import { Router } from 'koa-router';
import { z } from 'zod';
import { appStandInRoutes } from './app-routes.js';
import { imageType } from './image-kind.js';
import type { Phones } from './phones.js';
import { BadRequest, pageJson } from './request.js';
import { type Outsider, type World } from './world.js';

export interface PhoneRouteParts {
  readonly phones: Phones;
  readonly world: () => Promise<World>;
  /** Where a QR code leads: the one on the board, or the one on the card of somebody's home; null where there is none. */
  readonly code: (of: 'board' | 'card', id: string) => Promise<string | null>;
}

const maxBody = 16 * 1024 * 1024;
const Scan = z.object({ id: z.string(), what: z.enum(['board', 'card']) });
const Saying = z.object({
  id: z.string(),
  text: z.string().max(2000).default(''),
  images: z.array(z.string()).max(9).default([]),
});
const Tap = z.object({ id: z.string(), row: z.string().max(64), content: z.string().max(128) });
const Confirm = z.object({ userid: z.string(), msgid: z.string() });

/** What the page does on the phone of somebody with personal WeChat, and what the bot calls for it. */
export function phoneRoutes(parts: PhoneRouteParts): Router {
  const { phones } = parts;
  const router = new Router();
  router.use(appStandInRoutes(phones.app, '/simulator/qyapi').routes());
  router.post('/simulator/phone/scan', async ctx => {
    const { id, what } = await pageJson(ctx, Scan, 4096);
    const who = await whoIs(parts, id);
    const address = await parts.code(what, id);
    if (!address) throw new BadRequest(409, '这个二维码还没有，请等几秒再扫。');
    phones.scan(who, address);
    ctx.body = {};
  });
  router.post('/simulator/phone/say', async ctx => {
    const { id, text, images } = await pageJson(ctx, Saying, maxBody);
    const who = await whoIs(parts, id);
    const pictures = images.map(image => Buffer.from(image.replace(/^data:[^,]*,/u, ''), 'base64'));
    if (pictures.some(bytes => !imageType(bytes))) throw new BadRequest(400, '只能发 PNG 或 JPEG 图片。');
    if (text.trim() === '' && pictures.length === 0) throw new BadRequest(400, '请先写点什么，或者选一张图片。');
    for (const bytes of pictures) phones.send(who, bytes);
    if (text.trim() !== '') phones.say(who, text.trim());
    ctx.body = {};
  });
  router.post('/simulator/phone/tap', async ctx => {
    const { id, row, content } = await pageJson(ctx, Tap, 4096);
    phones.tap(await whoIs(parts, id), { id: row, content });
    ctx.body = {};
  });
  router.post('/simulator/phone/task', async ctx => {
    const { userid, msgid } = await pageJson(ctx, Confirm, 4096);
    if (!phones.confirm(userid, msgid)) throw new BadRequest(404, '没有这个群发任务。');
    ctx.body = {};
  });
  addBrowser(router, parts);
  return router;
}

/** The cookie by which this browser is the phone of somebody; without it, it is an ordinary one. */
const cookie = 'simulator_phone';
/** How WeChat says that a page is opened inside it. */
const insideWeChat = 'Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50';

function addBrowser(router: Router, { phones, world }: PhoneRouteParts): void {
  /** Opens a page of ours as on that phone. */
  router.get('/simulator/phone/open', async ctx => {
    const { id, to } = ctx.query;
    const who = typeof id === 'string' ? await whoIs({ world }, id) : undefined;
    if (!who || typeof to !== 'string' || !/^\/(?!\/|\\)/u.test(to)) throw new BadRequest(404, '没有这一页。');
    ctx.cookies.set(cookie, who.id, { httpOnly: true, sameSite: 'lax', path: '/' });
    ctx.redirect(to);
  });
  /** Where WeChat says who opens a page: the fragment that the protocol asks for never leaves the browser. */
  router.get('/simulator/qyapi/connect/oauth2/authorize', async ctx => {
    const actor = phones.actorOf(await whoIs({ world }, ctx.cookies.get(cookie) ?? ''));
    const back = phones.app.oauth.authorize(`${ctx.URL.href}#wechat_redirect`, actor);
    if (typeof back === 'number') throw new BadRequest(403, `微信打不开这个网页（${back}）。`);
    ctx.redirect(back);
  });
}

/** A page that is opened on the phone of a resident is opened inside WeChat. */
export function asOnPhone(headers: { cookie?: string | undefined; 'user-agent'?: string | undefined }): void {
  const isPhone = (headers.cookie ?? '').split(/;\s*/u).some(part => part.startsWith(`${cookie}=`));
  if (isPhone) headers['user-agent'] = insideWeChat;
}

/** From now on this browser is an ordinary one. */
export function leavePhone(ctx: Koa.Context): void {
  ctx.cookies.set(cookie, null, { path: '/' });
}

async function whoIs({ world }: Pick<PhoneRouteParts, 'world'>, id: string): Promise<Outsider> {
  const all = (await world()).grids.flatMap(({ outside = [] }) => outside);
  const found = all.find(one => one.id === id && one.phone === 'wechat');
  if (!found) throw new BadRequest(404, '没有这位用个人微信的居民。');
  return found;
}
