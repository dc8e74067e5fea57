import { expect, test } from 'vitest';
import { pledgePostings } from '../../../src/domain/funds/postings.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, theProject, unplanned } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

/** 1号 goes to somebody else who has to pay. */
const referred = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
  const payerCheck = { answer: 'utility', evidence: '排水许可', by: 2, at: grid.now.toISOString() } as const;
  await aProject(grid, { title: '下水管换粗', ...unplanned, payerCheck });
  return grid;
});

const dueOn = async (grid: Neighbourhood): Promise<unknown> => (await theProject(grid, 1)).payerCheck?.referral?.dueOn;

test.each([
  ['说早了，人家要到月底，改成3月31号', '3月25日（周三）改为3月31日（周二）', '2026-03-31'],
  ['日子报错了，25号来不及，是三月二十八号', '3月25日（周三）改为3月28日（周六）', '2026-03-28'],
  ['不是25号，是27号前', '3月25日（周三）改为3月27日（周五）', '2026-03-27'],
  ['他们说再宽些日子，推到4月2日吧', '3月25日（周三）改为4月2日（周四）', '2026-04-02'],
  // Near misses.
  ['改到3月31号行不行？', null, '2026-03-25'],
  ['25号前肯定能弄完', null, '2026-03-25'],
  ['不是25号，是27号或者28号', null, '2026-03-25'],
])('a matter sent to somebody until 25 March, then “%s” and 是', async (words, readBack, day) => {
  const grid = await referred();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号转办：排水公司，3月25日前');

  const answer = await secretary.says(words);
  expect(await dueOn(grid)).toBe('2026-03-25');
  if (readBack === null) expect(answer).not.toContain('改刚才的');
  else {
    expect(answer).toContain(readBack);
    expect(answer).toContain('排水公司');
    await secretary.says('是');
  }

  expect(await dueOn(grid)).toBe(day);
});

test.each([
  ['哎日子说错了，18号他们没空，改20号前', '3月18日（周三）改为3月20日（周五）', '3月20日（周五）前'],
  ['写早了，改到23号', '3月18日（周三）改为3月23日（周一）', '3月23日（周一）前'],
])('what an outside party was asked, then “%s”: its link gets that day', async (words, readBack, day) => {
  const grid = await referred();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号请排水公司办：看看管子还能用几年，3月18日前', inPrivate);

  expect(await secretary.says(words, inPrivate)).toContain(readBack);
  expect(await secretary.says('是', inPrivate)).toContain(`请办1换了新链接，${day}`);
});

test.each([
  ['预算我少打了消防那块，是两万零五百，改过来重新发', 2_050_000],
  ['金额写错了，应该是20500元', 2_050_000],
  ['不是18000，是一万九', 1_900_000],
  ['预算改成两万行吗？', 1_800_000],
  ['修台阶的预算写错了，应该是两万', 1_800_000],
])('a plan on display, then “%s” and 是: another budget, or none', async (words, fen) => {
  const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
  await aProject(grid, { title: '充电棚', ...unplanned, fundingClass: 'quality' });
  await aProject(grid, { title: '修台阶', ...unplanned });
  const secretary = grid.role('grid_secretary');
  for (const said of [
    '1号监管小组：2号楼1单元302、3号楼1单元302、4号楼1单元302',
    '1号出资办法：自愿',
    '1号工期：地面4月20日，搭棚4月30日',
    '1号认筹：截止4月15日，每户最多500元',
    '发布1号方案：搭一个十二个位的充电棚，预算一万八千元',
  ])
    await secretary.says(said);
  expect((await theProject(grid, 1)).budgetFen).toBe(1_800_000);

  const answer = await secretary.says(words);
  if (fen !== 1_800_000) {
    expect(answer).toContain('18,000元改为');
    await secretary.says('是');
  }

  const { budgetFen, planText } = await theProject(grid, 1);
  expect([budgetFen, planText]).toEqual([fen, '搭一个十二个位的充电棚']);
});

