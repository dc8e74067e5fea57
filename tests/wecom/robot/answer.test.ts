import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Body, Message } from '../../../src/talk/message.js';
import { type Card, type Reply, silence } from '../../../src/talk/reply.js';
import { answerBody, leftUnsaid } from '../../../src/wecom/robot/answer.js';

const said: Body = { kind: 'said', text: '你好', pictures: [] };
const card: Card = { about: 'poll-12', title: '第12号表决', buttons: [{ text: '同意', intent: 'poll.vote' }] };
const submit = { text: '提交', intent: 'poll.choose' };
const vote: Card = {
  about: 'poll-12',
  title: '先做哪一项？',
  text: '三选一',
  facts: [{ name: '截止', value: '今晚' }],
  choices: { slot: 'which', many: false, options: [{ id: 'a', text: '甲' }], submit },
};

function message(body: Body): Message {
  return { id: 'M1', userid: 'lin.wei', chat: { kind: 'group', id: 'C' }, body };
}

function pressed(cardType: string): Body {
  return { kind: 'pressed', press: { taskId: 'poll-12@x', cardType, intent: 'poll.vote', slots: {}, revision: '' } };
}

function answer(body: Body, reply: Reply): unknown {
  const json = answerBody(message(body), reply);
  return json === '' ? '' : JSON.parse(json);
}

describe('what is said', () => {
  test('is answered with a finished stream', () => {
    expect(answer(said, { text: '**已登记**' })).toEqual({
      msgtype: 'stream',
      stream: { id: expect.stringMatching(/^s-[0-9a-f]{24}$/), finish: true, content: '**已登记**' },
    });
  });

  test('is answered the same when it is delivered again', () => {
    expect(answerBody(message(said), { text: '好', card })).toBe(answerBody(message(said), { text: '好', card }));
  });

  test('is answered with a card alone, or with text and card', () => {
    const template_card = { card_type: 'button_interaction', task_id: expect.stringMatching(/^poll-12@/) };
    expect(answer(said, { text: '', card })).toMatchObject({ msgtype: 'template_card', template_card });
    expect(answer(said, { text: '请投票', card })).toMatchObject({
      msgtype: 'stream_with_template_card',
      stream: { finish: true, content: '请投票' },
      template_card,
    });
  });

  test('with a vote card, says beside it what the card has no room for', () => {
    expect(answer(said, { text: '', card: vote })).toMatchObject({
      msgtype: 'stream_with_template_card',
      stream: { content: '三选一\n截止：今晚' },
      template_card: { card_type: 'vote_interaction' },
    });
  });

  test('with a card that cannot be sent, says the card in words', () => {
    const long = { ...card, buttons: [{ text: '是', intent: 'a', slots: { t: '长'.repeat(400) } }] };
    expect(answer(said, { text: '对吗？', card: long })).toMatchObject({
      msgtype: 'stream',
      stream: { content: '对吗？\n**第12号表决**\n可以回复：「是」' },
    });
  });

  test('shows pictures with their md5, ten at most, none above 10 MB', () => {
    const picture = Buffer.from('png');
    const image = { base64: picture.toString('base64'), md5: createHash('md5').update(picture).digest('hex') };
    const pictures = [Buffer.alloc(10 * 1024 * 1024 + 1), ...Array.from({ length: 12 }, () => picture)];

    expect(answer(said, { text: '图', pictures })).toMatchObject({
      stream: { msg_item: Array.from({ length: 10 }, () => ({ msgtype: 'image', image })) },
    });
  });

  test('is cut at 20480 bytes, with its fence closed', () => {
    const body = answer(said, { text: `\`\`\`\n${'一二三四五六七八九十\n'.repeat(1000)}\`\`\`` });
    const { content } = (body as { stream: { content: string } }).stream;

    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(20_480);
    expect(content.endsWith('一二三四五六七八九十\n```\n…')).toBe(true);
  });

  test('cannot open a thinking block', () => {
    expect(answer(said, { text: '<think>嗯</think> < THINK>' })).toMatchObject({
      stream: { content: '＜think>嗯＜/think> ＜ THINK>' },
    });
  });
});

