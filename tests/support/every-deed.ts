import { type RoleId, roles } from '../../src/domain/permissions.js';
import type { AnyIntent, Deed } from '../../src/talk/intent.js';
import type { Neighbourhood } from './neighbourhood.js';

export const roleIds = Object.keys(roles) as RoleId[];

/** What is said for a slot, by its name; the first that the slot takes. */
const said: readonly unknown[] = [
  1,
  20_000,
  true,
  new Date('2026-03-20T20:00:00+08:00'),
  '张记五金二十只灯泡，付给张记五金，2026年4月10日前',
  '3号楼2单元101',
  '3号楼2单元',
  '材料1200元，人工800元',
  ['白色', '米黄'],
  'agree',
  'urgent',
  'owners',
  'works',
  'voluntary',
  'none',
  'residents',
  'pass',
  'goods',
  ...new Set([
    '同意',
    '一致',
    '成立',
    '公布',
    '我的',
    '计分',
    '评分',
    '捐物',
    '通过',
    '合格',
    '是',
    '不用',
    '月',
    '社区',
  ]),
];

function slotsOf({ slots }: AnyIntent): Record<string, unknown> | null {
  const filled: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(slots)) {
    const value = said.map(one => accepted(() => kind.accept(one))).find(one => one !== undefined);
    const list = /^\s*1 /mu.test(kind.ask) ? accepted(() => kind.read?.('1')) : undefined;
    const usable = list ?? value;
    if (usable === undefined && !kind.optional) return null;
    filled[name] = usable;
  }
  return filled;
}

function accepted(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Every deed with something usable said for each of its slots; left out where nothing of the list is. */
export function everyDeed(intents: ReadonlyMap<string, AnyIntent>) {
  return [...intents].flatMap(([name, intent]) => {
    const slots = slotsOf(intent);
    return slots === null ? [] : [{ name, intent, slots }];
  });
}

/** One holder of each role, bound to a household of their own. */
export async function everybody(grid: Neighbourhood): Promise<void> {
  await grid.inUnit(async unit => {
    for (const [index, role] of roleIds.entries())
      await unit.members.giveRole({
        gridId: unit.grid.id,
        userid: grid.resident(60 + index).userid,
        role,
        building: role === 'building_leader' || role === 'entrance_leader' ? '3' : null,
        givenAt: grid.now,
      });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
}

/** What the handler of a deed is given, for somebody who has said yes to all that is read back. */
export function deedFor(
  { unit, member, slots }: Pick<Deed, 'unit' | 'member' | 'slots'>,
  { intents, now }: Pick<Deed, 'intents' | 'now'>,
): Deed {
  return {
    unit,
    member,
    slots,
    now,
    intents,
    chat: { kind: 'single' },
    pressed: false,
    isForm: false,
    pictures: [],
    random: bytes => Buffer.alloc(bytes, 7),
    confirmed: true,
    boardUrl: () => 'http://board',
    crossing: async () => null,
  };
}
