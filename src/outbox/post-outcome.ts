import { plain } from '../domain/plain-text.js';
import { isRepeat, repeated } from '../domain/notice/may-repeat.js';
import type { Post, PostContent } from '../store/notice/post.js';
import { type ErrorKind, passesByItself } from '../wecom/errors.js';
import { splitText } from '../wecom/faces/split.js';

/** What becomes of a post. Queued without a new due time: it waits until its channel is set anew. */
export type Outcome = Partial<Pick<Post, 'content' | 'dueAt' | 'errcode' | 'sentAt'>> & {
  readonly state: Post['state'];
};

/** A channel that took too much takes nothing for a minute (docs/wecom-protocol.md 11.1). */
export const windowMs = 60_000;
/** A transient failure is tried again at most three times (docs/wecom-protocol.md 11.2). */
const mostAttempts = 4;
/** The errcode of a failure that had none, so that the post is not pushed again. */
const noErrcode = -1;

/** What becomes of a post that was not taken, by the classes of docs/wecom-protocol.md 11.2. `chance` is from 0 to 1. */
export function afterFailure(kind: ErrorKind, post: Post, { now, chance }: { now: Date; chance: number }): Outcome {
  const later = (ms: number, content = post.content): Outcome => ({
    state: 'queued',
    content,
    sentAt: null,
    dueAt: new Date(now.getTime() + ms),
  });
  switch (kind) {
    case 'transient':
    case 'token':
    case 'media-id':
      if (post.attempts + 1 >= mostAttempts) return { state: 'failed', sentAt: null };
      return later(1000 * 2 ** (post.attempts + 1) * (1 + chance / 4));
    case 'rate':
    case 'connection':
      return later(windowMs);
    case 'unknown':
      return afterUnknown(post, new Date(now.getTime() + windowMs));
    case 'credentials':
    case 'permanent-target':
      // Kept for the day when there is a channel again. No due time: the channel is turned off.
      return { state: 'queued', sentAt: null };
    case 'bug':
    case 'card-id':
    case 'card':
    case 'media':
      return isPlainest(post.content)
        ? { state: 'failed', sentAt: null }
        : later(0, { type: 'text', text: plainest(post.content), mentions: [] });
    default:
      return { state: 'failed', sentAt: null };
  }
}

/** How a private post went, for what becomes of it. */
interface PrivateFailure {
  readonly kind: ErrorKind;
  readonly errcode?: number;
  /** True where the app pushes, which leaves out what it has told a moment ago. */
  readonly byApp: boolean;
}

/** A private post that could not be pushed is never given up: it is shown when the member next uses their private chat. */
export function afterPrivateFailure(
  { kind, errcode, byApp }: PrivateFailure,
  post: Post,
  given: { now: Date; chance: number },
): Outcome {
  if (kind === 'unknown') return afterPrivateUnknown(post, { byApp, now: given.now });
  const outcome = passesByItself.has(kind) ? afterFailure(kind, post, given) : null;
  if (outcome?.state === 'queued') return { ...outcome, errcode: null, sentAt: post.sentAt };
  return { state: 'queued', errcode: errcode ?? noErrcode, sentAt: post.sentAt };
}

/**
 * Nobody knows whether a private post has arrived, which its `sentAt` tells while it waits. The app says the same words again, and WeChat
 * Work leaves them out where it had them (docs/wecom-protocol.md 9.3, 11.2). Where nothing does, money and votes are not pushed again,
 * anything else once and visibly; what is not pushed is shown, marked, when the member next uses their private chat.
 */
export function afterPrivateUnknown(post: Post, { byApp, now }: { byApp: boolean; now: Date }): Outcome {
  const waits = { state: 'queued' as const, sentAt: post.sentAt ?? now };
  const later = (minutes: number): Outcome => ({
    ...waits,
    errcode: null,
    dueAt: new Date(now.getTime() + minutes * windowMs),
  });
  if (byApp) return later(2 ** Math.min(post.attempts, 4));
  if (isWeighty(post.content) || isSecond(post.content)) return { ...waits, errcode: noErrcode };
  return { ...later(1), content: marked(post.content) };
}

/** So long WeChat Work knows what it has told (docs/wecom-protocol.md 9.3). */
export const checkedSeconds = 4 * 3600;

/** True for a private post that may have arrived, and is told again too late for that to be found out. */
export function isPastCheck({ sentAt }: Post, now: Date): boolean {
  return sentAt !== null && now.getTime() - sentAt.getTime() >= checkedSeconds * 1000;
}

export const shownLater: Outcome = { state: 'queued', errcode: noErrcode };

/** Nobody knows whether it has arrived: money and votes are never repeated, anything else once and visibly. */
export function afterUnknown({ content }: Post, dueAt: Date): Outcome {
  if (isWeighty(content) || isSecond(content)) return { state: 'unknown' };
  return { state: 'queued', content: marked(content), sentAt: null, dueAt };
}

/** Money and votes: a second time could be taken for a second deed. */
function isWeighty(content: PostContent): boolean {
  return !('text' in content) || /元|票|表决|同意|积分|决算|验收/.test(content.text);
}

function isSecond(content: PostContent): boolean {
  return 'text' in content && isRepeat(content.text);
}

function marked(content: PostContent): PostContent {
  return 'text' in content ? { ...content, text: repeated(content.text) } : content;
}

function isPlainest(content: PostContent): boolean {
  return content.type === 'text' && content.mentions.length === 0;
}

/** Said without any form, for a channel that did not take the form. */
function plainest(content: PostContent): string {
  if (!('text' in content)) return '有一份图片或文件没能发出，请到公示栏查看。';
  return (
    splitText(
      content.text
        .split('\n')
        .map(line => plain(line))
        .join('\n'),
    )[0] ?? ''
  );
}
