import { createDecipheriv } from 'node:crypto';
import { expect, test } from 'vitest';
import { Stage, botName, buttonCard, keys, png, said, voteCard } from './fake-bot.js';

test('a sentence in the group reaches the bot with its mention, and the answer appears', async () => {
  const stage = await Stage.open();
  stage.reply = () => said('已记录：200 元');

  const { status } = await stage.say('lin.wei', '我认捐200元');

  expect(status).toBe(200);
  expect(stage.callbacks).toEqual([
    {
      msgid: expect.stringMatching(/^\w+$/),
      create_time: 1772330400,
      aibotid: expect.any(String),
      chatid: 'CHAT7',
      chattype: 'group',
      from: { userid: 'lin.wei' },
      response_url: expect.stringMatching(
        `^${stage.base}/simulator/qyapi/cgi-bin/aibot/response\\?response_code=\\w+$`,
      ),
      msgtype: 'text',
      text: { content: `@${botName} 我认捐200元` },
    },
  ]);
  const [message, answer] = await stage.entries();
  expect(message).toMatchObject({
    chat: 'group:oak',
    content: { kind: 'said', by: 'lin.wei', text: `@${botName} 我认捐200元` },
  });
  expect(answer).toMatchObject({
    chat: 'group:oak',
    content: { kind: 'answer', text: '已记录：200 元', finished: true },
  });
});

test('what is said without a mention stays among the neighbours', async () => {
  const stage = await Stage.open();

  await stage.say('lin.wei', '今天天气不错', { mention: false });
  await stage.say('lin.wei', `@${botName} 帮助`, { mention: false });

  expect(stage.callbacks.map(({ text }) => text?.content)).toEqual([`@${botName} 帮助`]);
  expect((await stage.entries()).map(({ content }) => content['heard'])).toEqual([false, true]);
});

test('a quoted message travels as its words alone', async () => {
  const stage = await Stage.open();
  stage.reply = () => ({ msgtype: 'template_card', template_card: buttonCard() });
  await stage.say('lin.wei', '提案：修路灯');
  const card = await stage.last();

  await stage.say('zhao.min', '我支持', { quote: card.id });

  expect(stage.callbacks.at(-1)?.quote).toEqual({ msgtype: 'text', text: { content: '提案12号\n修东门路灯' } });
  expect((await stage.say('zhao.min', '我支持', { chat: 'single', quote: card.id })).status).toBe(404);
});

test('private chat: the visit is told once a day, and voice arrives as its transcript', async () => {
  const stage = await Stage.open();
  stage.reply = ({ event }) => (event ? { msgtype: 'text', text: { content: '欢迎' } } : said('好的'));

  await stage.post('/simulator/enter', { userid: 'zhao.min' });
  await stage.say('zhao.min', '我认捐两百元修路灯', { chat: 'single', voice: true });
  stage.after(24 * 3_600_000);
  await stage.say('zhao.min', '帮助', { chat: 'single' });

  expect(
    stage.callbacks.map(({ chattype, chatid, event, voice, text }) => [
      chattype,
      chatid,
      event?.eventtype ?? voice ?? text,
    ]),
  ).toEqual([
    ['single', undefined, 'enter_chat'],
    ['single', undefined, { content: '我认捐两百元修路灯' }],
    ['single', undefined, 'enter_chat'],
    ['single', undefined, { content: '帮助' }],
  ]);
  expect((await stage.entries()).map(({ content }) => content.text)).toEqual([
    '欢迎',
    '我认捐两百元修路灯',
    '好的',
    '欢迎',
    '帮助',
    '好的',
  ]);
});

test('pictures: mixed with words, alone in private chat, encrypted, for five minutes', async () => {
  const stage = await Stage.open();
  const images = [`data:image/png;base64,${png.toString('base64')}`];

  await stage.say('zhao.min', '报价单', { images });
  await stage.say('zhao.min', '', { chat: 'single', images });

  const mixed = stage.callbacks[0]?.mixed?.msg_item;
  expect(mixed?.[0]).toEqual({ msgtype: 'text', text: { content: `@${botName} 报价单` } });
  expect(stage.callbacks.at(-1)?.msgtype).toBe('image');
  const link = mixed?.[1]?.image?.url ?? '';
  const sealed = Buffer.from(await (await fetch(link)).arrayBuffer());
  const key = Buffer.from(keys.encodingAesKey, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(sealed), decipher.final()]);
  expect(sealed.length % 32).toBe(0);
  expect(plain.subarray(0, png.length)).toEqual(png);

  stage.after(5 * 60_000 + 1);
  expect((await fetch(link)).status).toBe(404);
  const shown = await fetch(`${stage.base}/simulator/pictures/${new URL(link).pathname.split('/').at(-1)}`);
  expect(shown.headers.get('content-type')).toBe('image/png');
});

test.each([
  ['nobody in the roster', { userid: 'nobody', chat: 'group', text: 'x' }, 404],
  ['nothing', { userid: 'lin.wei', chat: 'group', text: ' ' }, 400],
  ['a strange chat', { userid: 'lin.wei', chat: 'other', text: 'x' }, 400],
  ['voice in the group', { userid: 'lin.wei', chat: 'group', text: 'x', voice: true }, 400],
  ['something that is no picture', { userid: 'lin.wei', chat: 'group', text: 'x', images: ['eHh4'] }, 400],
])('%s cannot speak', async (_, body, status) => {
  const stage = await Stage.open();
  const refused = await stage.post('/simulator/say', body);
  expect(refused.status).toBe(status);
  expect(refused.json['error']).toMatch(/。$/);
  expect(stage.callbacks).toEqual([]);
});