/** 1号 is voted on, and the leader of building 2 has keyed in a sheet of four. */
const keyed = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const planPublishedAt = new Date('2026-02-20T10:00:00+08:00');
  await aProject(grid, { title: '充电棚', state: 'plan_published', planText: '搭棚', planPublishedAt });
  await grid.role('building_leader', 1).says('1号发起表决，3月12日20:00截止');
  return grid;
});

async function papers(grid: Neighbourhood): Promise<string[]> {
  return grid.inUnit(async unit => {
    const poll = await unit.polls.byNo(1);
    const all = await unit.papers.ballots(poll!.id);
    const rows = await Promise.all(
      all
        .filter(({ state }) => state !== 'withdrawn')
        .map(async ({ householdId, choice, state }) => {
          const home = await unit.members.household(householdId);
          return `${home?.room} ${choice} ${state}`;
        }),
    );
    return rows.toSorted();
  });
}

const asKeyed = ['102 agree pending', '201 disagree pending', '202 abstain pending', '301 agree pending'];

test.each([
  ['哎哟俺念错了，201是同意，202才是反对', ['201 agree', '202 disagree'], ['201由反对改为同意', '202由弃权改为反对']],
  ['看串行了，2号楼1单元202应该是反对', ['202 disagree'], ['2号楼1单元202由弃权改为反对']],
  ['不对不对，102和301都是反对', ['102 disagree', '301 disagree'], ['102由同意改为反对', '301由同意改为反对']],
  ['念错了，203是同意', [], ['没有登记过2号楼1单元203']],
  ['念错了，201是反对', [], ['登记的就是这样']],
  ['201是不是念错了？', [], []],
])('papers that were keyed in, then “%s” and 是', async (words, changed, told) => {
  const grid = await keyed();
  const leader = grid.role('building_leader', 1);
  await leader.sends('汇总表');
  await leader.says(
    '1号一批纸票：2号楼1单元301同意，2号楼1单元102同意，2号楼1单元201反对，2号楼1单元202弃权',
    inPrivate,
  );
  await leader.says('是', inPrivate);
  expect(await papers(grid)).toEqual(asKeyed);

  const answer = await leader.says(words, inPrivate);
  for (const part of told) expect(answer).toContain(part);
  expect(answer).not.toContain('您家');
  expect(await papers(grid)).toEqual(asKeyed);
  await leader.says('是', inPrivate);

  const right = asKeyed.map(row => {
    const other = changed.find(each => each.slice(0, 3) === row.slice(0, 3));
    return other ? `${other} pending` : row;
  });
  expect(await papers(grid)).toEqual(right);
  expect(
    await grid.inUnit(async unit => {
      const { householdId } = await unit.members.view(leader.userid);
      const poll = await unit.polls.byNo(1);
      return unit.polls.ballotOf(poll!.id, householdId!);
    }),
  ).toBeNull();
});

test('one paper is put right as well, and never one that somebody has checked', async () => {
  const grid = await keyed();
  const leader = grid.role('building_leader', 1);
  await leader.sends('纸票');
  await leader.says('1号纸票：2号楼1单元201 反对', inPrivate);

  expect(await leader.says('念错了，是同意', inPrivate)).toContain('2号楼1单元201由反对改为同意');
  await leader.says('是', inPrivate);
  expect(await papers(grid)).toEqual(['201 agree pending']);
  // It has a new number, for who looked at the old one has not seen what it says now.
  await grid.role('grid_worker').says('核对纸票2一致', inPrivate);
  await grid.role('grid_worker').says('是', inPrivate);

  expect(await leader.says('念错了，是反对', inPrivate)).not.toMatch(/您家|回复“是”/u);
  expect(await papers(grid)).toEqual(['201 agree checked']);
});

