import { expect, test } from 'vitest';
import { type Answers, selectTrack } from '../../../src/domain/poll/track-selector.js';
import type { Track } from '../../../src/domain/poll/tracks.js';

type Row = [
  matter: string,
  deciding: Answers['deciding'],
  money: Answers['money'],
  part: Answers['part'],
  track: Track,
];

const table: Row[] = [
  ['业主大会议事规则改条款', 'rules', 'none', 'none', 'owners_ordinary'],
  ['管理规约加养犬规定', 'covenant', 'none', 'none', 'owners_ordinary'],
  ['选举业委会委员', 'committee', 'none', 'none', 'owners_ordinary'],
  ['更换业委会主任委员', 'committee', 'none', 'none', 'owners_ordinary'],
  ['解聘物业公司', 'manager', 'none', 'none', 'owners_ordinary'],
  ['续聘物业', 'manager', 'none', 'none', 'owners_ordinary'],
  ['动用维修资金修屋面防水', 'works', 'maintenance_fund', 'common_kept', 'owners_ordinary'],
  ['动用维修资金换水泵', 'works', 'maintenance_fund', 'common_kept', 'owners_ordinary'],
  ['维修资金大修电梯', 'works', 'maintenance_fund', 'common_kept', 'owners_ordinary'],
  ['维修资金更换消防管道', 'works', 'maintenance_fund', 'common_kept', 'owners_ordinary'],
  ['维修资金余额不足，每户再交', 'money', 'levy', 'none', 'owners_major'],
  ['首次筹集维修资金', 'money', 'levy', 'none', 'owners_major'],
  ['全体业主一次性摊派修路', 'works', 'levy', 'common_kept', 'owners_major'],
  ['单元加装电梯', 'works', 'voluntary', 'common_changed', 'owners_major'],
  ['楼顶加建阳光房', 'works', 'voluntary', 'common_changed', 'owners_major'],
  ['自行车棚改建成活动室', 'works', 'common_income', 'common_changed', 'owners_major'],
  ['围墙拆除重建外移', 'works', 'subsidy', 'common_changed', 'owners_major'],
  ['架空层改造成老年食堂', 'works', 'subsidy', 'common_changed', 'owners_major'],
  ['绿地改成停车位', 'works', 'common_income', 'common_changed', 'owners_major'],
  ['公共用房出租给快递站', 'letting', 'none', 'common_let', 'owners_major'],
  ['电梯间广告位招租', 'letting', 'none', 'common_let', 'owners_major'],
  ['外墙装广告屏', 'letting', 'none', 'common_let', 'owners_major'],
  ['公共道路划车位收费', 'letting', 'none', 'common_let', 'owners_major'],
  ['屋顶租给运营商装基站', 'letting', 'none', 'common_let', 'owners_major'],
  ['公益市场摊位用公共空地', 'letting', 'none', 'common_let', 'owners_major'],
  ['用公共收益装监控', 'works', 'common_income', 'common_kept', 'owners_ordinary'],
  ['用公共收益换单元门', 'works', 'common_income', 'common_kept', 'owners_ordinary'],
  ['公共收益发给业主', 'money', 'common_income', 'none', 'owners_ordinary'],
  ['处分共有的旧锅炉', 'other', 'none', 'common_kept', 'owners_ordinary'],
  ['调整物业费标准', 'manager', 'none', 'none', 'owners_ordinary'],
  ['业委会津贴', 'other', 'none', 'none', 'owners_ordinary'],
  ['居民自愿凑钱装楼道灯', 'works', 'voluntary', 'common_kept', 'residents_meeting'],
  ['自愿众筹清理杂物', 'works', 'voluntary', 'none', 'residents_meeting'],
  ['奖补资金修门前小路', 'works', 'subsidy', 'common_kept', 'residents_meeting'],
  ['义务大扫除定日子', 'works', 'none', 'none', 'residents_meeting'],
  ['端午节活动经费自愿出', 'money', 'voluntary', 'none', 'residents_meeting'],
  ['刷单元墙，邻居出工', 'works', 'none', 'common_kept', 'residents_meeting'],
  ['楼道刷什么颜色', 'opinion', 'none', 'none', 'advisory'],
  ['长椅放东边还是西边', 'opinion', 'none', 'none', 'advisory'],
  ['先做哪一个项目', 'opinion', 'none', 'none', 'advisory'],
  ['满意度', 'opinion', 'none', 'none', 'advisory'],
  ['物业服务打分', 'opinion', 'none', 'none', 'advisory'],
];

test.each(table)('%s', (_, deciding, money, part, track) => {
  expect(selectTrack({ deciding, money, part }).track).toBe(track);
});

test('what needs every household is decided by every household', () => {
  expect(
    selectTrack({ deciding: 'works', money: 'voluntary', part: 'own_flats', needsEveryHousehold: true }).track,
  ).toBe('unanimous');
});

test('when unsure about a common part the stricter track is taken, and the reason names it', () => {
  const answers = { deciding: 'works', money: 'maintenance_fund', part: 'common_kept', unsure: true } as const;

  expect(selectTrack(answers)).toMatchObject({ track: 'owners_major', because: expect.stringContaining('第（7）项') });
});

test('the table is long enough to mean something', () => expect(table.length).toBeGreaterThanOrEqual(40));
