import type Koa from 'koa';
import { Router } from 'koa-router';
import { z } from 'zod';
import type { Place } from './callback.js';
import type { ChatLog, Entry } from './chat-log.js';
import type { Conversation } from './conversation.js';
import { imageType } from './image-kind.js';
import type { Pictures } from './pictures.js';
import { BadPress } from './press.js';
import { BadRequest, pageJson } from './request.js';
import { type World, findMember, groupOf, singleOf } from './world.js';

interface ChatParts {
  readonly log: ChatLog;
  readonly pictures: Pictures;
  readonly conversation: Conversation;
  readonly world: () => Promise<World>;
}

const maxBody = 30 * 1024 * 1024;
const Saying = z.object({
  userid: z.string(),
  chat: z.enum(['group', 'single']),
  text: z.string().max(10_000).default(''),
  voice: z.boolean().default(false),
  mention: z.boolean().default(true),
  /** The id of the entry that is quoted. */
  quote: z.number().int().optional(),
  /** Base64, with or without the beginning of a data URL. */
  images: z.array(z.string()).max(9).default([]),
});
const Press = z.object({
  userid: z.string(),
  /** The id of the entry whose card is pressed. */
  card: z.number().int(),
  /** The `key` of the button, the submit button or the menu action. */
  button: z.string(),
  /** The chosen option ids of each question. */
  options: z.record(z.string(), z.array(z.string())).default({}),
});
const Entering = z.object({ userid: z.string() });

/** What the page does for the person it plays: say, press, open the private chat. */
export function chatRoutes(parts: ChatParts): Router {
  const router = new Router();
  router.get('/simulator/world', async ctx => {
    ctx.body = await parts.world();
  });
  router.post('/simulator/say', ctx => say(ctx, parts));
  router.post('/simulator/press', ctx => press(ctx, parts));
  router.post('/simulator/enter', async ctx => {
    const { userid } = await pageJson(ctx, Entering, 4096);
    await parts.conversation.enter(await placeOf(parts, userid, 'single'));
    ctx.body = {};
  });
  router.get('/simulator/pictures/:id', ctx => showPicture(ctx, parts.pictures.get(ctx.params['id'] ?? '')));
  router.get('/simulator/media/:id', ctx => serveMedia(ctx, parts.pictures.encrypted(ctx.params['id'] ?? '')));
  return router;
}

async function say(ctx: Koa.Context, parts: ChatParts): Promise<void> {
  const asked = await pageJson(ctx, Saying, maxBody);
  const place = await placeOf(parts, asked.userid, asked.chat);
  const text = asked.text.trim();
  if (asked.voice && (asked.chat === 'group' || asked.images.length > 0))
    throw new BadRequest(400, '语音只能在单聊里单独发给机器人。');
  if (text === '' && asked.images.length === 0) throw new BadRequest(400, '请先写点什么，或者选一张图片。');

  const quote = asked.quote === undefined ? undefined : quoted(entryIn(parts, place, asked.quote));
  const pictures = keepAll(asked.images, parts.pictures);
  const { voice, mention } = asked;
  const { id } = await parts.conversation.say(place, { text, voice, mention, pictures, quote });
  ctx.body = { id };
}

async function press(ctx: Koa.Context, parts: ChatParts): Promise<void> {
  const { userid, card, button, options } = await pageJson(ctx, Press, 65_536);
  const found = parts.log.find(card);
  const place = await placeOf(parts, userid, found?.chat.startsWith('single:') ? 'single' : 'group');
  const entry = entryIn(parts, place, card);
  try {
    ctx.body = { updated: await parts.conversation.press(place, entry, { key: button, selected: options }) };
  } catch (error) {
    throw error instanceof BadPress ? new BadRequest(409, error.message) : error;
  }
}

async function placeOf({ world }: ChatParts, userid: string, chat: 'group' | 'single'): Promise<Place> {
  const found = findMember(await world(), userid);
  if (!found) throw new BadRequest(404, '名册里没有这个人。');
  return chat === 'single' ? { userid, chat: singleOf(userid) } : { userid, ...groupOf(found.grid) };
}

function entryIn({ log }: ChatParts, place: Place, id: number): Entry {
  const entry = log.find(id);
  if (entry?.chat !== place.chat) throw new BadRequest(404, '这个聊天里没有这条消息。');
  return entry;
}

function quoted(entry: Entry): { entry: Entry; by: string } {
  const { content } = entry;
  if (content.kind === 'fault') throw new BadRequest(400, '系统提示不能引用。');
  return { entry, by: content.kind === 'said' ? content.by : '' };
}

function keepAll(images: readonly string[], pictures: Pictures): string[] {
  const all = images.map(text => Buffer.from(text.replace(/^data:[^,]*,/, ''), 'base64'));
  if (all.some(bytes => !imageType(bytes))) throw new BadRequest(400, '只能发 PNG 或 JPEG 图片。');
  return all.flatMap(bytes => pictures.keep(bytes) ?? []);
}

function showPicture(ctx: Koa.Context, found: { bytes: Buffer; type: string } | undefined): void {
  if (!found) return;
  ctx.set({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, max-age=86400' });
  ctx.type = found.type;
  ctx.body = found.bytes;
}

/** What WeChat Work's own link says after five minutes is not documented; it does not give the picture. */
function serveMedia(ctx: Koa.Context, found: { bytes: Buffer; name: string } | undefined): void {
  if (!found) return;
  ctx.attachment(found.name);
  ctx.type = 'application/octet-stream';
  ctx.body = found.bytes;
}
