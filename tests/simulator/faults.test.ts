import { expect, test } from 'vitest';
import { type Spoil, Stage, buttonCard, png, said, voteCard } from './fake-bot.js';

async function faultAfter(stage: Stage, more: object = {}): Promise<Record<string, unknown>> {
  await stage.say('lin.wei', '你好', more);
  const { content } = await stage.last();
  expect(content.kind).toBe('fault');
  return content;
}

test.each<[string, Spoil, string]>([
  ['signed with another token', { token: 'Other' }, '签名'],
  ['sealed with another key', { encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' }, '解不开密'],
  ['with another nonce', { nonce: '1' }, 'nonce'],
  ['for another receiver', { receiveId: 'ww1' }, 'receiveid'],
  ['without an envelope', { raw: 'ok' }, '信封'],
  ['with HTTP 403', { status: 403 }, 'HTTP 403'],
])('an answer %s is shown as a fault', async (_, spoil, why) => {
  const stage = await Stage.open();
  stage.reply = () => said('好的');
  stage.spoil = spoil;

  expect((await faultAfter(stage))['text']).toContain(why);
});

const bigPicture = { msgtype: 'image', image: { base64: png.toString('base64'), md5: '0'.repeat(32) } };

test.each<[string, object | string, number]>([
  ['a plain text', { msgtype: 'text', text: { content: '好' } }, 40008],
  ['an update', { response_type: 'update_template_card', template_card: buttonCard() }, 40008],
  ['no JSON', '好', 40058],
  ['a stream without id', { msgtype: 'stream', stream: { finish: true, content: '好' } }, 40058],
  ['20481 bytes', said('a'.repeat(20_481)), 40058],
  ['a picture before the end', said('好', { finish: false, msg_item: [bigPicture] }), 40058],
  ['a picture with another md5', said('好', { msg_item: [bigPicture] }), 40123],
  ['a card without task id', { msgtype: 'template_card', template_card: buttonCard({ task_id: undefined }) }, 40058],
  ['a task id of other letters', { msgtype: 'template_card', template_card: buttonCard({ task_id: '提案12' }) }, 40058],
  [
    'seven buttons',
    {
      msgtype: 'template_card',
      template_card: buttonCard({ button_list: Array.from({ length: 7 }, (_, i) => ({ text: '好', key: `${i}` })) }),
    },
    40058,
  ],
  [
    'a key twice',
    {
      msgtype: 'template_card',
      template_card: buttonCard({
        button_list: [
          { text: '好', key: 'a' },
          { text: '不', key: 'a' },
        ],
      }),
    },
    40058,
  ],
  [
    'a vote without options',
    { msgtype: 'template_card', template_card: voteCard({ checkbox: { question_key: 'q', option_list: [] } }) },
    40058,
  ],
  [
    'a disabled first card',
    {
      msgtype: 'template_card',
      template_card: voteCard({
        checkbox: { question_key: 'q', disable: true, option_list: [{ id: 'a', text: '好' }] },
      }),
    },
    40058,
  ],
  [
    'a notice without action',
    { msgtype: 'template_card', template_card: { card_type: 'text_notice', main_title: { title: '好' } } },
    40058,
  ],
])('an answer with %s is refused with its errcode', async (_, answer, errcode) => {
  const stage = await Stage.open();
  stage.reply = () => answer;

  expect((await faultAfter(stage))['errcode']).toBe(errcode);
});

test('20480 bytes, an empty object and an empty body are fine', async () => {
  const stage = await Stage.open();
  const answers = [said('a'.repeat(20_480)), {}, undefined];
  stage.reply = () => answers.shift();
  for (const text of ['一', '二', '三']) await stage.say('lin.wei', text);

  expect((await stage.entries()).map(({ content }) => content.kind)).toEqual(['said', 'answer', 'said', 'said']);
});

test('a visit may be answered with words or a card, not with a stream', async () => {
  const stage = await Stage.open();
  stage.reply = ({ event }) => (event ? said('欢迎') : undefined);
  await stage.post('/simulator/enter', { userid: 'lin.wei' });
  expect((await stage.last()).content['errcode']).toBe(40008);
});

test('a message that got no answer is delivered again with the same id; a press is not', async () => {
  const stage = await Stage.open();
  stage.reply = () => ({ msgtype: 'template_card', template_card: buttonCard() });
  await stage.say('lin.wei', '提案：修路灯');
  const { id } = await stage.last();
  stage.callbacks.length = 0;
  stage.spoil = { status: 500 };

  await faultAfter(stage);
  expect(stage.callbacks).toHaveLength(3);
  expect(new Set(stage.callbacks.map(({ msgid }) => msgid)).size).toBe(1);

  await stage.post('/simulator/press', { userid: 'lin.wei', card: id, button: 'yes' });
  expect(stage.callbacks).toHaveLength(4);
  expect((await stage.last()).content.text).toContain('HTTP 500');
});

test('a bot that takes too long is not waited for', async () => {
  const stage = await Stage.open({ timeoutMs: 20 });
  stage.reply = () => new Promise(() => undefined);
  expect((await faultAfter(stage))['text']).toContain('没有回应');
});

test('a bot that is not there is told of', async () => {
  const stage = await Stage.open({ callbackUrl: 'http://127.0.0.1:1/wecom/callback' });
  expect((await faultAfter(stage))['text']).toContain('连不上');
});

test('a refresh must be answered with the same stream', async () => {
  const stage = await Stage.open();
  stage.reply = ({ stream }) => said('好', stream ? { id: 's-2' } : { finish: false });
  await stage.say('lin.wei', '你好');
  await expect.poll(async () => (await stage.last()).content['errcode']).toBe(40058);
});
