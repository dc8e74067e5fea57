import type Koa from 'koa';
import { Router } from 'koa-router';
import { z } from 'zod';
import { type Refusal, readCard } from './card-rules.js';
import type { ChatLog } from './chat-log.js';
import type { Conversation } from './conversation.js';
import { readMultipart } from './multipart.js';
import type { Pictures } from './pictures.js';
import { jsonOf, rawBody } from './request.js';
import { Shelf } from './shelf.js';
import type { Tickets } from './tickets.js';
import { MinuteBudget, readPost } from './webhook.js';
import { type Grid, type World, groupOf } from './world.js';

interface QyapiParts {
  readonly log: ChatLog;
  readonly pictures: Pictures;
  readonly tickets: Tickets;
  readonly conversation: Conversation;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly world: () => Promise<World>;
}

/** Larger than any message WeChat Work takes: ten pictures, or a file of 20 MB. */
const maxBody = 24 * 1024 * 1024;
const fileMaxBytes = 20 * 1024 * 1024;
const voiceMaxBytes = 2 * 1024 * 1024;
const answerMaxBytes = 20_480;
const root = '/simulator/qyapi/cgi-bin';

/** The part of WeChat Work's HTTP API that a bot needs: webhook posts, uploads, answers by response_url. */
export function qyapiRoutes(parts: QyapiParts): Router {
  const files = new Shelf();
  const budget = new MinuteBudget();
  const router = new Router();
  router.post(`${root}/webhook/send`, ctx => send(ctx, parts, files, budget));
  router.post(`${root}/webhook/upload_media`, ctx => upload(ctx, parts, files));
  router.post(`${root}/aibot/response`, ctx => answerLater(ctx, parts));
  router.all('/simulator/qyapi/{*rest}', ctx => say(ctx, { errcode: 40066, errmsg: 'invalid url' }));
  router.get('/simulator/files/:id', ctx => download(ctx, files));
  return router;
}

async function send(ctx: Koa.Context, parts: QyapiParts, files: Shelf, budget: MinuteBudget): Promise<void> {
  const { log, pictures, now } = parts;
  const key = queryOf(ctx, 'key');
  const grid = await gridOf(parts, key);
  if (!grid) return unknownKey(ctx, parts);

  const { chat } = groupOf(grid);
  const body = await rawBody(ctx, maxBody);
  const result = budget.take(key, now())
    ? readPost(jsonOf(body), { key, now: now(), file: id => files.get(id), keep: bytes => pictures.keep(bytes) })
    : { refusal: { errcode: 45009, errmsg: 'api freq out of limit' } };
  if ('refusal' in result) {
    const { errcode, errmsg } = result.refusal;
    const text =
      errcode === 45009 ? '企业微信没有发出这条推送：一分钟最多 20 条' : `企业微信没有发出这条推送：${errmsg}`;
    log.add(chat, { kind: 'fault', errcode, text });
    return say(ctx, result.refusal);
  }
  log.add(chat, result.push);
  say(ctx, { errcode: 0, errmsg: 'ok' });
}

async function upload(ctx: Koa.Context, parts: QyapiParts, files: Shelf): Promise<void> {
  const key = queryOf(ctx, 'key');
  const type = queryOf(ctx, 'type');
  const grid = await gridOf(parts, key);
  if (!grid) return unknownKey(ctx, parts);

  const media = readMultipart(ctx.get('content-type'), await rawBody(ctx, maxBody))?.find(
    part => part.name === 'media',
  );
  const refusal = media ? uploadRefusal(type, media.bytes) : { errcode: 41005, errmsg: 'media data missing' };
  if (refusal) {
    parts.log.add(groupOf(grid).chat, {
      kind: 'fault',
      errcode: refusal.errcode,
      text: `企业微信没有收下这个文件：${refusal.errmsg}`,
    });
    return say(ctx, refusal);
  }

  const id = parts.newId();
  const at = parts.now();
  const name = media?.filename.replaceAll('%22', '"') || 'file';
  files.put(id, { bytes: media?.bytes ?? Buffer.alloc(0), name, type: 'application/octet-stream', at, key });
  ctx.body = { errcode: 0, errmsg: 'ok', type, media_id: id, created_at: String(Math.floor(at.getTime() / 1000)) };
}

