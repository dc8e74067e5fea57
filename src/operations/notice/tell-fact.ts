import { afterQuietHours } from '../../domain/notice/quiet-hours.js';
import type { Disclosure } from '../../store/notice/disclosure.js';
import type { PostContent } from '../../store/notice/post.js';
import type { Saying, Tellers } from '../../store/notice/saying.js';
import type { Tell, Unit } from '../../store/engine/unit.js';
import { disclose } from './disclose.js';

/** How a fact is told: its teller says to whom and in which words, and all of it is kept in the unit in which it came to be. */
export function tellingBy(tellers: Tellers, boardUrl: (grid: string, no?: number) => string): Tell {
  return async (unit, name, fact) => {
    const { by, at: now, messageId, isPrivate = false } = unit.cause;
    const toBoard = (no?: number): string => boardUrl(unit.grid.code, no);
    const told: Disclosure[] = [];
    const telling = { by, now, messageId: messageId ?? '', isPrivate, boardUrl: toBoard };
    for (const saying of await tellers[name](unit, fact, telling)) {
      const disclosed = await say(unit, saying, toBoard);
      // An occasion is told once, with all that goes with it.
      if ('notice' in saying && disclosed.length === 0) break;
      told.push(...disclosed);
    }
    return told;
  };
}

/** Only plain text calls anybody. */
function inGroup({ group: text, calls }: Extract<Saying, { group: string }>): PostContent {
  return calls ? { type: 'text', text, mentions: calls } : { type: 'markdown_v2', text };
}

async function sayTo(
  unit: Unit,
  userid: string,
  { text, about, isUrgent }: Extract<Saying, { members: unknown }>,
  at: Date,
): Promise<void> {
  if (isUrgent) await unit.posts.toAsker(userid, text, at);
  else await unit.posts.toMember(userid, text, at, about === 'plain fact' ? {} : about);
}

/** What the clock says waits for the end of the quiet hours. */
async function say(unit: Unit, saying: Saying, boardUrl: (no?: number) => string): Promise<Disclosure[]> {
  const { by, at: now } = unit.cause;
  const at = by === 'clock' ? afterQuietHours(now) : now;
  if ('notice' in saying) return disclose(unit, [saying.notice], { boardUrl });
  if ('notices' in saying) return disclose(unit, saying.notices, { boardUrl, ...saying });
  if ('group' in saying) await unit.posts.toGroup(inGroup(saying), at);
  else for (const userid of saying.members) await sayTo(unit, userid, saying, at);
  return [];
}
