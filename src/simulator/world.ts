/** Who may be played: the answer of `GET /simulator/world`. */
export interface World {
  readonly grids: readonly {
    readonly code: string;
    readonly name: string;
    readonly chatId: string;
    readonly webhookKey: string;
    readonly members: readonly Member[];
    /** Residents who have no account in the company. */
    readonly outside?: readonly Outsider[];
  }[];
}

/** A resident with personal WeChat alone, or with no smartphone at all. */
export interface Outsider {
  readonly id: string;
  readonly name: string;
  readonly phone: 'wechat' | 'paper';
  readonly building: number | string | null;
  readonly unit: number | string | null;
  readonly room: string | null;
}

export type Grid = World['grids'][number];

interface Member {
  readonly userid: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** The roles as members call them: 楼长, 出纳. */
  readonly titles?: readonly string[];
  readonly building: number | string | null;
  readonly unit: number | string | null;
  readonly room: string | null;
}

/** The next sensible step for a newcomer: somebody says or presses something, or the clock is moved. */
export type Hint =
  | {
      readonly who: string;
      readonly chat: 'group' | 'single';
      readonly text: string;
      readonly why: string;
      /** Pictures sent with the words, in base64. */
      readonly images?: readonly string[];
    }
  | { readonly clock: string; readonly why: string }
  | PressHint
  | CrowdHint;

/** A press on the newest card of a chat that has such a button or option. */
interface PressHint {
  readonly press: true;
  readonly who: string;
  readonly chat: 'group' | 'single';
  /** The words on a button, or on the option to tick before the card is handed in. */
  readonly button: string;
  /** How the card's task id begins, such as `poll-12`, when not any card will do. */
  readonly about?: string;
  readonly why: string;
}

/** Many neighbours say the same thing, one after the other. */
interface CrowdHint {
  readonly crowd: true;
  /** What the suggestion reads: 替57位邻居投同意. */
  readonly text: string;
  readonly lines: readonly { readonly who: string; readonly chat: 'group' | 'single'; readonly text: string }[];
  readonly why: string;
}

/** The chat of a grid's group. A grid that is not bound yet has a group all the same: there it can be bound. */
export function groupOf(grid: Grid): { readonly chat: string; readonly chatId: string } {
  return { chat: `group:${grid.code}`, chatId: grid.chatId || `wrTrial-${grid.code}` };
}

/** The chat in which a member and the bot are alone. */
export function singleOf(userid: string): string {
  return `single:${userid}`;
}

export function findMember(world: World, userid: string): { grid: Grid; member: Member } | undefined {
  for (const grid of world.grids) {
    const member = grid.members.find(one => one.userid === userid);
    if (member) return { grid, member };
  }
  return undefined;
}
