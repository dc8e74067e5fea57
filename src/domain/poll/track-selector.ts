import type { Track } from './tracks.js';

/** What is decided: the items of 民法典 Art. 278 and what is no owners' matter (docs/domain.md 7.2). */
const matters = {
  assembly_rules: { item: 1, said: '业主大会议事规则' },
  management_covenant: { item: 2, said: '管理规约' },
  committee: { item: 3, said: '选举或更换业委会' },
  manager: { item: 4, said: '选聘或解聘物业' },
  use_fund: { item: 5, said: '使用维修资金' },
  raise_fund: { item: 6, said: '筹集维修资金' },
  rebuild: { item: 7, said: '改建、重建' },
  change_use: { item: 8, said: '改变共有部分用途或用来经营' },
  other_common: { item: 9, said: '其他共有和共同管理的重大事项' },
  public_good: { item: null, said: '居民自愿出资的公益事' },
  all_must: { item: null, said: '要每一户都同意才做得成的事' },
  sounding: { item: null, said: '征集意向' },
} as const;

export type Matter = keyof typeof matters;
/** Whose money pays. */
type Money = 'none' | 'voluntary' | 'maintenance_fund' | 'common_income' | 'levy' | 'subsidy';
/** Which part of the building is touched. */
type Part = 'none' | 'own_flats' | 'common_kept' | 'common_changed' | 'common_let';

export interface Answers {
  /** What is decided. */
  readonly deciding:
    'rules' | 'covenant' | 'committee' | 'manager' | 'works' | 'money' | 'letting' | 'opinion' | 'other';
  readonly money: Money;
  readonly part: Part;
  /** True when it cannot be done unless every household joins. */
  readonly needsEveryHousehold?: boolean;
  /** True when who answers is not sure: the stricter track is taken. */
  readonly unsure?: boolean;
}

export interface Selected {
  readonly matter: Matter;
  readonly track: Track;
  /** Why, in the words of the law or the hint it rests on. */
  readonly because: string;
}

/**
 * Three plain questions lead to the track: what is decided, whose money, which part of the building. Where two fit, and
 * where who answers is unsure, the stricter one counts (docs/domain.md 7.2).
 */
export function selectTrack(answers: Answers): Selected {
  const { deciding, money, part, needsEveryHousehold = false, unsure = false } = answers;
  if (deciding === 'opinion') return selected('sounding');
  const found: Matter[] = [];
  if (deciding === 'rules') found.push('assembly_rules');
  if (deciding === 'covenant') found.push('management_covenant');
  if (deciding === 'committee') found.push('committee');
  if (deciding === 'manager') found.push('manager');
  if (money === 'levy') found.push('raise_fund');
  if (part === 'common_changed') found.push('rebuild');
  if (part === 'common_let' || deciding === 'letting') found.push('change_use');
  if (money === 'maintenance_fund') found.push('use_fund');
  if (money === 'common_income' || deciding === 'other') found.push('other_common');
  if (found.length === 0 && needsEveryHousehold) found.push('all_must');
  if (found.length === 0 && (money === 'voluntary' || money === 'subsidy' || money === 'none'))
    found.push('public_good');
  if (unsure && found.every(matter => trackOf(matter) !== 'owners_major') && part !== 'none' && part !== 'own_flats')
    found.push('rebuild');
  return selected(found.toSorted((a, b) => strictness(trackOf(b)) - strictness(trackOf(a)))[0] ?? 'other_common');
}

function selected(matter: Matter): Selected {
  const { item, said } = matters[matter];
  return { matter, track: trackOf(matter), because: item === null ? said : `民法典第278条第（${item}）项：${said}` };
}

function trackOf(matter: Matter): Track {
  const { item } = matters[matter];
  if (item !== null) return item >= 6 && item <= 8 ? 'owners_major' : 'owners_ordinary';
  if (matter === 'sounding') return 'advisory';
  return matter === 'all_must' ? 'unanimous' : 'residents_meeting';
}

/** How much a track asks for: the stricter of two is the larger number. */
export function strictness(track: Track): number {
  return { advisory: 0, residents_meeting: 1, unanimous: 2, owners_ordinary: 3, owners_major: 4 }[track];
}
