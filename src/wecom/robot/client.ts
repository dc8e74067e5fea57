import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Attachment } from '../../talk/message.js';
import { WeComError } from '../errors.js';
import { type Call, type Wire, exchange, notRefused, succeeded } from '../http.js';
import { byteLength, imageMaxBytes, textMaxBytes } from '../faces/lengths.js';
import { cutMarkdown, withoutThinking } from '../faces/markdown.js';
import { multipart } from '../multipart.js';
import { type Media, type MediaLimits, fetchMedia } from './media.js';

/** One message for a group's webhook (docs/wecom-protocol.md 7.1). */
export type Post =
  | { readonly kind: 'markdown' | 'markdown_v2'; readonly text: string }
  /** `mention` holds userids, or `@all`. */
  | { readonly kind: 'text'; readonly text: string; readonly mention?: readonly string[] }
  | { readonly kind: 'image'; readonly bytes: Buffer }
  | { readonly kind: 'file'; readonly mediaId: string };

interface ClientOptions extends Wire {
  /** How the address of every call begins. */
  readonly apiBase: string;
}

export interface Client {
  /** Posts to a group. Count every post against the 20 a minute of its key. */
  sendWebhook(key: string, post: Post): Promise<void>;
  /** Uploads a file; the media id lives three days, and only for this webhook (docs/wecom-protocol.md 7.2). */
  uploadMedia(key: string, name: string, bytes: Buffer): Promise<string>;
  /** Says something more to a message: once, within an hour (docs/wecom-protocol.md 5.6). */
  answerByUrl(responseUrl: string, markdown: string): Promise<void>;
  fetchMedia(attachment: Attachment, limits: MediaLimits): Promise<Media>;
}

const mostBytes = { text: textMaxBytes, markdown: 4096, markdown_v2: 4096 };
const fileMaxBytes = 20 * 1024 * 1024;
const Uploaded = z.object({ media_id: z.string().min(1) });

/** The outgoing side: WeChat Work's HTTP API. Every failure is a `WeComError`. */
export function createClient({ apiBase, ...wire }: ClientOptions): Client {
  const base = new URL(apiBase).href.replace(/(?<!\/)\/+$/, '');

  function webhook(path: string, key: string): string {
    return `${base}/cgi-bin/webhook/${path}?key=${encodeURIComponent(key)}`;
  }

  return {
    async sendWebhook(key, post) {
      const body = JSON.stringify(postBody(post));
      const call: Call = { url: webhook('send', key), purpose: `send ${post.kind}`, init: jsonInit(body) };
      await exchange(wire, call, response => succeeded(response, call));
    },

    async uploadMedia(key, name, bytes) {
      if (bytes.length <= 5 || bytes.length > fileMaxBytes) throw tooLong('media', 'upload file');
      const init = multipart(name, bytes);
      const url = `${webhook('upload_media', key)}&type=file`;
      const call: Call = { url, purpose: 'upload file', init, harmlessTwice: true };
      const answer = Uploaded.safeParse(await exchange(wire, call, response => succeeded(response, call)));
      if (!answer.success)
        throw new WeComError({ kind: 'unknown', detail: 'upload file: no media_id', harmlessTwice: true });
      return answer.data.media_id;
    },

    async answerByUrl(responseUrl, markdown) {
      const purpose = 'answer by response_url';
      if (!isBelow(base, responseUrl)) throw new WeComError({ kind: 'bug', detail: `${purpose}: foreign address` });
      const content = cutMarkdown(withoutThinking(markdown), 20_480);
      const init = jsonInit(JSON.stringify({ msgtype: 'markdown', markdown: { content } }));
      const call: Call = { url: responseUrl, purpose, init };
      await exchange(wire, call, response => notRefused(response, call));
    },

    fetchMedia: (attachment, limits) => fetchMedia(wire, attachment, limits),
  };
}

/** The slash keeps out `https://qyapi.weixin.qq.com.evil.com`; the second look keeps out `/../`. */
function isBelow(base: string, url: string): boolean {
  const start = `${base}/`;
  return url.startsWith(start) && URL.canParse(url) && new URL(url).href.startsWith(start);
}

function postBody(post: Post): object {
  if (post.kind === 'file') return { msgtype: 'file', file: { media_id: post.mediaId } };
  if (post.kind === 'image') {
    if (post.bytes.length > imageMaxBytes) throw tooLong('media', 'send image');
    const md5 = createHash('md5').update(post.bytes).digest('hex');
    return { msgtype: 'image', image: { base64: post.bytes.toString('base64'), md5 } };
  }
  // WeChat Work would refuse it too (40058), after counting it against the minute.
  if (byteLength(post.text) > mostBytes[post.kind]) throw tooLong('bug', `send ${post.kind}`);
  if (post.kind === 'text') {
    const mentioned = post.mention?.length ? { mentioned_list: post.mention } : {};
    return { msgtype: 'text', text: { content: post.text, ...mentioned } };
  }
  return { msgtype: post.kind, [post.kind]: { content: post.text } };
}

function tooLong(kind: 'bug' | 'media', purpose: string): WeComError {
  return new WeComError({ kind, detail: `${purpose}: over the size limit` });
}

function jsonInit(body: string): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body };
}
