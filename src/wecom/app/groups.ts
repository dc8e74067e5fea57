import { z } from 'zod';
import type { AppApi } from './api.js';

const List = z.object({
  group_chat_list: z.array(z.object({ chat_id: z.string().min(1) })).optional(),
  next_cursor: z.string().optional(),
});

/** The customer groups that a member owns (docs/wecom-doors.md 24.3). */
export async function groupsOf(api: AppApi, owner: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor = ''; ;) {
    const body = { status_filter: 0, owner_filter: { userid_list: [owner] }, limit: 100, ...(cursor && { cursor }) };
    const answer = await api.post('externalcontact/groupchat/list', body, { harmlessTwice: true });
    const { group_chat_list = [], next_cursor = '' } = List.parse(answer);
    found.push(...group_chat_list.map(({ chat_id }) => chat_id));
    if (next_cursor === '' || found.length >= 2000) return found.slice(0, 2000);
    cursor = next_cursor;
  }
}

interface Digest {
  readonly sender: string;
  readonly chatIds: readonly string[];
  readonly text: string;
  readonly link: { readonly title: string; readonly desc: string; readonly url: string };
}

/** Makes a task of 企业群发, which its sender confirms; hands back its id (24.1). */
export async function makeTask(api: AppApi, { sender, chatIds, text, link }: Digest): Promise<string> {
  const body = { chat_type: 'group', sender, chat_id_list: chatIds, text: { content: text } };
  const attachments = [{ msgtype: 'link', link }];
  const answer = await api.post('externalcontact/add_msg_template', { ...body, attachments });
  return z.object({ msgid: z.string().min(1) }).parse(answer).msgid;
}

const Tasks = z.object({ task_list: z.array(z.object({ status: z.number() })).optional() });
const Results = z.object({ send_list: z.array(z.object({ status: z.number() })).optional() });

/** What became of a task: `unsent` as long as its sender has not tapped; `quota` where no group took it. */
export async function taskFate(api: AppApi, msgid: string, sender: string): Promise<'unsent' | 'sent' | 'quota'> {
  const asked = { harmlessTwice: true };
  const task = Tasks.parse(await api.post('externalcontact/get_groupmsg_task', { msgid, limit: 500 }, asked));
  if (!(task.task_list ?? []).some(({ status }) => status === 2)) return 'unsent';
  const body = { msgid, userid: sender, limit: 500 };
  const sent = Results.parse(await api.post('externalcontact/get_groupmsg_send_result', body, asked)).send_list ?? [];
  return sent.length > 0 && sent.every(({ status }) => status === 3) ? 'quota' : 'sent';
}

/** Reminds the sender of a task: three times a day at most (24.1). */
export async function remindOfTask(api: AppApi, msgid: string): Promise<void> {
  await api.post('externalcontact/remind_groupmsg_send', { msgid });
}

/** Takes a task back that nobody sent. */
export async function cancelTask(api: AppApi, msgid: string): Promise<void> {
  await api.post('externalcontact/cancel_groupmsg_send', { msgid }, { harmlessTwice: true });
}

const Chat = z.object({
  group_chat: z.object({
    owner: z.string(),
    member_list: z.array(
      z.object({
        userid: z.string().min(1),
        type: z.number(),
        group_nickname: z.string().optional(),
        state: z.string().optional(),
      }),
    ),
  }),
});

/** Who owns a customer group, and who is in it from outside, by the name that they gave themselves there and by which code they came (24.3). */
export async function peopleOf(
  api: AppApi,
  chatId: string,
): Promise<{ owner: string; outside: { external: string; calledThere: string; state: string }[] }> {
  const body = { chat_id: chatId, need_name: 0 };
  const { group_chat } = Chat.parse(await api.post('externalcontact/groupchat/get', body, { harmlessTwice: true }));
  const outside = group_chat.member_list.flatMap(({ userid, type, group_nickname = '', state = '' }) =>
    type === 2 ? [{ external: userid, calledThere: group_nickname, state }] : [],
  );
  return { owner: group_chat.owner, outside };
}
