import { expect, test } from 'vitest';
import { aDesk, atDesk, forms, hiddenIn, words } from '../support/desk.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';
import { aProject, unplanned } from '../support/works.js';

/** What is brought from its beginning to its end on the desk alone. */
async function seated(grid: Neighbourhood, person: Person) {
  let ms = 0;
  const desk = await atDesk(await aDesk(grid, { clockMs: () => (ms += 1000) }), person);
  return {
    waiting: async () => words((await desk.read('/desk')).text, 'id="waiting"', '</section>'),
    form: async (path: string) => (await desk.read(`/desk/do/${path}`)).text,
    home: async () => words((await desk.read('/desk')).text, 'id="household"', '</section>'),
    /** Fills a form in, says yes, and reads the answer. */
    async does(deed: string, fields: Readonly<Record<string, string>>) {
      const read = await desk.post(`/desk/do/${deed}`, {
        ...hiddenIn((await desk.read(`/desk/do/${deed}`)).text),
        ...fields,
      });
      const done = await desk.post(`/desk/do/${deed}`, hiddenIn(read.text));
      return { asked: words(read.text), said: words(done.text), links: forms(done.text) };
    },
  };
}

test('an emergency is declared, confirmed on the spot, paid in and reported by what the desk offers', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { ...unplanned, state: 'topic_proposed', title: '主管道爆裂', payerCheck: null });
  const secretary = await seated(grid, grid.role('grid_secretary'));
  const leader = await seated(grid, grid.role('building_leader'));
  const resident = await seated(grid, grid.resident(40));
  const what = { no: '1', what: '主管道爆裂，先换一截管', cap: '8000' };

  const early = await secretary.does('emergency.declare', what);
  expect(early.asked).toContain('选应急维修');
  const payer = await secretary.does('project.payer', { no: '1', answer: 'emergency', evidence: '现场照片，3月2日' });
  expect(payer.links).toContain('/desk/do/emergency.declare?no=1');
  const declared = await secretary.does('emergency.declare', what);
  expect(declared.said).toContain('各自来办“1号应急确认”');
  expect(declared.links).not.toContain('/desk/do/emergency.confirm?no=1');

  expect(words(await resident.form('emergency.confirm?no=1'))).toContain('应急：主管道爆裂，先换一截管，最多8,000元');
  // A leader lives here too, and reads one line.
  expect((await leader.waiting()).match(/确认应急/gu)).toHaveLength(1);
  await resident.does('emergency.confirm', { no: '1' });
  const begun = await leader.does('emergency.confirm', { no: '1' });
  expect(begun.links).toContain('/desk/do/progress.report?no=1');
  expect(await (await seated(grid, grid.role('cashier'))).waiting()).toContain('抢修的钱到了就记，最多还可收8,000元');
});

test('the cards of a building are printed by its leader, and one is taken back', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  const leader = await seated(grid, grid.role('building_leader'));
  for (const form of ['member.cards', 'member.revoke', 'form.print']) {
    const offered = [...(await leader.form(form)).matchAll(/name="building"\s+value="(\d+)"/gu)].map(([, no]) => no);
    expect(offered, form).toEqual(['1']);
  }

  const none = await leader.does('member.revoke', { building: '1', unit: '1', room: '102' });
  expect(none.asked).toContain('要新卡请重印这一栋的，办 打印2号楼绑定卡');
  expect((await leader.does('member.cards', { building: '1' })).said).toContain('点这里打印1号楼30户的绑定卡');
});

test('a benefit is offered, seen, taken and left', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  const secretary = await seated(grid, grid.role('grid_secretary'));
  const resident = await seated(grid, grid.resident(40));
  expect(await resident.home()).not.toContain('优惠');
  expect(words(await secretary.form('benefit.offer'))).toContain('例如“取暖费减300元，1050分以上');

  const terms = '取暖费减300元\n900分以上\n热力公司\n依据桓信办〔2022〕3号';
  expect((await secretary.does('benefit.offer', { terms })).said).toContain('记为优惠1');
  expect(await resident.home()).toContain('我家的优惠 还有1个可以看看');
  expect(await grid.resident(40).says('我有什么优惠', { chat: 'single' })).not.toContain('不要了');
  await resident.does('benefit.take', { benefit: '1' });
  expect(await resident.home()).toContain('我家的优惠 在享受1个');
  expect(await grid.resident(40).says('我有什么优惠', { chat: 'single' })).toContain('不要了');
  expect((await resident.does('benefit.leave', { benefit: '1' })).said).toContain('退了');
});
