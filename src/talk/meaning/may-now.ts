import { may } from '../../domain/permissions.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { nextOf } from '../../operations/next-steps.js';
import { missingSlot } from '../question/lacking.js';
import { rehearsed } from '../rehearsal.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** 可以投票了吧, 能发布了吗, 现在能不能公示: whether it may be done, and no order to do it. */
const asksMay =
  /^(?:请问)?[^，,。；;]{0,12}?(?:是不是)?(?:可以|能够?|能不能|可不可以|该)[^，,。；;？?]{1,12}(?:了(?:吧|吗|么|没有?|不)|吗|么|不)?[啊呀]*[?？。\s]*$/u;

/** Whether a deed of an office may be done now, and by which words: nothing is done and nothing waits. Null where it is no such question. */
export async function mayNow(parts: Parts, turn: Turn, wish: Wish, text: string): Promise<Reply | null> {
  const intent = parts.intents.get(wish.intent);
  const { binds = 'office', permission } = intent ?? {};
  const { no } = wish.slots;
  if (!intent || permission === undefined || (binds !== 'office' && binds !== 'public')) return null;
  const isAsked = /(?:了吧|[吗么]|了没有?|[能可以该]不)[啊呀]*[?？。\s]*$|能不能|可不可以|是不是|[?？]\s*$/u.test(text);
  if (!isAsked || !asksMay.test(text.trim()) || typeof no !== 'number' || !may(turn.member, permission)) return null;
  if (hasMood(text, 'forwarded', 'quoted', 'reported')) return null;
  if (missingSlot(parts, intent, { slots: wish.slots, text, now: turn.now })) return null;
  const project = await turn.unit.projects.byNo(no);
  const step = project && (await nextOf(turn.unit, project, turn.now)).steps.find(({ deed }) => deed === wish.intent);
  if (!step) return null;
  const seen = await rehearsed(parts, turn, wish, intent);
  if (seen.refused !== undefined) return { text: `现在还不行：${seen.refused}` };
  parts.spoken.note(turn, { intent: wish.intent, no, isDone: false });
  return { text: `可以了，现在就能${step.title}，还没有办。要办就发送“${step.says[0] ?? ''}”。` };
}