/** 9号 collects; 401 pays 300. */
async function collecting(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-04-02T10:00:00+08:00' });
  const { id: projectId } = await aProject(grid, { title: '补坑', state: 'collecting', budgetFen: 50_000 });
  await grid.inUnit(async unit => {
    for (const [room, fen] of [
      ['401', 30_000],
      ['302', 20_000],
    ] as const) {
      const [home] = await unit.members.householdsAt({ building: '3', unit: '2', room });
      const pledge = { kind: 'pledge', postings: pledgePostings(fen), why: '认捐', by: 'r075' } as const;
      await unit.ledger.post({ projectId, ...pledge, householdId: home?.id ?? null });
    }
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  return grid;
}

async function receipts(grid: Neighbourhood): Promise<number[]> {
  return grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    const entries = await unit.ledger.entries(project!.id, ['receipt', 'reverse']);
    const reversed = new Set(entries.map(({ reversesId }) => reversesId));
    const standing = entries.filter(({ kind, id }) => kind === 'receipt' && !reversed.has(id));
    return standing.map(({ postings }) => postings.reduce((sum, { amountFen }) => sum + amountFen, 0) / 100);
  });
}

test.each([
  ['401记错了，他转的是350，多给的五十说不用找', [350], '“多给的五十说不用找”这一句没有记'],
  ['记错了，他扫了280', [280], '重新记一笔'],
  ['哦对，就是昨天那一笔，不用再记了', [], '冲销第'],
  ['这笔记过了，不用重复记了', [], '冲销第'],
  ['302记错了，他转的是350', [300], '刚才没有记过302的收款'],
  ['401记错了，是350，另外再记302的200', [300], ''],
])('a receipt of 300, then “%s” and 是: %j stand', async (words, standing, told) => {
  const grid = await collecting();
  const cashier = grid.role('cashier');
  await cashier.says('1号收到3号楼2单元401 300元', inPrivate);

  const answer = await cashier.says(words, inPrivate);
  expect(answer).toContain(told);
  expect(answer).not.toContain('您家名义');
  expect(await receipts(grid)).toEqual([300]);
  if (standing[0] !== 300) await cashier.says('是', inPrivate);
  expect(await receipts(grid)).toEqual(standing);
});

test('the same behind progress that was booked', async () => {
  const grid = await aNeighbourhood({ now: '2026-04-06T10:00:00+08:00' });
  await aProject(grid, { title: '屋顶防水', state: 'in_progress', budgetFen: 4_200_000, percent: 0 });
  const contractor = grid.role('contractor');
  await contractor.says('1号进度：旧层铲了，完成60%');

  expect(await contractor.says('说的不是整个工程六成是铲旧层六成整个也就两成')).toContain('完成20%');
  await contractor.says('是');
  expect((await theProject(grid, 1)).percent).toBe(20);
});

test.each([
  ['刚才说的不是整个工程六成是铲旧层六成整个也就两成', '20%'],
  ['报高了，应该是三成', '30%'],
  ['不是六成，是百分之四十', '40%'],
])('progress that was read back as 60%%, then “%s”: %s', async (words, percent) => {
  const grid = await aNeighbourhood({ now: '2026-04-06T10:00:00+08:00' });
  await aProject(grid, { title: '屋顶防水', state: 'in_progress', budgetFen: 4_200_000, percent: 0 });
  const contractor = grid.role('contractor');
  expect(await contractor.says('1号旧层铲了大概六成今天下雨停一天')).toContain('60%');

  expect(await contractor.says(words)).toContain(`完成${percent}`);
  expect((await theProject(grid, 1)).percent).toBe(0);
});

test('a yes to a paper that was put right meanwhile counts nothing, under one number or in a row', async () => {
  const grid = await keyed();
  const leader = grid.role('building_leader', 1);
  const checker = grid.role('grid_worker');
  await leader.sends('汇总表');
  await leader.says('1号一批纸票：2号楼1单元301同意，2号楼1单元102同意', inPrivate);
  await leader.says('是', inPrivate);
  expect(await checker.says('看纸票1', inPrivate)).toContain('登记为“同意”');
  await leader.says('念错了，301是反对', inPrivate);
  await leader.says('是', inPrivate);

  for (const seen of ['核对纸票1一致', '核对纸票1到2一致']) await checker.says(seen, inPrivate);
  expect(await papers(grid)).toEqual(['102 agree pending', '301 disagree pending']);
  expect(await checker.says('核对纸票3一致', inPrivate)).toContain('已计入');
});

