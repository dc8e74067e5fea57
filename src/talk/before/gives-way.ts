import { givenWay } from '../../language/values/manner/answers.js';
import { readInside } from '../../language/values/manner/said-inside.js';
import { ask } from '../act.js';
import { matterNamed } from '../meaning/by-name.js';
import { valueOf } from '../question/carried-on.js';
import { standing } from '../question/still-standing.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { givenUp } from './given-up.js';

const thinksAgain = /还是|算了|不如|要不|改|高了|低了|多了|少了/u;

/** 有个螺丝松了，还是四颗吧 behind a vote or a mark: another one for the same matter, read back. Null where another matter is named. */
export async function thoughtAgain({ spoken }: Parts, turn: Turn, text: string): Promise<Wish | null> {
  const done = thinksAgain.test(text) ? spoken.done(turn) : null;
  const slot = done?.intent === 'project.rate' ? 'score' : done?.intent === 'poll.vote' ? 'choice' : null;
  const value = done && slot && !done.slots?.['beneficiary'] ? readInside(slot, text, turn.now)?.value : undefined;
  if (!done || !slot || value === undefined || value === done.slots?.[slot]) return null;
  if (((await matterNamed(turn, text)) ?? done.no) !== done.no) return null;
  return { intent: done.intent, slots: { no: done.no, [slot]: value }, sure: false, confirmed: false };
}

/**
 * 算了听他的 behind a vote, a promise or a mark: somebody at home wants another one, and which is asked. What stands is told, and stands until
 * then. What stands of the own and is given up is taken back. Null behind every other deed.
 */
export async function givesWay(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const up = await givenUp(parts, turn, text);
  if (up) return up;
  const done = givenWay(text) === '' ? parts.spoken.done(turn) : null;
  const [, intent, slot] = valueOf.find(([of, deed]) => deed === done?.intent && of.test(deed)) ?? [];
  if (!done || intent === undefined || slot === undefined || done.slots?.['beneficiary'] !== undefined) return null;
  const { no, slots = {} } = done;
  const isSum = intent === 'pledge.money';
  const wish = { intent, slots: { ...(isSum ? { replaces: true } : { ...slots, [slot]: undefined }), no }, sure: true };
  const stands = (await standing(turn, done, parts)).replace(/^已经记好了：/u, '现在记的是：');
  const asked = parts.intents.get(intent)?.slots[slot]?.ask ?? '';
  return ask(
    parts,
    turn,
    { ...wish, confirmed: false },
    { asks: slot, question: `${stands}要改成什么？${asked}不改回复“取消”。` },
  );
}