test('a foreign page cannot post: other types than JSON are refused', async () => {
  const stage = await Stage.open();
  const response = await fetch(`${stage.base}/simulator/say`, {
    method: 'POST',
    body: '{"userid":"lin.wei","chat":"group","text":"x"}',
  });
  expect(response.status).toBe(415);
});

test('an unfinished answer is asked for until it is finished', async () => {
  const stage = await Stage.open();
  let asked = 0;
  stage.reply = ({ stream }) => {
    asked += stream ? 1 : 0;
    return said(`第${asked}次`, { finish: asked === 3 });
  };

  await stage.say('lin.wei', '出一份报告');

  await expect.poll(async () => (await stage.last()).content).toMatchObject({ text: '第3次', finished: true });
  const refreshes = stage.callbacks.slice(1);
  expect(refreshes.map(({ msgtype, stream, response_url }) => [msgtype, stream?.id, response_url])).toEqual(
    Array.from({ length: 3 }, () => ['stream', 's-1', undefined]),
  );
});

test('an answer that never ends is given up after six minutes', async () => {
  const stage = await Stage.open({ pause: () => Promise.resolve(stage.after(60_000)) });
  stage.reply = () => said('还在算…', { finish: false });

  await stage.say('lin.wei', '出一份报告');

  await expect.poll(async () => (await stage.last()).content.text).toContain('6 分钟');
  expect(stage.callbacks).toHaveLength(7);
});

test('a press reaches the bot, and the update is seen only by those it names', async () => {
  const stage = await Stage.open();
  const card = buttonCard();
  stage.reply = ({ event }) =>
    event
      ? {
          response_type: 'update_template_card',
          userids: ['zhao.min'],
          template_card: { ...card, sub_title_text: '您已附议' },
        }
      : { msgtype: 'template_card', template_card: card };
  await stage.say('lin.wei', '提案：修路灯');
  const { id } = await stage.last();

  const pressed = await stage.post('/simulator/press', { userid: 'zhao.min', card: id, button: 'yes' });

  expect(pressed).toEqual({ status: 200, json: { updated: true } });
  expect(stage.callbacks.at(-1)).toMatchObject({
    chatid: 'CHAT7',
    from: { userid: 'zhao.min' },
    response_url: expect.stringContaining('response_code='),
    event: {
      eventtype: 'template_card_event',
      template_card_event: { card_type: 'button_interaction', event_key: 'yes', task_id: card.task_id },
    },
  });
  const { content } = await stage.last();
  expect(content['card']).toMatchObject({ sub_title_text: '目标3000元' });
  expect(content['faces']).toMatchObject({ 'zhao.min': { sub_title_text: '您已附议' } });
});

test('an update without names is seen by everybody', async () => {
  const stage = await Stage.open();
  const card = voteCard();
  stage.reply = ({ event }) =>
    event
      ? { response_type: 'update_template_card', template_card: { ...card, main_title: { title: '表决已结束' } } }
      : {
          msgtype: 'stream_with_template_card',
          stream: { id: 's', finish: true, content: '请投票' },
          template_card: card,
        };
  await stage.say('lin.wei', '发起表决');
  const { id } = await stage.last();

  await stage.post('/simulator/press', { userid: 'he.fang', card: id, button: 'vote', options: { choice: ['agree'] } });

  expect(stage.callbacks.at(-1)?.event?.template_card_event?.['selected_items']).toEqual({
    selected_item: [{ question_key: 'choice', option_ids: { option_id: ['agree'] } }],
  });
  expect((await stage.last()).content['faces']).toMatchObject({ '*': { main_title: { title: '表决已结束' } } });
});

test.each([
  [{ button: 'other', options: { choice: ['agree'] } }, 409],
  [{ button: 'vote', options: {} }, 409],
  [{ button: 'vote', options: { choice: ['agree', 'abstain'] } }, 409],
  [{ button: 'vote', options: { choice: ['maybe'] } }, 409],
  [{ button: 'vote', options: { choice: ['agree'], other: ['x'] } }, 409],
  [{ button: 'vote', options: { choice: ['agree'] }, card: 99 }, 404],
])('a press that the card does not offer is refused: %j', async (press, status) => {
  const stage = await Stage.open();
  stage.reply = () => ({ msgtype: 'template_card', template_card: voteCard() });
  await stage.say('lin.wei', '发起表决');
  const { id } = await stage.last();

  expect((await stage.post('/simulator/press', { userid: 'he.fang', card: id, ...press })).status).toBe(status);
  expect(stage.callbacks).toHaveLength(1);
});

test('an update with another task id is refused, and the card stays as it is', async () => {
  const stage = await Stage.open();
  const card = buttonCard();
  stage.reply = ({ event }) =>
    event
      ? { response_type: 'update_template_card', template_card: buttonCard() }
      : { msgtype: 'template_card', template_card: card };
  await stage.say('lin.wei', '提案：修路灯');
  const { id } = await stage.last();

  const { json } = await stage.post('/simulator/press', { userid: 'lin.wei', card: id, button: 'no' });

  expect(json).toEqual({ updated: false });
  const entries = await stage.entries();
  expect(entries.at(-1)?.content).toMatchObject({
    kind: 'fault',
    errcode: 40058,
    text: expect.stringContaining('task_id'),
  });
  expect(entries.find(entry => entry.id === id)?.content['faces']).toBeUndefined();
});

test('a task id that was used before is refused with 42014', async () => {
  const stage = await Stage.open();
  const card = buttonCard();
  stage.reply = () => ({ msgtype: 'template_card', template_card: card });
  await stage.say('lin.wei', '提案：修路灯');
  await stage.say('lin.wei', '提案：修路灯');

  const entries = await stage.entries();
  expect(entries.map(({ content }) => content.kind)).toEqual(['said', 'answer', 'said', 'fault']);
  expect(entries.at(-1)?.content['errcode']).toBe(42014);
});
