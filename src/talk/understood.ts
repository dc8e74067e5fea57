import { may } from '../domain/permissions.js';
import { soundsBroken } from '../language/values/trouble-words.js';
import type { Understanding } from '../language/reading/understand.js';
import type { Parts, Turn } from './turn.js';
import { sureFrom, type Wish } from './wish.js';

/** A deed that this bot does not know is talk. */
export function knownDeed({ intents }: Parts, read: Understanding): Understanding {
  return intents.has(read.intent) ? read : { ...read, intent: 'chat.other', slots: {} };
}

/** So sure the reader has to be of a trouble that no word tells of. */
const surelyTrouble = 0.9;

/** 车棚顶一个 sounds like a report, and nothing is wrong: what others are called out for is not done upon that. */
export function isDoubted({ intent, why: { readings } }: Understanding, text: string): boolean {
  const share = readings.find(reading => reading.intent === intent)?.share ?? 1;
  return intent === 'report.open' && share < surelyTrouble && !soundsBroken(text);
}

/** What a reading wants done, with what the speaker or the moment adds to it. */
export function wishOf({ intent, slots, extras, confidence }: Understanding, more: Wish['slots'] = {}): Wish {
  return { intent, slots: { ...slots, ...extras, ...more }, sure: confidence >= sureFrom, confirmed: false };
}

/** What this member may not do anyway is no new sentence beside an open question: “居民150元，奖补150元” answers where the money comes from. */
export function mayDo({ intents }: Parts, { member }: Turn, { intent }: Understanding): boolean {
  const permission = intents.get(intent)?.permission;
  return permission !== undefined && may(member, permission);
}

/** True for words that are surely a deed by themselves. */
export function isDeed(parts: Parts, turn: Turn, words: string): boolean {
  if (parts.fixedForm(words)) return true;
  const roles = turn.member.roles.map(({ role }) => role);
  const read = knownDeed(parts, parts.understand(words, turn.now, { openPolls: [], openPledges: [], roles }));
  return read.intent !== 'chat.other' && read.confidence >= sureFrom && mayDo(parts, turn, read);
}
