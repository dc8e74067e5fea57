import { maskName, placeWords } from '../../domain/masking.js';
import type { OpenUnit } from '../../store/engine/unit.js';
import { joinIdentities } from './join-identities.js';

/** The other end of a code that came from the desk into 微信客服 (docs/wecom-doors.md 27.3). */
export interface Crossing {
  /** Who sat at the desk, as it may be shown to whoever holds the code; empty for somebody who belongs to no home. */
  readonly whose: string;
  /** Spends the code and makes both one person. */
  join(): Promise<void>;
}

/** Where a code leads; null where it leads nowhere any more, or to the very person who brings it. */
export async function crossing(
  open: OpenUnit,
  given: { readonly userid: string; readonly code: string; readonly now: Date },
): Promise<Crossing | null> {
  const { userid, code, now } = given;
  const link = await open.identities.link(code, 'join', now);
  if (!link || link.userid === userid) return null;
  const grid = await open.grids.byUser(link.userid);
  const other = grid && (await (await open.within(grid)).members.view(link.userid));
  return {
    whose: other?.household ? `${placeWords(other.household)}${maskName(other.name)}` : '',
    async join() {
      if (await open.identities.spend(link, now)) await joinIdentities(open, { one: userid, other: link.userid, now });
    },
  };
}
