import type { Understanding } from '../../language/reading/understand.js';
import { plain } from '../../domain/plain-text.js';
import { act } from '../act.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { sureFrom } from '../wish.js';

const leads =
  /[，,。；;！!\s]+(?:顺便|顺带|另外|还有|对了|再就是|同时|并且?|也)[，,\s]*(?=(?:我|俺|咱)?(?:也|还|再)?(?:想|要)?(?:报|说|提|反映|建议|提议))/u;
const suggests = /^(?:我|俺|咱)?(?:也|还|再)?(?:想|要)?(?:提个)?(?:建议|提议)[：:，,\s]*(?<text>[^]{3,})$/u;
const told =
  /^(?:我|俺|咱)?(?:也|还|再)?(?:想|要)?(?:报|说|提|反映)(?:一?[下声个]|个事儿?|一件事)*[，,：:\s]*(?=.{3})/u;

/**
 * 路灯同意，顺便报一下三单元门禁坏了; 认捐三百元，并建议灯杆用铝合金: a deed of the own household, and behind it a report or an idea. The first
 * is done as if it stood alone and the second goes on from it; what cannot be done beside a question is named.
 */
export async function twoWishes(
  parts: Parts,
  turn: Turn,
  text: string,
  {
    read,
    alone,
  }: { readonly read: (words: string) => Understanding; readonly alone: (words: string) => Promise<Reply> },
): Promise<Reply | null> {
  const at = leads.exec(text);
  if (!at) return null;
  const kept = text.slice(0, at.index);
  const rest = text.slice(at.index + at[0].length).trim();
  const first = read(kept);
  const { says, takesBack } = parts.intents.get(first.intent) ?? {};
  if (says === undefined || takesBack || first.confidence < sureFrom) return null;
  const idea = suggests.exec(rest)?.groups?.['text'];
  const other = idea === undefined ? read(rest.replace(told, '')) : null;
  if (other && other.intent !== 'report.open') return null;
  const reply = await alone(kept);
  const done = parts.spoken.done(turn);
  if (reply.answers || (idea !== undefined && !done))
    return { ...reply, text: `${reply.text}\n“${plain(rest, 60)}”这一句还没有记，要办请另说一遍。` };
  const wish =
    idea === undefined
      ? { intent: 'report.open', slots: { ...other?.slots }, sure: true }
      : { intent: 'idea.add', slots: { no: done?.no, text: idea }, sure: false };
  const second = await act(parts, turn, { ...wish, confirmed: false }, rest);
  return { ...second, text: `${reply.text}\n${second.text}` };
}
