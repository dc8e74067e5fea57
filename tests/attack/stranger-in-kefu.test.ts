import { randomBytes } from 'node:crypto';
import { encrypt, getSignature } from '@wecom/crypto';
import { expect, onTestFinished, test } from 'vitest';
import { printCodes } from '../../src/operations/people/household-codes.js';
import { Ballot } from '../../src/store/ballot/ballot.js';
import { JournalLine } from '../../src/store/engine/journal-line.js';
import { Identity } from '../../src/store/people/identity.js';
import { Project } from '../../src/store/proposal/project.js';
import { sample } from '../../src/trial/sample-grid.js';
import type { Doors } from '../support/doors.js';
import { offices } from '../support/offices.js';
import { Wire, keys } from '../support/wire.js';
import { setD } from '../wecom/app/vectors.js';

/** A bot with all doors, and 客服 that is open. */
async function begun(): Promise<{ wire: Wire; doors: Doors; kf: Doors['kf'] }> {
  const wire = await Wire.open('sqlite::memory:', '2026-03-02T10:00:00+08:00', { hasDoors: true });
  onTestFinished(() => wire.close());
  const { doors } = wire;
  if (!doors) throw new Error('there are no doors');
  await doors.answered();
  return { wire, doors, kf: doors.kf };
}

/** The codes of building 1, by home. */
async function cards({ store, clock }: Wire): Promise<string[]> {
  const cause = { by: offices.leader, at: clock.now, messageId: null };
  return store.inUnit(async open => {
    const [grid] = await open.grids.all();
    if (!grid) throw new Error('there is no grid');
    const unit = await open.within(grid);
    const member = await unit.members.view(offices.leader);
    const deed = { building: '1', random: randomBytes, now: clock.now };
    return (await printCodes(unit, { ...deed, member })).map(({ code }) => code.replaceAll('-', ''));
  }, cause);
}

/** Somebody who is bound by the card of a home. */
async function bound(doors: Doors, external: string, code = ''): Promise<void> {
  doors.kf.visit(external, { scene: `g_${sample.code}`, param: `h.${code}` });
  await doors.answered();
  expect(await doors.says(external, '是')).toContain('绑定成功');
}

const deeds = async ({ store }: Wire): Promise<string[]> =>
  (await store.dataSource.manager.find(JournalLine, { order: { seq: 'ASC' } })).map(({ deed }) => deed);

test('a stranger gets help, the board and how to be bound; nothing of theirs is done, and nothing is shown in public', async () => {
  const { wire, doors, kf } = await begun();
  await wire.says(offices.leader, '发起表决：楼道刷不刷白，3天后截止');
  const [before, posts] = [await deeds(wire), wire.posts.length];
  kf.visit('wmStranger', { scene: `g_${sample.code}` });
  await doors.answered();
  expect(kf.shownTo('wmStranger').at(-1)?.text).toMatch(/还没有绑定住户[^]*印刷厂宿舍网格[^]*\/board\/yinshua/u);

  expect(await doors.says('wmStranger', '帮助')).toContain('提案');
  const asked = ['提案：三单元漏水', '1号同意', '1号我出100元', '发起表决：换物业，3天后截止', '发通知：今晚停水'];
  for (const words of asked) expect(await doors.says('wmStranger', words), words).toMatch(/绑定|我是|没有记|要由/u);
  expect(await doors.says('wmStranger', '楼长电话')).not.toMatch(/1\d{10}/u);

  await wire.program.sender.sendDue();
  expect(await deeds(wire)).toEqual(before);
  const board = await (await fetch(`${wire.address}/board/${sample.code}`)).text();
  const shown = [board, ...wire.posts.slice(posts).map(({ text }) => text), ...kf.shown.map(({ text }) => text)].join(
    '\n',
  );
  expect(shown).not.toMatch(/wmStranger|wx:|漏水|换物业|停水/u);
});

test('a menu that was sent on, a row that was made up, and the words of a row are no press of somebody else', async () => {
  const { wire, doors, kf } = await begun();
  const [mine, theirs] = await cards(wire);
  await bound(doors, 'wmA', mine);
  await bound(doors, 'wmB', theirs);
  await wire.says(offices.leader, '发起表决：楼道刷不刷白，3天后截止');
  await doors.says('wmA', '1号表决情况');
  const row = kf
    .shownTo('wmA')
    .at(-1)
    ?.rows.find(({ content }) => content === '同意');
  if (!row) throw new Error('there is no row');

  for (const id of [row.id, `${row.id}x`, 'v:poll-12:7:yes', '']) {
    kf.tap('wmB', { id, content: '同意' });
    await doors.answered();
    expect(kf.shownTo('wmB').at(-1)?.text, id).toContain('不是发给您的');
  }
  kf.tap('wmStranger', row);
  await doors.answered();

  expect(await wire.store.dataSource.manager.find(Ballot)).toEqual([]);
});

