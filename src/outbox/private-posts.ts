import { afterQuietHours } from '../domain/notice/quiet-hours.js';
import { ChannelUses } from '../store/notice/channel-uses.js';
import type { Post, PostContent } from '../store/notice/post.js';
import { askedFor, isStale } from '../store/notice/posts.js';
import type { Unit } from '../store/engine/unit.js';
import type { Push } from '../wecom/robot/long-connection.js';
import { afterPrivateUnknown, isPastCheck, shownLater } from './post-outcome.js';

/** A way to a member in private that is always open. */
export interface MemberChannel {
  /** `mayHaveCome` for so many seconds: what it told in these it does not tell again. */
  push(userid: string, words: Push, mayHaveCome?: number): Promise<void>;
  /** As how many messages these words leave: what is long is cut. */
  messagesOf(words: Push): number;
}

/** Over the long connection a conversation takes 30 a minute and 1000 an hour, of which some are left to answers (8.8). */
export const pushes = { perMinute: 20, perHour: 900 };
/** Longer than a call to WeChat Work may take: a post still on its way then was left by a process that died. */
export const deadAfterMs = 30_000;
/** A text of the app holds so much (docs/wecom-doors.md 25). */
const messageMaxBytes = 2048;

/** The oldest private post that is due and within its member's budget, taken in hand. */
export async function takeNextPrivate(
  unit: Unit,
  { now, members }: { now: Date; members: MemberChannel | null },
): Promise<Post | null> {
  // Nobody's phone rings at night for what they did not ask for.
  const isQuiet = afterQuietHours(now) > now;
  for (const post of await unit.posts.waitingForMembers()) {
    if (post.state === 'sending') {
      const isLeft = now.getTime() - (post.sentAt?.getTime() ?? 0) >= deadAfterMs;
      // Whoever had it in hand died before it could tell.
      if (isLeft) await unit.posts.update(post, afterPrivateUnknown(post, { byApp: members !== null, now }));
      continue;
    }
    if (isStale(post, now)) {
      await unit.posts.merge([post]);
      continue;
    }
    if (post.dueAt > now || (isQuiet && post.topic !== askedFor)) continue;
    if (members && isPastCheck(post, now)) {
      await unit.posts.update(post, shownLater);
      continue;
    }
    const count = members?.messagesOf(toPush(post.content)) ?? 1;
    const free = await new ChannelUses(unit.manager).take(post.userid ?? '', now, pushes, count);
    if (free) {
      await unit.posts.update(post, { dueAt: free });
      continue;
    }
    // What may have arrived is told again in the same words.
    const content = members && post.sentAt === null ? await joined(unit, post, now) : post.content;
    await unit.posts.update(post, { state: 'sending', content, attempts: post.attempts + 1, sentAt: now });
    return { ...post, content };
  }
  return null;
}

/** What else waits for the same member, as far as one message of the app holds it: a phone rings once in the morning, not six times. */
async function joined(unit: Unit, { id, userid, content }: Post, now: Date): Promise<PostContent> {
  if (!('text' in content)) return content;
  let { text } = content;
  for (const other of await unit.posts.waitingForMembers()) {
    const isSameReader =
      other.state === 'queued' && other.sentAt === null && other.userid === userid && other.id !== id;
    if (!isSameReader || !('text' in other.content) || other.dueAt > now || isStale(other, now)) continue;
    const longer = `${text}\n\n---\n${other.content.text}`;
    if (Buffer.byteLength(longer) > messageMaxBytes) break;
    text = longer;
    await unit.posts.merge([other]);
  }
  return { ...content, text };
}

/** Over the long connection everything said is markdown (docs/wecom-protocol.md 8.6). */
export function toPush(content: PostContent): Push {
  if ('text' in content) return { kind: 'markdown', text: content.text };
  const bytes = Buffer.from(content.base64, 'base64');
  return content.type === 'image'
    ? { kind: 'image', name: 'picture.png', bytes }
    : { kind: 'file', name: content.name, bytes };
}
