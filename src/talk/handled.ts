import type { AnyIntent, Deed } from './intent.js';
import type { Reply } from './reply.js';

/** Does a deed, and answers whoever said it. */
export async function handled(intent: AnyIntent, deed: Deed): Promise<Reply> {
  const answer = await intent.handle(deed);
  return typeof answer === 'string' ? { text: answer } : toSpeaker(deed, answer);
}

/** What the speaker alone may hear is the answer in private; of a group it waits in the private chat, where it is pushed at night too. */
export async function toSpeaker(
  { unit, member, chat, now }: Pick<Deed, 'unit' | 'member' | 'chat' | 'now'>,
  { alone, ...reply }: Reply,
): Promise<Reply> {
  if (alone === undefined) return reply;
  if (chat.kind === 'single') return { ...reply, text: alone };
  await unit.posts.toAsker(member.userid, alone, now);
  return reply;
}
