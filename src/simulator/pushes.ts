import type { Refusal } from './card-rules.js';
import type { ChatLog } from './chat-log.js';
import type { Pushed } from './line.js';
import type { Pictures } from './pictures.js';
import { type World, findMember, groupOf, singleOf } from './world.js';

interface PushParts {
  readonly log: ChatLog;
  readonly pictures: Pictures;
  readonly world: () => Promise<World>;
}

/** Shows what the bot pushed over the long connection: to a group by its chat id, letter for letter, or to a member (8.6). */
export async function showPush(
  { log, pictures, world }: PushParts,
  chatid: string,
  isGroup: boolean | undefined,
  { text, picture, file }: Pushed,
): Promise<Refusal | null> {
  const known = await world();
  const group = isGroup === false ? undefined : known.grids.map(groupOf).find(({ chatId }) => chatId === chatid);
  const member = isGroup === true ? undefined : findMember(known, chatid);
  const chat = group?.chat ?? (member && singleOf(chatid));
  if (chat === undefined) return { errcode: 93006, errmsg: 'invalid chatid' };
  log.add(chat, {
    kind: 'push',
    dialect: 'markdown_v2',
    text,
    pictures: (picture ? [pictures.keep(picture)] : []).flatMap(id => id ?? []),
    ...(file && { file: { ...file, link: '' } }),
  });
  return null;
}
