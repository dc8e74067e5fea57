import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Refusal, readCard } from './card-rules.js';
import type { Push } from './chat-log.js';
import { imageType, isOnePixel } from './image-kind.js';
import type { Stored } from './shelf.js';

const perMinute = 20;
const minuteMs = 60_000;
const imageMaxBytes = 2 * 1024 * 1024;
const fileMs = 3 * 24 * 3_600_000;
const textMaxBytes = { text: 2048, markdown: 4096, markdown_v2: 4096 } as const;

/** Counts the posts of each webhook in each minute of the simulated clock (docs/wecom-protocol.md 7.1). */
export class MinuteBudget {
  private readonly counts = new Map<string, { minute: number; posts: number }>();

  /** False for the 21st post of a minute. */
  take(key: string, now: Date): boolean {
    const minute = Math.floor(now.getTime() / minuteMs);
    const before = this.counts.get(key);
    const posts = before?.minute === minute ? before.posts : 0;
    if (posts >= perMinute) return false;
    this.counts.set(key, { minute, posts: posts + 1 });
    return true;
  }
}

interface WebhookPlace {
  readonly key: string;
  readonly now: Date;
  file(mediaId: string): Stored | undefined;
  /** Keeps a picture and says its id. */
  keep(bytes: Buffer): string | undefined;
}

type Result = { readonly push: Push } | { readonly refusal: Refusal };
type Reader = (json: unknown, place: WebhookPlace) => Result;

const readers: Readonly<Record<string, Reader>> = {
  text: json => words(json, 'text'),
  markdown: json => words(json, 'markdown'),
  markdown_v2: json => words(json, 'markdown_v2'),
  image,
  news,
  file: (json, place) => media(json, place, 'file'),
  voice: (json, place) => media(json, place, 'voice'),
  template_card: card,
};

/** What a post shows in the group, or WeChat Work's refusal (docs/wecom-protocol.md 7.1, 7.3). */
export function readPost(json: unknown, place: WebhookPlace): Result {
  const { msgtype } = z.object({ msgtype: z.string() }).safeParse(json).data ?? {};
  const reader = msgtype !== undefined && Object.hasOwn(readers, msgtype) ? readers[msgtype] : undefined;
  return reader ? reader(json, place) : refuse(40008, 'invalid message type');
}

const Words = z.object({
  content: z.string().default(''),
  mentioned_list: z.array(z.string()).default([]),
  mentioned_mobile_list: z.array(z.string()).default([]),
});

function words(json: unknown, dialect: 'text' | 'markdown' | 'markdown_v2'): Result {
  const read = z.object({ [dialect]: Words }).safeParse(json).data?.[dialect];
  if (!read || read.content.trim() === '') return refuse(44004, 'empty content');
  const most = textMaxBytes[dialect];
  if (Buffer.byteLength(read.content) > most) {
    return refuse(40058, `${dialect}.content exceed max length ${most}. invalid Request Parameter`);
  }
  const mentions = dialect === 'text' ? [...read.mentioned_list, ...read.mentioned_mobile_list] : [];
  return { push: { kind: 'push', dialect, text: read.content, mentions, pictures: [] } };
}

const Image = z.object({ image: z.object({ base64: z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/), md5: z.string() }) });

function image(json: unknown, { keep }: WebhookPlace): Result {
  const sent = Image.safeParse(json).data?.image;
  const bytes = Buffer.from(sent?.base64 ?? '', 'base64');
  const right = sent !== undefined && createHash('md5').update(bytes).digest('hex') === sent.md5.toLowerCase();
  if (!right || bytes.length > imageMaxBytes || !imageType(bytes) || isOnePixel(bytes))
    return refuse(40123, 'invalid image content');
  const id = keep(bytes);
  return { push: shown({ pictures: id === undefined ? [] : [id] }) };
}

const Article = z.object({
  title: z.string().min(1),
  description: z.string().optional(),
  url: z.string().min(1),
  picurl: z.string().optional(),
});

function news(json: unknown): Result {
  const articles = z.object({ news: z.object({ articles: z.array(Article).min(1).max(8) }) }).safeParse(json).data
    ?.news.articles;
  if (!articles) return refuse(40058, 'news.articles: 1 to 8 with title and url. invalid Request Parameter');
  const cut = articles.map(one => ({
    ...one,
    title: firstBytes(one.title, 128),
    description: one.description && firstBytes(one.description, 512),
  }));
  return { push: shown({ articles: cut }) };
}

function media(json: unknown, { key, now, file }: WebhookPlace, type: 'file' | 'voice'): Result {
  const id = z.object({ [type]: z.object({ media_id: z.string().min(1) }) }).safeParse(json).data?.[type]?.media_id;
  const found = id === undefined ? undefined : file(id);
  const good = found?.key === key && now.getTime() - found.at.getTime() <= fileMs;
  if (id === undefined || !found || !good) return refuse(40007, 'invalid media_id');
  return {
    push: shown({
      file: { name: found.name, bytes: found.bytes.length, link: `/simulator/files/${encodeURIComponent(id)}` },
    }),
  };
}

function card(json: unknown): Result {
  const read = readCard(z.object({ template_card: z.unknown() }).safeParse(json).data?.template_card, 'webhook');
  return 'refusal' in read ? read : { push: shown({ card: read.card }) };
}

function shown(rest: Partial<Push>): Push {
  return { kind: 'push', dialect: 'text', text: '', pictures: [], ...rest };
}

/** As much of a text as fits, without half a character. */
function firstBytes(text: string, most: number): string {
  let left = most;
  let end = 0;
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function refuse(errcode: number, errmsg: string): Result {
  return { refusal: { errcode, errmsg } };
}
