import { z } from 'zod';
import type { AppApi } from './api.js';

interface Way {
  readonly chats: readonly string[];
  /** Comes back with everybody who joined by the code. */
  readonly state: string;
  readonly name: string;
}

/** The most characters of a remark, and of the name of a group that is made when the others are full (docs/wecom-doors.md 24.3). */
const [mostRemark, mostName] = [30, 40];

function bodyOf({ chats, state, name }: Way): object {
  return {
    scene: 2,
    remark: [...name].slice(0, mostRemark).join(''),
    auto_create_room: 1,
    room_base_name: [...name].slice(0, mostName).join(''),
    room_base_id: 1,
    chat_id_list: chats,
    state,
  };
}

const Made = z.object({ config_id: z.string().min(1) });

/** Makes a code that leads into these groups; hands back its id. */
export async function addJoinWay(api: AppApi, way: Way): Promise<string> {
  return Made.parse(await api.post('externalcontact/groupchat/add_join_way', bodyOf(way))).config_id;
}

/** The same code leads into other groups from now on. */
export async function leadTo(api: AppApi, { configId, ...way }: Way & { readonly configId: string }): Promise<void> {
  const body = { config_id: configId, ...bodyOf(way) };
  await api.post('externalcontact/groupchat/update_join_way', body, { harmlessTwice: true });
}

const Shown = z.object({ join_way: z.object({ qr_code: z.url({ protocol: /^https?$/ }) }) });

/** Where the picture of a code is. */
export async function joinCode(api: AppApi, configId: string): Promise<string> {
  const body = { config_id: configId };
  return Shown.parse(await api.post('externalcontact/groupchat/get_join_way', body, { harmlessTwice: true })).join_way
    .qr_code;
}

const Template = z.object({ template_id: z.string().min(1) });

/** A greeting for who comes into a group; which group it is for is chosen by a person (24.2). */
export async function addWelcome(api: AppApi, words: string): Promise<string> {
  const body = { text: { content: words }, notify: 1 };
  return Template.parse(await api.post('externalcontact/group_welcome_template/add', body)).template_id;
}
