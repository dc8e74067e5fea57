import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contestAgain } from '../../../src/process/commands/contest.js';
import { inTongue } from '../../../src/process/commands/tongue.js';
import { contestExport } from '../../../src/process/commands/contest-export.js';
import { dayMs } from '../../../src/domain/calendar.js';
import type { ContestFile } from '../../../src/domain/contest/contest-file.js';
import { countyAdmin } from './people.js';
import type { Town } from './town.js';

const minuteMs = 60_000;

export interface ContestReport {
  /** How many are on each list, of how many places. */
  readonly lists: string;
  /** What the command says of the file when it computes the lists from it alone. */
  readonly again: readonly string[];
  readonly faults: readonly string[];
}

/**
 * 擂台赛 over the year: opened, figures handed in by every grid, a red line, a judge's points, on display, an objection answered, made
 * final, and computed again from its export without the record.
 */
export async function playContest(towns: readonly Town[]): Promise<ContestReport> {
  const [first] = towns;
  const last = towns.at(-1);
  if (!first || !last) throw new Error('a county has grids');
  const { year } = first;
  await first.says(countyAdmin, `开第1届擂台赛：${year}年1月1日到${year}年12月27日`, '红旗网格15名');
  await first.says(countyAdmin, '擂台赛第1届计分', '第1次计分');
  await everyGrid(towns);
  await first.says(first.resident(15).userid, `擂台赛评分${await candidateOf(last)}号：5分`, '5分');
  await first.says(countyAdmin, `擂台赛否决${await candidateOf(last)}号：缺凭证`, '不上名单');
  await first.says(countyAdmin, '擂台赛第1届公示', '公示');
  await everyGrid(towns);
  const objection = '擂台赛异议：我们网格的公示都按时贴了，请核对';
  await last.says(last.resident(50).userid, objection, '擂台赛异议1', true);
  await everyGrid(towns);
  await first.says(countyAdmin, '答复擂台赛异议1不成立：已核对，数字和记录一致', '异议1');
  await everyGrid(towns);
  // Five workdays, with New Year in them.
  first.bot.now = new Date(first.now.getTime() + 12 * dayMs);
  await first.says(countyAdmin, '擂台赛第1届定稿', '名单已定稿');
  await everyGrid(towns);
  return again(await contestExport(first.bot.store, '1'));
}

/** The job of the contest in every grid, and once more where the sums are made of what they handed in. */
async function everyGrid(towns: readonly Town[]): Promise<void> {
  const [first] = towns;
  if (!first) return;
  for (const town of [...towns, first]) await town.runs('hold-contest');
  first.bot.now = new Date(first.now.getTime() + 30 * minuteMs);
}

/** The number under which a grid stands in the contest. */
async function candidateOf(town: Town): Promise<number> {
  return town.inUnit(async unit => {
    const own = (await unit.contests.own(1)).find(({ memberId }) => memberId === null);
    if (!own) throw new Error(`${town.plan.code} is no candidate`);
    return own.id;
  });
}

/** Computes the lists from the file, as `npm run contest` does; a changed list must be found out. */
function again(file: ContestFile): ContestReport {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-contest-'));
  const said = (what: unknown): { holds: boolean; lines: string[] } => {
    const path = join(folder, 'contest.json');
    writeFileSync(path, JSON.stringify(what));
    const lines: string[] = [];
    return {
      holds: contestAgain(
        path,
        inTongue(line => lines.push(line), 'en'),
      ),
      lines,
    };
  };
  const { holds, lines } = said(file);
  const changed = said({ ...file, lists: { ...file.lists, grid: file.lists.grid.slice(1) } });
  rmSync(folder, { recursive: true });
  return {
    lists: Object.entries(file.lists)
      .map(([list, winners]) => `${list} ${winners.length}`)
      .join(', '),
    again: lines.filter(line => /^(?:ok|FAILED)/u.test(line)),
    faults: [
      ...(holds ? [] : lines.filter(line => line.startsWith('FAILED'))),
      ...(changed.holds ? ['a changed list of the contest was not found out'] : []),
    ],
  };
}
