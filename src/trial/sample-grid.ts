import type { RoleId } from '../domain/permissions.js';

/** The sample neighbourhood of trial mode: four buildings, 118 households, invented names. */
export const sample = {
  code: 'yinshua',
  name: '印刷厂宿舍网格',
  community: '少海社区',
  chatId: 'wrTrialYinshua',
  webhookKey: 'trial-webhook-yinshua',
  botName: '议事小助手',
} as const;

export interface SampleResident {
  readonly userid: string;
  readonly name: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly areaCentiM2: number;
  readonly roles: readonly { readonly role: RoleId; readonly building: string | null }[];
}

/** Entrances and floors of each building; two households a floor: 30 + 30 + 30 + 28 = 118. */
const buildings = [
  { building: 1, units: 3, floors: 5 },
  { building: 2, units: 3, floors: 5 },
  { building: 3, units: 3, floors: 5 },
  { building: 4, units: 2, floors: 7 },
] as const;

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const givenNames = ['秀兰', '建国', '桂英', '志强', '玉梅', '海涛', '淑珍', '国栋', '春霞', '德明', '丽华', '振华'];
/** Areas as they are built: 62.50 to 120.30 m², in 0.01 m². */
const areas = [6250, 8950, 9020, 12030, 6620, 7480];

/** Who holds which role, by the order of residents; each leader lives in the building they lead. */
const holders: Readonly<Record<number, { readonly role: RoleId; readonly building?: string }>> = {
  0: { role: 'building_leader', building: '1' },
  1: { role: 'grid_secretary' },
  2: { role: 'community_secretary' },
  3: { role: 'cashier' },
  4: { role: 'bookkeeper' },
  5: { role: 'grid_deputy' },
  6: { role: 'grid_worker' },
  7: { role: 'entrance_leader', building: '1' },
  8: { role: 'county_admin' },
  9: { role: 'subdistrict_admin' },
  10: { role: 'property_company' },
  11: { role: 'owners_committee' },
  12: { role: 'utility' },
  13: { role: 'contractor' },
  14: { role: 'partner' },
  15: { role: 'governance_adviser' },
  16: { role: 'auditor' },
  30: { role: 'building_leader', building: '2' },
  35: { role: 'supervisor' },
  60: { role: 'building_leader', building: '3' },
  65: { role: 'supervisor' },
  90: { role: 'building_leader', building: '4' },
  95: { role: 'supervisor' },
};

/** Who lives in the home of a resident without an account of the company: they have personal WeChat, or no smartphone at all. */
const withoutAccount: Readonly<Record<number, { readonly name: string; readonly phone: 'wechat' | 'paper' }>> = {
  27: { name: '宋巧云', phone: 'wechat' },
  48: { name: '韩永福', phone: 'wechat' },
  53: { name: '冯福生', phone: 'paper' },
  71: { name: '邓佩芬', phone: 'wechat' },
  101: { name: '许文斌', phone: 'wechat' },
  109: { name: '曹桂兰', phone: 'paper' },
};

interface SampleOutsider extends Pick<SampleResident, 'name' | 'building' | 'unit' | 'room'> {
  readonly id: string;
  readonly phone: 'wechat' | 'paper';
}

/** The six of the sample without an account: they stand in no record, and come in by their own doors. */
export function sampleOutsiders(): SampleOutsider[] {
  return sampleResidents().flatMap(({ userid, building, unit, room }, who) => {
    const person = withoutAccount[who];
    return person ? [{ id: userid.replace('r', 'w'), ...person, building, unit, room }] : [];
  });
}

/** The residents, always the same ones in the same order. */
export function sampleResidents(): readonly SampleResident[] {
  return (known ??= invented());
}

let known: readonly SampleResident[] | undefined;

function invented(): SampleResident[] {
  const homes = buildings.flatMap(({ building, units, floors }) =>
    range(units).flatMap(unit =>
      range(floors).flatMap(floor =>
        range(2).map(door => ({ building: String(building), unit: String(unit), room: `${floor}0${door}` })),
      ),
    ),
  );
  return homes.map((home, index) => {
    const holder = holders[index];
    return {
      ...home,
      userid: `r${String(index + 1).padStart(3, '0')}`,
      name: `${surnames[index % surnames.length]}${givenNames[(index * 7 + Math.floor(index / surnames.length)) % givenNames.length]}`,
      areaCentiM2: areas[index % areas.length] ?? 0,
      roles: holder ? [{ role: holder.role, building: holder.building ?? null }] : [],
    };
  });
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
