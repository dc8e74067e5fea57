import type { RoleId } from '../../../src/domain/permissions.js';

export interface Inhabitant {
  readonly userid: string;
  readonly name: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
  readonly area: string;
}

export interface GridPlan {
  readonly code: string;
  readonly name: string;
  readonly community: string;
  readonly subdistrict: string;
  readonly chatId: string;
  readonly people: readonly Inhabitant[];
  readonly roles: readonly { readonly userid: string; readonly role: RoleId; readonly building?: string }[];
}

/** Two households on each of five floors of three entrances of four buildings: 120 a grid, 17 040 in 142 grids. */
const householdsPerGrid = 120;
const gridsPerCommunity = 5;
const communitiesPerSubdistrict = 7;

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const givenNames = ['秀兰', '建国', '桂英', '志强', '玉梅', '海涛', '淑珍', '国栋', '春霞', '德明', '丽华', '振华'];
const areas = ['62.50', '89.50', '90.20', '120.30', '66.20', '74.80'];
const districts = ['城东街道', '城西街道', '河口镇', '南岭街道', '北关镇'];
const communities = ['少海', '印刷厂', '丰收', '新华', '站前', '柳林', '文昌', '东风', '和平', '胜利', '滨河', '清泉'];
const places = ['东院', '西院', '南里', '北里', '中心'];

/** Who holds which office, by the order of residents: a quarter of the buildings' leaders live where they lead. */
const offices: Readonly<Record<number, { readonly role: RoleId; readonly building?: string }>> = {
  0: { role: 'building_leader', building: '1' },
  1: { role: 'grid_secretary' },
  3: { role: 'cashier' },
  4: { role: 'bookkeeper' },
  5: { role: 'grid_deputy' },
  6: { role: 'grid_worker' },
  7: { role: 'entrance_leader', building: '1' },
  13: { role: 'contractor' },
  30: { role: 'building_leader', building: '2' },
  37: { role: 'entrance_leader', building: '2' },
  60: { role: 'building_leader', building: '3' },
  90: { role: 'building_leader', building: '4' },
};

/** The grids of a made-up county with their people, always the same ones; nobody in it exists. */
export function countyPlan(gridCount: number): GridPlan[] {
  return Array.from({ length: gridCount }, (_, index) => {
    const community = Math.floor(index / gridsPerCommunity);
    const prefix = `g${String(index + 1).padStart(3, '0')}`;
    const people = peopleOf(prefix, index);
    const holders = people.flatMap(({ userid }, place) => {
      const office = offices[place];
      return office ? [{ userid, ...office }] : [];
    });
    const above: GridPlan['roles'] = [
      { userid: secretaryOf(community), role: 'community_secretary' },
      ...(index === 0 ? [{ userid: countyAdmin, role: 'county_admin' } as const] : []),
    ];
    const round = Math.floor(community / communities.length);
    return {
      code: prefix,
      name: `${places[index % gridsPerCommunity]}网格`,
      community: `${communities[community % communities.length]}${['', '二', '三'][round]}社区`,
      subdistrict: districts[Math.floor(community / communitiesPerSubdistrict) % districts.length] ?? '',
      chatId: `chat-${prefix}`,
      people,
      roles: [...holders, ...above],
    };
  });
}

export const countyAdmin = 'county.admin';

function secretaryOf(community: number): string {
  return `secretary.${community + 1}`;
}

function peopleOf(prefix: string, grid: number): Inhabitant[] {
  return Array.from({ length: householdsPerGrid }, (_, index) => {
    const [building, within] = [Math.floor(index / 30), index % 30];
    return {
      userid: `${prefix}-${String(index + 1).padStart(3, '0')}`,
      // 20 by 12 names: nobody in a grid has the name of another.
      name: `${surnames[index % 20]}${givenNames[(Math.floor(index / 20) + (index % 20) * 5 + grid) % 12]}`,
      building: String(building + 1),
      unit: String(Math.floor(within / 10) + 1),
      room: `${Math.floor((within % 10) / 2) + 1}0${(within % 2) + 1}`,
      area: areas[index % areas.length] ?? '90.00',
    };
  });
}
