import { expect, test } from 'vitest';
import type { Message } from '../../../src/talk/message.js';
import type { Reply } from '../../../src/talk/reply.js';
import type { AppApi } from '../../../src/wecom/app/api.js';
import { MemberPush } from '../../../src/wecom/app/member-push.js';
import { WeComError, errorKind } from '../../../src/wecom/errors.js';
import { bareKeys } from '../../support/bare-keys.js';

const reply: Reply = {
  text: '',
  card: {
    about: 'support-1',
    title: '附议1号？',
    buttons: [{ text: '附议', intent: 'proposal.support', slots: { no: 1 } }],
  },
};
const said: Message = {
  id: '1',
  userid: 'r010',
  chat: { kind: 'single' },
  body: { kind: 'said', text: '帮助', pictures: [] },
};
const press = { taskId: 'support-1-1', cardType: 'button_interaction', key: 'k', selected: [] };
const pressed = { ...said, body: { kind: 'pressed', press } } as unknown as Message;

/** What the app would send where WeChat Work refuses every card with this code. */
async function sentWith(errcode: number, message: Message, told: number[] = []): Promise<string[]> {
  const sent: string[] = [];
  const post = async (path: string, body: { msgtype?: string; text?: { content: string } }): Promise<unknown> => {
    if (path === 'message/update_template_card' || body.msgtype === 'template_card')
      throw new WeComError({ kind: errorKind(errcode), errcode, detail: path });
    sent.push(body.text?.content ?? '');
    return { errcode: 0 };
  };
  const push = new MemberPush(
    { agentId: 1, post } as unknown as AppApi,
    bareKeys,
    error => void told.push(error.errcode ?? 0),
  );
  await push.answer(message, reply, 'RC-1');
  return sent;
}

test.each([42031, 42035, 42037, 42039, 42045, 42051, 42016])(
  'a card that is refused with %i is said in words, and so is the face of a pressed one',
  async errcode => {
    const told: number[] = [];
    expect((await sentWith(errcode, said, told)).join('')).toContain('附议1号？');
    expect((await sentWith(errcode, pressed, told)).join('')).toContain('附议1号？');
    // The operator hears of it: the card is ours.
    expect(told).toEqual([errcode, errcode]);
  },
);

test('a card alone is followed by where it can be read, for those to whom WeChat shows none; beside words it is not', async () => {
  const sent: string[] = [];
  const post = async (path: string, body: { msgtype?: string; text?: { content: string } }): Promise<unknown> => {
    sent.push(body.text?.content ?? body.msgtype ?? path);
    return { errcode: 0 };
  };
  const push = new MemberPush(
    { agentId: 1, post } as unknown as AppApi,
    bareKeys,
    () => undefined,
    'https://hood.example.org/desk',
  );
  await push.answer(said, reply, null);
  expect(sent).toEqual(['template_card', '看不到“附议1号？”的卡片，就点https://hood.example.org/desk']);

  sent.length = 0;
  await push.answer(said, { ...reply, text: '1号提案' }, null);
  expect(sent).toEqual(['1号提案', 'template_card']);
});

test('what is no fault of the card is not said a second time', async () => {
  await expect(sentWith(40014, said)).rejects.toMatchObject({ kind: 'token' });
});

test.each([
  { failing: 0, kind: 'rate' },
  { failing: 1, kind: 'unknown' },
])('a long text whose piece $failing is held back may have come: $kind', async ({ failing, kind }) => {
  let sent = 0;
  const post = async (): Promise<unknown> => {
    sent += 1;
    if (sent > failing) throw new WeComError({ kind: 'rate', errcode: 45009, detail: 'message/send' });
    return { errcode: 0 };
  };
  const push = new MemberPush({ agentId: 1, post } as unknown as AppApi, bareKeys, () => undefined);
  await expect(push.push('r010', { kind: 'markdown', text: '一段话。\n'.repeat(400) })).rejects.toMatchObject({ kind });
});
