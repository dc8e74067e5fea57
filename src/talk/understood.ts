import { may } from '../domain/permissions.js';
import type { Understanding } from '../language/reading/understand.js';
import type { Parts, Turn } from './turn.js';

/** A reading of less is no new sentence beside an open question. */
export const newFrom = 0.8;

/** A deed that this bot does not know is talk. */
export function knownDeed({ intents }: Parts, read: Understanding): Understanding {
  return intents.has(read.intent) ? read : { ...read, intent: 'chat.other', slots: {} };
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
  return read.intent !== 'chat.other' && read.confidence >= newFrom && mayDo(parts, turn, read);
}
