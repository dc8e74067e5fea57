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

test('of what is sent to one member in a minute thirty arrive, and the rest is dropped without a word', () => {
  const { app, clock, asks } = aStandIn();
  const send = (touser: string) =>
    asks('message/send', { agentid: 1, touser, msgtype: 'text', text: { content: '您好' } });
  for (let count = 0; count < 31; count += 1) expect(send('li')).toMatchObject({ errcode: 0, invaliduser: '' });
  send('zhao');

  expect(app.messages).toHaveLength(31);
  expect(app.dropped).toMatchObject([{ touser: 'li' }]);
  clock.now = new Date(clock.now.getTime() + 60_000);
  send('li');
  expect(app.messages).toHaveLength(32);
});

test('a chat of 客服 that is handed over brings a code by which one message more may be said, in its time and its state', () => {
  const { app, clock, asks } = aStandIn();
  const chat = { open_kfid: 'wkA', external_userid: 'wmOne' };
  const trans = (service_state: number, servicer_userid?: string) =>
    asks('kf/service_state/trans', { ...chat, service_state, ...(servicer_userid && { servicer_userid }) });
  const says = (code: unknown, msgtype = 'text') =>
    asks('kf/send_msg_on_event', { code, msgid: 'a', msgtype, text: { content: '请稍等' }, msgmenu: { list: [] } });
  const answers = () => asks('kf/send_msg', { ...chat, touser: 'wmOne', msgtype: 'text', text: { content: '好' } });
  app.kf.servicers.set('li', true).set('zhao', false);
  app.kf.visit('wmOne');
  expect(answers()).toMatchObject({ errcode: 95_018 });
  app.kf.say('wmOne', '你好');

  const { msg_code: pooled } = trans(2);
  expect(answers()).toMatchObject({ errcode: 95_018 });
  expect(says(pooled, 'msgmenu')).toMatchObject({ errcode: 40_058 });
  expect(says(pooled)).toMatchObject({ errcode: 0 });
  expect(says(pooled)).toMatchObject({ errcode: 40_058 });
  expect(trans(3, 'nobody')).toMatchObject({ errcode: 95_014 });
  expect(trans(3, 'zhao')).toMatchObject({ errcode: 95_019 });
  expect(trans(3, 'li')).not.toHaveProperty('msg_code');
  const { msg_code: over } = trans(4);
  expect(answers()).toMatchObject({ errcode: 95_013 });
  clock.now = new Date(clock.now.getTime() + 20_001);
  expect(says(over, 'msgmenu')).toMatchObject({ errcode: 40_058 });
  app.kf.say('wmOne', '还在吗');
  const { msg_code: early } = trans(2);
  trans(3, 'li');
  // It was for the time in the pool.
  expect(says(early)).toMatchObject({ errcode: 40_058 });
});

test('what a member has agreed to tell is told by a ticket, to a page that asked for it', () => {
  const { app, clock, asks } = aStandIn();
  const address = (scope: string) =>
    `https://open.weixin.qq.com/connect/oauth2/authorize?appid=wwc0ffee0123456789&redirect_uri=https%3A%2F%2Fa.example%2F&response_type=code&scope=${scope}&state=s&agentid=1#wechat_redirect`;
  const comes = (scope: string, actor: Parameters<typeof app.oauth.authorize>[1]) => {
    const back = String(app.oauth.authorize(address(scope), actor));
    return app.oauth.userInfo(new URL(back).searchParams.get('code'));
  };
  const detail = (user_ticket: unknown) => asks('auth/getuserdetail', { user_ticket });
  app.oauth.agreed.set('li', { mobile: '13800000000' });

  expect(comes('snsapi_base', { userid: 'li' })).not.toHaveProperty('user_ticket');
  expect(comes('snsapi_privateinfo', { openid: 'oOne' })).not.toHaveProperty('user_ticket');
  const { user_ticket } = comes('snsapi_privateinfo', { userid: 'li' });
  expect(detail(user_ticket)).toMatchObject({ errcode: 0, userid: 'li', mobile: '13800000000' });
  expect(detail('UT-99')).toMatchObject({ errcode: 84_015 });
  expect(detail(undefined)).toMatchObject({ errcode: 84_090 });
  clock.now = new Date(clock.now.getTime() + 1_800_001);
  expect(detail(user_ticket)).toMatchObject({ errcode: 84_014 });
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
