import type { JournalLine } from '../../store/engine/journal-line.js';
import type { Parts, Turn } from '../turn.js';
import { rememberedMs } from './spoken.js';

/** The journal's line of what this member did last by words, within ten minutes; undefined where there is none that is meant. */
export async function lastLine(
  { intents }: Pick<Parts, 'intents'>,
  { unit, member, now }: Turn,
  isMeant: (line: JournalLine) => boolean = () => true,
): Promise<JournalLine | undefined> {
  const lines = await unit.journal.ofMember(member.userid, new Date(now.getTime() - rememberedMs));
  return lines.findLast(line => intents.has(line.deed) && isMeant(line));
}
