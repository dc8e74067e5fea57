import type { Unit } from '../../store/engine/unit.js';

/** What a grid can lack, in the order in which an operator puts it right. */
export const lacks = {
  roster: { en: 'no roster', zh: '没有名册' },
  bound: { en: 'nobody bound', zh: '没有人绑定' },
  grid_secretary: { en: 'no grid secretary', zh: '没有网格书记' },
  community_secretary: { en: 'no community secretary', zh: '没有社区书记' },
  bookkeeper: { en: 'no bookkeeper', zh: '没有会计' },
  cashier: { en: 'no cashier', zh: '没有出纳' },
  leaders: { en: 'buildings without a leader', zh: '有楼没有楼长' },
  group: { en: 'no group', zh: '没有绑定群' },
  webhook: { en: 'no webhook', zh: '没有webhook' },
  project: { en: 'no project in hand', zh: '没有在办的项目' },
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
