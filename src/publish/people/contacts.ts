import { maskName } from '../../domain/masking.js';
import { isRole, type RoleId, roles } from '../../domain/permissions.js';
import type { Unit } from '../../store/engine/unit.js';

/** Whom residents look for, in this order. */
const asked: readonly RoleId[] = [
  'grid_secretary',
  'grid_deputy',
  'community_secretary',
  'grid_worker',
  'building_leader',
  'entrance_leader',
  'cashier',
  'bookkeeper',
  'property_company',
  'owners_committee',
];

/** Everyday names of offices: 书记, 楼长, 管钱的. */
const said: readonly (readonly [RegExp, readonly RoleId[]])[] = [
  [/社区书记/u, ['community_secretary']],
  [/副书记/u, ['grid_deputy']],
  [/书记/u, ['grid_secretary', 'grid_deputy', 'community_secretary']],
  [/单元长/u, ['entrance_leader']],
  [/楼长|楼栋长/u, ['building_leader']],
  [/网格员/u, ['grid_worker']],
  [/出纳|收钱|交钱|管钱|[钱款](?:是|该|要|都)*[交给缴]|收款/u, ['cashier']],
  [/会计|管账|记账/u, ['bookkeeper']],
  [/物业/u, ['property_company']],
  [/业委会/u, ['owners_committee']],
  [/供水|供电|供气|供热|热力|燃气|自来水|电力|电业|通信|专业(?:经营)?单位/u, ['utility']],
];

/** How whoever holds an office is reached. */
export const howReached = '在群里说一声就能找到；不方便在群里说的，托楼长转达。';

export function rolesNamed(words: string): readonly RoleId[] {
  return rolesSaid(words) ?? asked;
}

/** The offices that words name, each of them (书记和出纳都是谁); undefined where they name none. 社区书记 is no 书记 besides. */
export function rolesSaid(words: string): readonly RoleId[] | undefined {
  let rest = words;
  const named = said.flatMap(([name, held]) => {
    const isNamed = name.test(rest);
    rest = rest.replace(name, '');
    return isNamed ? held : [];
  });
  return named.length > 0 ? [...new Set(named)] : undefined;
}

/**
 * Who holds the offices that residents look for: the whole name only where they have agreed to it, else the masked one; by building,
 * never by room. They are reached in the group; a masked name is no name to call.
 */
export async function contactWords(
  unit: Unit,
  wanted: readonly RoleId[],
  /** The asker's building: of the leaders of buildings only that of it is looked for. */
  own: string | null = null,
): Promise<string> {
  const lines = ofBuilding(await contacts(unit, wanted), own).map(one => `- ${one.said}`);
  const missing = wanted.map(role => roles[role]).slice(0, 3);
  if (lines.length === 0) return `本网格还没有登记${missing.join('、')}。请问社区。`;
  return [...lines, howReached].join('\n');
}

/** Without those of other buildings, where the own one has its own. */
export function ofBuilding<C extends { readonly building: string | null }>(
  found: readonly C[],
  own: string | null,
): C[] {
  const isOwn = own !== null && found.some(({ building }) => building === own);
  return found.filter(({ building }) => !isOwn || building === null || building === own);
}

/** The same one by one, in the order of the offices; `building` is null for offices of the whole grid. */
export async function contacts(
  unit: Unit,
  wanted: readonly RoleId[],
): Promise<{ said: string; building: string | null }[]> {
  const held = (await unit.members.roles()).filter(({ role }) => isRole(role) && wanted.includes(role));
  const shown = new Map((await unit.roleCards.shown()).map(card => [card.memberId, card.namedAt !== null]));
  const found: { said: string; building: string | null }[] = [];
  for (const role of wanted)
    for (const { userid, building } of held.filter(each => each.role === role)) {
      const member = await unit.members.byUserid(userid);
      if (!member || member.erasedAt) continue;
      const name = shown.get(member.id) ? member.name : maskName(member.name);
      found.push({ said: `${building === null ? '' : `${building}号楼`}${roles[role]}：${name}`, building });
    }
  return found;
}