test.each([
  ['不对，人工是9000，材料还是16000', '8,000元改为9,000元', '人工9000元'],
  ['人工那项写错了，是九千', '8,000元改为9,000元', '人工9000元'],
  ['材料写错了，应该是15000元', '16,000元改为15,000元', '材料15000元'],
  // Of two deeds a sum that is called by no name is of the last one, or of none.
  ['不对，是9000', null, null],
  ['人工要是9000呢？', null, null],
])('behind prices and sources “%s” changes %s', async (words, readBack, line) => {
  const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
  await aProject(grid, { title: '楼顶漏水', ...unplanned });
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号预算明细：材料16000元，人工8000元', inPrivate);
  await secretary.says('1号资金来源：居民14000元，奖补10000元（批文桓财2026-18号）', inPrivate);
  const before = (await theProject(grid, 1)).budgetLines;

  const answer = await secretary.says(words, inPrivate);

  expect(answer.includes('您是要改刚才的“1号预算明细')).toBe(readBack !== null);
  expect(answer).toContain(readBack ?? '');
  expect((await theProject(grid, 1)).budgetLines).toEqual(before);
  if (line === null) return;
  await secretary.says('是', inPrivate);
  const lines = (await theProject(grid, 1)).budgetLines ?? [];
  expect(lines.map(({ name, amountFen }) => `${name}${amountFen / 100}元`)).toContain(line);
});

test.each(['说多了，师傅说5800够了，最多5800元', '限额报错了，应该是8000元', '不是6500，是5800'])(
  'behind an emergency “%s” hears that its cap stays',
  async words => {
    const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
    const payerCheck = { answer: 'emergency', evidence: '现场', by: 2, at: grid.now.toISOString() } as const;
    await aProject(grid, { title: '电梯老停', ...unplanned, payerCheck });
    const secretary = grid.role('grid_secretary');
    await secretary.says('1号应急抢修：电梯钢丝绳断股，先换绳，最多6500元');

    expect(await secretary.says(words)).toContain('限额不能再改');
    expect((await theProject(grid, 1)).emergency?.capFen).toBe(650_000);
  },
);

test.each([
  ['我说的防滑砖，其实是水泥便宜，帮我改过来', '水泥按批发价买的，便宜了一百'],
  ['防滑砖写错了，是水泥', '水泥按批发价买的，便宜了一百'],
  ['不是防滑砖，是水泥', '水泥按批发价买的，便宜了一百'],
  ['不是路沿石，是水泥', null],
  ['防滑砖是不是便宜了一百？', null],
])('behind the reason of a difference “%s” makes it %s', async (words, reason) => {
  const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
  const budgetLines = [{ name: '材料', amountFen: 420_000 }];
  await aProject(grid, {
    title: '南门修坡道',
    state: 'accepted',
    budgetFen: 420_000,
    budgetLines,
    acceptedAt: grid.now,
  });
  const bookkeeper = grid.role('bookkeeper');
  await bookkeeper.says('1号材料差额原因：防滑砖按批发价买的，便宜了一百', inPrivate);
  const said = async () => (await theProject(grid, 1)).differences?.['材料'];
  expect(await said()).toContain('防滑砖');

  const answer = await bookkeeper.says(words, inPrivate);
  expect(answer.includes('您是要改刚才的')).toBe(reason !== null);
  expect(await said()).toContain('防滑砖');
  if (reason === null) return;
  await bookkeeper.says('是', inPrivate);
  expect(await said()).toBe(reason);
});