test('a row of an old revision does nothing and shows how it stands now', async () => {
  const { wire, doors, kf } = await begun();
  const [mine] = await cards(wire);
  await bound(doors, 'wmA', mine);
  await wire.says('r021', '提案：装路灯，预算2万元');
  await doors.says('wmA', '1号');
  const row = kf
    .shownTo('wmA')
    .at(-1)
    ?.rows.find(({ content }) => content.includes('附议'));
  if (!row) throw new Error(`no row: ${JSON.stringify(kf.shownTo('wmA').at(-1))}`);
  await wire.store.dataSource.manager.update(Project, { no: 1 }, { planVersion: 3 });

  kf.tap('wmA', row);
  await doors.answered();

  expect(kf.shownTo('wmA').at(-1)?.text).toMatch(/以前的卡片，没有记/u);
  expect(await deeds(wire)).not.toContain('proposal.support');
});

test('the code of another household binds nobody without a yes, and moves nobody who is bound; wrong codes are five an hour, then the right one opens nothing', async () => {
  const { wire, doors, kf } = await begun();
  const [mine, theirs] = await cards(wire);
  await bound(doors, 'wmA', mine);
  kf.visit('wmA', { scene: `g_${sample.code}`, param: `h.${theirs}` });
  await doors.answered();
  expect(await doors.says('wmA', `绑定码 ${mine}`)).toContain('已经绑定');
  expect(await doors.says('wmA', `绑定码 ${theirs}`)).toContain('住户吗');

  for (let wrong = 0; wrong < 5; wrong += 1)
    expect(await doors.says('wmGuess', `绑定码 2222-3333-444${wrong + 2}`)).toContain('不对或已经作废');
  expect(await doors.says('wmGuess', `绑定码 ${theirs}`)).toMatch(/太多|过一/u);
  expect((await deeds(wire)).filter(deed => deed === 'member.bind')).toHaveLength(1);
});

test('a link that another person opens joins nothing: their own phone is told that it is not for them', async () => {
  const { wire, doors } = await begun();
  const [mine, theirs] = (await cards(wire)).filter((_, home) => home % 2 === 0);
  await bound(doors, 'wmA', mine);
  await bound(doors, 'wmB', theirs);
  const linkOf = async (external: string): Promise<string> =>
    /\/desk\/login\/[\w-]+/u.exec(await doors.says(external, '办事台'))?.[0] ?? '';
  const other = doors.phone({ openid: 'oB' });
  await other.opens(await linkOf('wmB'), 'POST');

  const page = await doors.phone({ openid: 'oB' }).opens(await linkOf('wmA'), 'POST');

  expect(page.text).toContain('这个链接不是给您的');
  const ids = await wire.store.dataSource.manager.find(Identity, { order: { id: 'ASC' } });
  expect(new Set(ids.filter(({ value }) => value === 'oB' || value === 'wmB').map(({ userid }) => userid)).size).toBe(
    1,
  );
  expect(ids.find(({ value }) => value === 'wmA')?.userid).not.toBe(ids.find(({ value }) => value === 'oB')?.userid);
});

test('origin 5, a msgid that comes twice and a cursor gone bad: once each, nothing lost', async () => {
  const { wire, doors, kf } = await begun();
  const [mine] = await cards(wire);
  await bound(doors, 'wmA', mine);
  kf.say('wmA', '提案：客服替我说的', { origin: 5 });
  kf.say('wmA', '提案：楼道装感应灯', { msgid: 'twice' });
  kf.say('wmA', '提案：楼道装感应灯', { msgid: 'twice' });
  await doors.answered();
  doors.refuses('kf/sync_msg', [40_058]);
  await doors.says('wmA', '1号进度');

  expect((await deeds(wire)).filter(deed => deed === 'proposal.open')).toHaveLength(1);
  // A welcome, a bond, a proposal, and how it gets on.
  expect(kf.shownTo('wmA')).toHaveLength(4);
});

test('what is no callback of the app is refused and does nothing: DOCTYPE, 1 MB, the token of the robot, the app’s at the robot’s', async () => {
  const { wire } = await begun();
  const before = await deeds(wire);
  const xml =
    '<xml><FromUserName>r021</FromUserName><MsgType>text</MsgType><Content>提案：偷偷来</Content><MsgId>7</MsgId></xml>';
  const post = async (path: string, token: string, text: string, body?: string): Promise<number> => {
    const encrypted = encrypt(setD.encodingAesKey, text, setD.receiveId);
    const [timestamp, nonce] = [String(wire.clock.now.getTime() / 1000), randomBytes(4).toString('hex')];
    const signature = getSignature(token, timestamp, nonce, encrypted);
    const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce });
    const whole = body ?? `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
    return (await fetch(`${wire.address}${path}?${query}`, { method: 'POST', body: whole })).status;
  };

  expect(await post('/wecom/app', keys.token, xml)).toBe(403);
  expect(await post('/wecom/app', setD.token, xml, `<!DOCTYPE x [<!ENTITY a "b">]>${xml}`)).toBe(400);
  expect(await post('/wecom/app', setD.token, xml, `<xml><Encrypt>${'x'.repeat(1_048_577)}</Encrypt></xml>`)).toBe(413);
  // Sealed by the right keys and no XML of WeChat Work's: taken, so that no storm of retries begins, and nothing is done.
  expect(await post('/wecom/app', setD.token, `<!DOCTYPE x>${xml}`)).toBe(200);
  expect(await post('/wecom/callback', setD.token, xml)).toBeGreaterThanOrEqual(400);
  expect(await deeds(wire)).toEqual(before);
});
