import { dayMs } from '../../../src/domain/calendar.js';
import { beginYear, endYear } from './around.js';
import { type Fate, playProject, type ProjectPlan } from './project.js';
import { Market } from './market.js';
import { type Town, yearEnd } from './town.js';

const begin = new Date('2026-01-05T09:30:00+08:00');
/** How many days a project takes at most until its works are under way, and until its accounts hang on the board. */
const daysToWorks = 76;
const daysToEnd = 95;

const matters = [
  ['更换老化的电力线路', '迫切需求类'],
  ['改造下水主管道', '迫切需求类'],
  ['修补楼顶防水', '迫切需求类'],
  ['更换楼道扶手', '迫切需求类'],
  ['安装单元门禁', '轻量影响类'],
  ['增设路灯', '轻量影响类'],
  ['铺平院内道路', '轻量影响类'],
  ['新建电动车充电棚', '轻量影响类'],
  ['翻新健身场地', '品质提升类'],
  ['修整花坛和树池', '品质提升类'],
] as const;

/** How many in a hundred end how; the rest are done. Only the year's last project can be unfinished. */
const fates: Readonly<Record<'key' | 'last' | 'other', readonly (readonly [Fate, number])[]>> = {
  key: [],
  last: [
    ['works', 40],
    ['rejected', 8],
    ['idea', 6],
  ],
  other: [['rejected', 8]],
};

/** What a grid takes up in the year, in order. In a third of the grids the key project comes last, and may not be finished. */
function projectsOf({ bot: { random } }: Town, count: number): ProjectPlan[] {
  const keyAt = random() < 0.33 ? count - 1 : 0;
  return Array.from({ length: count }, (_, index) => {
    const isKey = index === keyAt;
    const isLast = index === count - 1;
    const likely = isKey ? (isLast ? fates.last.slice(0, 1) : fates.key) : fates[isLast ? 'last' : 'other'];
    let roll = random() * 100;
    const fate = likely.find(([, percent]) => (roll -= percent) < 0)?.[0] ?? 'done';
    // What a grid takes up second is often a matter of quality, for which the charity fund has something by then.
    const from = index === 1 && random() < 0.6 ? matters.filter(([, kind]) => kind === '品质提升类') : matters;
    const [title, kind] = from[Math.floor(random() * from.length)] ?? matters[0];
    const budgetYuan = 6000 * (1 + Math.floor(random() * 6));
    return { title, kind, budgetYuan, fate, slow: random() < 0.6, isKey, first: 14 + index * 14 };
  });
}

/** A grid's year, from January to December; while nothing is under way, its clock jumps. */
export async function playYear(town: Town, projects: number): Promise<void> {
  town.bot.now = new Date(begin.getTime() + Math.floor(town.bot.random() * 28) * dayMs);
  await beginYear(town);
  const market = await Market.open(town);
  for (const planned of projectsOf(town, projects)) {
    const plan = { ...planned, fate: withinYear(planned.fate, town.now) };
    const latest = new Date(yearEnd.getTime() - daysToWorks * dayMs);
    if (plan.fate === 'works' && town.now < latest) await town.until(latest, { jobs: false });
    await market.catchUp();
    await playProject(town, market, plan);
  }
  if (town.now < yearEnd) await town.until(yearEnd, { jobs: false });
  await market.catchUp();
  await endYear(town);
  await town.runs('evaluate-colours');
}

/** What begins late in the year does not come to its end in it. */
function withinYear(fate: Fate, now: Date): Fate {
  const days = (yearEnd.getTime() - now.getTime()) / dayMs;
  if (days < daysToWorks && fate !== 'rejected') return 'idea';
  return fate === 'done' && days < daysToEnd ? 'works' : fate;
}