function uploadRefusal(type: string, bytes: Buffer): Refusal | undefined {
  if (type !== 'file' && type !== 'voice') return { errcode: 40004, errmsg: 'invalid media type' };
  if (bytes.length <= 5) return { errcode: 40006, errmsg: 'invalid media size' };
  if (bytes.length > (type === 'file' ? fileMaxBytes : voiceMaxBytes))
    return { errcode: 45001, errmsg: 'media size out of limit' };
  const isAmr = bytes.subarray(0, 5).toString('latin1') === '#!AMR';
  return type === 'voice' && !isAmr ? { errcode: 40005, errmsg: 'invalid file type' } : undefined;
}

const Later = z.object({
  msgtype: z.string(),
  markdown: z.object({ content: z.string() }).optional(),
  template_card: z.unknown().optional(),
});

async function answerLater(ctx: Koa.Context, parts: QyapiParts): Promise<void> {
  const code = queryOf(ctx, 'response_code');
  const body = Later.safeParse(jsonOf(await rawBody(ctx, maxBody))).data;
  const looked = parts.tickets.look(code, parts.now());
  if ('refusal' in looked) return say(ctx, looked.refusal);

  const { place, quote } = looked.ticket;
  const refused = (errcode: number, errmsg: string): void => {
    parts.log.add(place.chat, { kind: 'fault', errcode, text: `企业微信不接受机器人补充的回复：${errmsg}` });
    say(ctx, { errcode, errmsg });
  };
  const content = body?.markdown?.content ?? '';
  if (body?.msgtype !== 'markdown' && body?.msgtype !== 'template_card') return refused(40008, 'invalid message type');
  if (body.msgtype === 'markdown') {
    if (content.trim() === '') return refused(44004, 'empty content');
    if (Buffer.byteLength(content) > answerMaxBytes)
      return refused(40058, `markdown.content exceed max length ${answerMaxBytes}. invalid Request Parameter`);
    parts.tickets.spend(code);
    parts.conversation.showLater(place, content, undefined, place.chatId === undefined ? undefined : quote);
    return say(ctx, { errcode: 0, errmsg: 'ok' });
  }

  if (place.chatId !== undefined) return refused(40008, 'template_card is only allowed in a single chat');
  const read = readCard(body.template_card, 'answer');
  if ('refusal' in read) return refused(read.refusal.errcode, read.refusal.errmsg);
  parts.tickets.spend(code);
  const fresh = parts.conversation.showLater(place, '', read.card, undefined);
  say(ctx, fresh ? { errcode: 0, errmsg: 'ok' } : { errcode: 42014, errmsg: 'duplicate task_id' });
}

function download(ctx: Koa.Context, files: Shelf): void {
  const found = files.get(String(ctx['params'].id));
  if (!found) return;
  ctx.set('x-content-type-options', 'nosniff');
  ctx.attachment(found.name);
  ctx.type = found.type;
  ctx.body = found.bytes;
}

async function gridOf({ world }: QyapiParts, key: string): Promise<Grid | undefined> {
  const { grids } = await world();
  return key === '' ? undefined : grids.find(grid => grid.webhookKey === key);
}

/** No chat belongs to an unknown key, so every group hears that somebody tried. */
async function unknownKey(ctx: Koa.Context, { log, world }: QyapiParts): Promise<void> {
  for (const grid of (await world()).grids) {
    log.add(groupOf(grid).chat, {
      kind: 'fault',
      errcode: 93000,
      text: '有一条推送用了企业微信不认识的 webhook key，没有发出',
    });
  }
  say(ctx, { errcode: 93000, errmsg: 'invalid webhook url' });
}

/** WeChat Work says everything with HTTP 200 and an errcode. */
function say(ctx: Koa.Context, refusal: Refusal): void {
  ctx.status = 200;
  ctx.body = refusal;
}

function queryOf({ query }: Koa.Context, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value : '';
}
