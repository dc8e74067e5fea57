import type { JournalLine } from '../../store/engine/journal-line.js';
import type { Parts, Turn } from '../turn.js';
import { rememberedMs } from './spoken.js';

/** The journal's lines of what this member did by words within ten minutes, oldest first. */
export async function lastLines(
  { intents }: Pick<Parts, 'intents'>,
  { unit, member, now }: Turn,
  isMeant: (line: JournalLine) => boolean = () => true,
): Promise<JournalLine[]> {
  const lines = await unit.journal.ofMember(member.userid, new Date(now.getTime() - rememberedMs));
  return lines.filter(line => intents.has(line.deed) && isMeant(line));
}

/** The last of them; undefined where there is none that is meant. */
export async function lastLine(...of: Parameters<typeof lastLines>): Promise<JournalLine | undefined> {
  return (await lastLines(...of)).at(-1);
}
