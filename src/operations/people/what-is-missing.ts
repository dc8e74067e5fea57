import type { Unit } from '../../store/engine/unit.js';

/** What a grid can lack, in the order in which an operator puts it right. */
export const lacks = {
  roster: 'no roster',
  bound: 'nobody bound',
  grid_secretary: 'no grid secretary',
  community_secretary: 'no community secretary',
  bookkeeper: 'no bookkeeper',
  cashier: 'no cashier',
  leaders: 'buildings without a leader',
  group: 'no group',
  webhook: 'no webhook',
  project: 'no project in hand',
} as const;

export type Lack = keyof typeof lacks;

/** What a grid still lacks before it can work by itself. */
export async function whatIsMissing(unit: Unit): Promise<Lack[]> {
  const roles = await unit.members.roles();
  const held = new Set(roles.map(({ role }) => role));
  const homes = await unit.members.present();
  const led = new Set(roles.filter(({ role }) => role === 'building_leader').map(({ building }) => building));
  const missing: Record<Lack, boolean> = {
    roster: homes.length === 0,
    bound: (await unit.members.allBound()).length === 0,
    grid_secretary: !held.has('grid_secretary'),
    community_secretary: !held.has('community_secretary'),
    bookkeeper: !held.has('bookkeeper'),
    cashier: !held.has('cashier'),
    leaders: !led.has(null) && homes.some(({ building }) => !led.has(building)),
    group: (await unit.members.chatId()) === null,
    webhook: unit.grid.webhookKey === null,
    project: (await unit.projects.underWay()).length === 0,
  };
  return (Object.keys(lacks) as Lack[]).filter(lack => missing[lack]);
}
