import { may } from '../../domain/permissions.js';
import { cannotWait } from '../../language/values/trouble-words.js';
import type { Understanding } from '../../language/reading/understand.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { act } from '../act.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';

const howToDeclare =
  '要马上动工花钱就走应急抢修：先发“提案：……”，再发“几号责任核查”选应急维修，再发“几号应急抢修：什么情况、先怎么修，最多8000元”；一位住户和楼长、物业或监管小组一人到场确认后就能修。';

/** 暖气主管爆了，得赶紧先修: what cannot wait is reported at once, and is no proposal for neighbours to second; an office hears how repairs begin. */
export async function urgentSaid(
  parts: Parts,
  turn: Turn,
  { intent }: Understanding,
  text: string,
): Promise<Reply | null> {
  if (intent !== 'proposal.open' || !cannotWait(text) || findNumbers(text).length > 0) return null;
  if (hasMood(text, 'forwarded', 'quoted', 'asked', 'past', 'joking')) return null;
  const reply = await act(parts, turn, { intent: 'report.open', slots: { text }, sure: true, confirmed: false }, text);
  return may(turn.member, 'emergency.declare') ? { ...reply, text: `${reply.text}\n${howToDeclare}` } : reply;
}
