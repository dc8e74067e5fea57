import { expect, test } from 'vitest';
import { AppStandIn } from '../../src/simulator/app-stand-in.js';

/** A stand-in with a token, and a clock that is moved by hand. */
function aStandIn() {
  const clock = { now: new Date('2026-03-02T10:00:00+08:00') };
  const options = { corpId: 'wwc0ffee0123456789', secret: 's', agentId: 1, openKfIds: ['wkA'], now: () => clock.now };
  const app = new AppStandIn(options);
  const login = new URLSearchParams('corpid=wwc0ffee0123456789&corpsecret=s');
  const asks = (path: string, json: object) => {
    const token = String(app.call('gettoken', login, '')['access_token']);
    return app.call(path, new URLSearchParams({ access_token: token }), JSON.stringify(json));
  };
  return { app, clock, asks };
}

const hours = (count: number): number => count * 3_600_000;

test('who entered or wrote within 48 hours is told apart from everybody else', () => {
  const { app, clock, asks } = aStandIn();
  app.kf.visit('wmOld', { scene: 'g_elm' });
  clock.now = new Date(clock.now.getTime() + hours(47));
  app.kf.visit('wmNew', { scene: 'g_oak', param: 'b-7Q2K9' });
  clock.now = new Date(clock.now.getTime() + hours(1) + 1);
  const external_userid_list = ['wmOld', 'wmNew', 'wmNobody'];

  const told = asks('kf/customer/batchget', { external_userid_list, need_enter_session_context: 1 });

  expect(told['invalid_external_userid']).toEqual(['wmOld', 'wmNobody']);
  expect(told['customer_list']).toMatchObject([
    { external_userid: 'wmNew', enter_session_context: { scene: 'g_oak', scene_param: 'b-7Q2K9' } },
  ]);
  const many = Array.from({ length: 101 }, (_, index) => `wm${index}`);
  expect(asks('kf/customer/batchget', { external_userid_list: many })).toMatchObject({ errcode: 40_058 });
});

test('a message is taken back within a day only', () => {
  const { app, clock, asks } = aStandIn();
  const send = () => asks('message/send', { agentid: 1, touser: 'li', msgtype: 'text', text: { content: '您好' } });
  const [first, second] = [send(), send()];

  expect(asks('message/recall', { msgid: first['msgid'] })).toMatchObject({ errcode: 0 });
  clock.now = new Date(clock.now.getTime() + hours(24) + 1);
  expect(asks('message/recall', { msgid: second['msgid'] })).toMatchObject({ errcode: 42_052 });
  expect(asks('message/recall', { msgid: 'MSG-99' })).toMatchObject({ errcode: 40_058 });
  expect(app.recalled).toEqual([first['msgid']]);
});

test('a customer group tells its members, unless it is none or its owner is out of range', () => {
  const { app, asks } = aStandIn();
  app.groups.groups.set('wrElm', 'li').set('wrOak', 'zhao');
  app.groups.outsiders.set('wrElm', ['wmOne']);
  app.groups.outOfRange.add('zhao');

  const { group_chat } = asks('externalcontact/groupchat/get', { chat_id: 'wrElm' }) as {
    group_chat: { member_list: { userid: string; type: number }[] };
  };

  expect(group_chat.member_list.map(({ userid, type }) => `${userid} ${type}`)).toEqual(['li 1', 'wmOne 2']);
  expect(asks('externalcontact/groupchat/get', { chat_id: 'wrOak' })).toMatchObject({ errcode: 60_011 });
  expect(asks('externalcontact/groupchat/get', { chat_id: 'none' })).toMatchObject({ errcode: 90_501 });
});

test('codes into groups and greetings of groups: what WeChat Work refuses is refused', () => {
  const { app, asks } = aStandIn();
  for (const chat of ['wr1', 'wr2', 'wr3', 'wr4', 'wr5', 'wr6']) app.groups.groups.set(chat, 'li');
  const path = (what: string) => `externalcontact/groupchat/${what}_join_way`;
  const way = { scene: 2, chat_id_list: ['wr1'], state: 'g_oak', remark: '橡树', room_base_name: '橡树' };

  const made = asks(path('add'), way);
  expect(made).toMatchObject({ errcode: 0, config_id: expect.any(String) });
  const config_id = made['config_id'];
  expect(asks(path('get'), { config_id })['join_way']).toMatchObject({ state: 'g_oak', chat_id_list: ['wr1'] });
  expect(asks(path('update'), { ...way, config_id, chat_id_list: ['wr1', 'wr2'] })).toMatchObject({ errcode: 0 });
  for (const [errcode, change] of [
    [41_091, { chat_id_list: [...app.groups.groups.keys()] }],
    [41_091, { chat_id_list: [] }],
    [40_058, { state: 's'.repeat(31) }],
    [40_058, { remark: '长'.repeat(31) }],
    [40_058, { room_base_name: '长'.repeat(41) }],
    [90_501, { chat_id_list: ['wrNone'] }],
  ] as const)
    expect(asks(path('add'), { ...way, ...change })).toMatchObject({ errcode });
  expect(asks(path('get'), { config_id: 'another' })).toMatchObject({ errcode: 40_058 });
  expect(asks(path('del'), { config_id })).toMatchObject({ errcode: 0 });
  expect(asks(path('get'), { config_id })).toMatchObject({ errcode: 40_058 });

  const template = (what: string, json: object) => asks(`externalcontact/group_welcome_template/${what}`, json);
  const greeting = { text: { content: '欢迎%NICKNAME%' } };
  const { template_id } = template('add', greeting);
  expect(template('get', { template_id })['text']).toEqual(greeting.text);
  expect(template('edit', { template_id, text: { content: '您好' } })).toMatchObject({ errcode: 0 });
  expect(template('add', { text: { content: '长'.repeat(1001) } })).toMatchObject({ errcode: 40_058 });
  expect(template('del', { template_id: 'another' })).toMatchObject({ errcode: 41_058 });
  for (let count = 1; count < 100; count += 1) template('add', greeting);
  expect(template('add', greeting)).toMatchObject({ errcode: 41_055 });
  template('del', { template_id });
  expect(template('add', greeting)).toMatchObject({ errcode: 0 });
});
