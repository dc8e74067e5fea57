import { onlyOne } from '../../domain/only-one.js';
import { hourMs } from '../../domain/calendar.js';
import { may } from '../../domain/permissions.js';
import { hasMood } from '../../language/values/manner/mood.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';

const signing = /^(?:我|俺|咱|帮我|给我|来|要|先)*(?:签(?:个|一?下)?到|报(?:个|一?下)?到)(?:了|啦|啊|吧|哈|一下)*/u;
const arrived = /^(?:我|俺|咱|也|都|已经|刚|们|家)*(?:到|来)(?:了|啦|场了)+(?:到了|来了|啊|哈|呀|的)*$/u;
/** Whoever signed in last week does not do it by a word today. */
const longestMeetingMs = 8 * hourMs;

/** 签个到 我是2号楼的, and 到了 where one meeting begins: the household signs in. Later 到了 is read back. */
export async function signsIn({ unit, member, now }: Turn, text: string): Promise<Wish | null> {
  if (!/签|报|[到来]了/u.test(text)) return null;
  const bare = text.normalize('NFKC').replaceAll(/[\s，,。.!！~]+/gu, '');
  const isSaid = signing.test(bare);
  if ([...bare].length > 16 || !(isSaid || arrived.test(bare)) || member.householdId === null) return null;
  if (!may(member, 'meeting.attend') || hasMood(text, 'asked', 'denied')) return null;
  const running = (await unit.meetings.open()).filter(
    ({ startsAt }) =>
      startsAt.getTime() - hourMs <= now.getTime() && now.getTime() <= startsAt.getTime() + longestMeetingMs,
  );
  const only = onlyOne(running);
  if (!only) return null;
  const sinceMs = now.getTime() - only.startsAt.getTime();
  const isBegun = sinceMs >= -hourMs / 2 && sinceMs <= 2 * hourMs;
  return { intent: 'meeting.signin', slots: { no: only.no }, sure: isSaid || isBegun, confirmed: false };
}