describe('a private chat that is entered', () => {
  const entered: Body = { kind: 'entered' };

  test('is welcomed with plain text', () => {
    expect(answer(entered, { text: '# 欢迎\n**提案**：`提案 修路灯`' })).toEqual({
      msgtype: 'text',
      text: { content: '欢迎\n提案：提案 修路灯' },
    });
  });

  test('is welcomed with a card that carries the text', () => {
    expect(answer(entered, { text: '欢迎', card })).toMatchObject({
      msgtype: 'template_card',
      template_card: { sub_title_text: '欢迎', main_title: { title: '第12号表决' } },
    });
  });
});

describe('a pressed card', () => {
  test('gets its new face, for the presser alone', () => {
    expect(answer(pressed('button_interaction'), { text: '已投票', card })).toEqual({
      response_type: 'update_template_card',
      userids: ['lin.wei'],
      template_card: {
        card_type: 'button_interaction',
        main_title: { title: '第12号表决' },
        sub_title_text: '已投票',
        button_list: [{ text: '同意', style: 1, key: 'poll.vote' }],
        task_id: 'poll-12@x',
      },
    });
  });

  test('changes for everyone when the card says so', () => {
    const reply: Reply = { text: '', card: { ...card, updates: 'everyone' } };
    expect(answer(pressed('button_interaction'), reply)).not.toHaveProperty('userids');
  });

  test.each([
    ['button_interaction', { text: '已经截止。' }],
    ['vote_interaction', { text: '已经截止。' }],
    ['button_interaction', { text: '已经截止。', card: vote }],
    ['vote_interaction', { text: '已经截止。', card }],
  ])('stays a %s whatever answers it', (card_type, reply: Reply) => {
    expect(answer(pressed(card_type), reply)).toMatchObject({
      template_card: { card_type, task_id: 'poll-12@x', main_title: { title: '已经截止。' } },
    });
  });

  test('of a type the bot never sends is left as it is', () => {
    expect(answer(pressed('text_notice'), { text: '已经截止。' })).toBe('');
    expect(leftUnsaid(message(pressed('text_notice')), { text: '已经截止。' })).toBe('已经截止。');
  });

  test('leaves unsaid only what it has no room for', () => {
    const press = message(pressed('button_interaction'));
    const long = `# 账目\n${'收支明细。'.repeat(50)}`;

    expect(leftUnsaid(press, { text: long })).toBe(long);
    expect(leftUnsaid(press, { text: '已经截止。' })).toBeUndefined();
    // No link on a card can be touched.
    const link = '[打开办事台](https://hood.example.org/desk/login/abc)';
    expect(leftUnsaid(press, { text: link })).toBe(link);
    expect(leftUnsaid(press, { text: long, card })).toBeUndefined();
    // A question is read whole before it is answered by a tap.
    expect(leftUnsaid(press, { text: long, card, answers: card.buttons ?? [] })).toBe(long);
    expect(leftUnsaid(press, { text: '是吗？', card, answers: card.buttons ?? [] })).toBeUndefined();
    expect(leftUnsaid(message(pressed('vote_interaction')), { text: `好。\n${'一'.repeat(31)}` })).toBeDefined();
    expect(leftUnsaid(press, silence)).toBeUndefined();
    expect(leftUnsaid(message(said), { text: long })).toBeUndefined();
  });
});

test('a stream that is waited for is finished, with a word even when there is nothing to say', () => {
  const awaits: Body = { kind: 'awaits', streamId: 's-1' };
  expect(answer(awaits, { text: '好了' })).toEqual({
    msgtype: 'stream',
    stream: { id: 's-1', finish: true, content: '好了' },
  });
  expect(answer(awaits, silence)).toMatchObject({
    stream: { id: 's-1', finish: true, content: expect.stringMatching(/./) },
  });
  expect(answer(awaits, { text: '', card })).toMatchObject({
    msgtype: 'stream_with_template_card',
    stream: { id: 's-1' },
  });
});

test.each([said, pressed('button_interaction'), { kind: 'entered' } as const])('silence says nothing to %j', body => {
  expect(answer(body, silence)).toBe('');
});

test('what is ignored gets no answer', () => {
  expect(answer({ kind: 'ignored', what: 'feedback_event' }, { text: '好' })).toBe('');
});
