import { may } from '../../domain/permissions.js';
import type { MemberView } from '../../store/people/members.js';
import { formLink } from './form-link.js';
import { formOf } from './form.js';
import type { AnyIntent } from '../intent.js';
import type { Reply } from '../reply.js';
import type { Parts } from '../turn.js';
import { fixedForms } from '../wish.js';

/** Makes the words of the bot those of a page, for a member. */
export type PageWords = (text: string, member: MemberView, now: Date) => string;

export function pageWords(parts: Pick<Parts, 'intents' | 'understand'>): PageWords {
  const read = { ...parts, fixedForm: fixedForms(parts.intents) };
  return (text, member, now) => onPage({ parts: read, member, now }, text);
}

interface Page {
  readonly parts: Pick<Parts, 'intents' | 'fixedForm' | 'understand'>;
  readonly member: MemberView;
  readonly now: Date;
}

/** An answer on a page of the desk: the deeds that its words name are links to their forms, and nobody is sent into a chat. */
export function repliedOnPage(page: Page, reply: Reply): Reply {
  const { text, outcome } = reply;
  return {
    ...reply,
    text: onPage(page, text),
    ...(outcome?.kind === 'asked' && {
      outcome: {
        ...outcome,
        slots: Object.fromEntries(Object.entries(outcome.slots).map(([name, words]) => [name, onPage(page, words)])),
      },
    }),
  };
}

/** What is only said where messages are typed, with what stands for it on a page. */
const inChat: readonly (readonly [RegExp, string])[] = [
  // Pictures go with the form.
  [/(?:先)?在?私聊里?(?:把照片发给我|发照片)，(?:30分钟内)?再发(?:送)?(?=“)/gu, '带上照片发送'],
  [/就和(“[^”]+”)一起发来/gu, '就发送$1'],
  // What only others can do is no link for whoever reads it.
  [/请邻居(?:们)?发送(“[^”]+”)/gu, '请邻居也来办$1'],
  [/，各发送(“[^”]+”)/gu, '，各自来办$1'],
  [/发送“待办”，回复数字就办。/gu, ''],
  [/请?先在私聊里把([^。，]+?)拍照发给我，30分钟内再发这句话/gu, '请附上$1的照片'],
  [/在私聊里把([^。，]*?文件（[^）]*）)发给我/gu, '在[发文件](/desk/file)那一页交上$1'],
  [/把文件在私聊里再发一次/gu, '在[发文件](/desk/file)那一页再交一次'],
  [/看过以后请发照片和一句话，例如(?=“)/gu, '看过以后带上照片发送'],
  [/，可以先发照片/gu, '，可以附照片'],
  // What cannot be done yet is no link to a form that refuses it.
  [/(等到[^。；“”]*)，再发送“\d+号([^”]+)”/gu, '$1，再$2'],
  [/请按时答复：(?=发送“)/gu, '请按时'],
  [/发送“(?:绑定码|不是我家的人|确认绑定)”(?:和|加)(卡上的12位字母和数字|他的账号)/gu, '填$1'],
  // The form has the choice.
  [/；认为成立就写“[^”]+”/gu, ''],
  [/点下面的卡片就能投。/gu, '下面就能投。'],
  [/您可以在群里请他们办理，发送“帮助”看看您能办什么。/gu, ''],
  [/，发送“帮助”看看您能办什么/gu, ''],
  // What may be chosen stands beside the field.
  [/[，；]?请?回复前面的数字[^。：\n]*/gu, ''],
  [/(?:(?<=[。？！；\n]|^)请?回复[^。\n]*。|请回复其中一个。)/gu, ''],
  [/例如回复(?=“)/gu, '例如'],
  [/发送例如：([^。“”]+)。/gu, '发送例如“$1”。'],
];

const sent =
  /(?:在群里(?:@小助手)?|在?私聊里?|私下)?(?:再|接着)?(?:再发(?=“)|发送)(?:，?例如)?((?:“[^”]+”(?:(?:、|，|或者|或|和|及)(?=“))?)+)(?:加上[^，。；]{1,12}|这样的话)?/gu;

const left: readonly (readonly [RegExp, string])[] = [
  [/点我的头像，|(?:在群里)?@(?:小助手|我)(?=办|打开)/gu, ''],
  [/在?私聊里?/gu, '私下'],
  [/把这句话发给我|发给我/gu, '交上来'],
];

/** The same words for a page. A saying that is not known for a deed stays as it is quoted. */
function onPage(page: Page, text: string): string {
  const typed = inChat.reduce((words, [pattern, instead]) => words.replace(pattern, instead), text);
  const linked = typed.replace(sent, (whole, said: string) => linksTo(page, said, whole.includes('例如')));
  return left.reduce((words, [pattern, instead]) => words.replace(pattern, instead), linked);
}

/** `办[附议1号](…)`; what binds nobody is opened, and what leads to the same form stands once. */
function linksTo(page: Page, said: string, isExample: boolean): string {
  const named = [...said.matchAll(/“([^”]+)”/gu)].map(([, words = '']) => deedOf(page, words, isExample));
  const links = [...new Map(named.map(one => [one.link, one.link])).keys()].join('或');
  return `${named.every(({ isSeen }) => isSeen) ? '打开' : '办'}${links}`;
}

function deedOf({ parts, member, now }: Page, words: string, isExample: boolean): { link: string; isSeen: boolean } {
  // 1号进度：……: whatever is said there, it is that deed.
  const whole = words.replaceAll('……', '照说的办好了');
  const read = parts.fixedForm(whole) ?? parts.understand(whole, now, { openPolls: [], openPledges: [], roles: [] });
  const intent = parts.intents.get(read.intent);
  if (!intent || read.intent === 'chat.other') return { link: `“${words}”`, isSeen: false };
  const isSeen = intent.binds === 'nobody';
  const title = /[：…]/u.test(words) ? formOf(intent, { name: read.intent }).title : words;
  if (!may(member, intent.permission)) return { link: `“${title}”`, isSeen };
  const href = formLink({ deed: read.intent, slots: isExample ? {} : certain(intent, read.slots) }, intent);
  return { link: `[${title}](${href})`, isSeen };
}

/** Numbers that measure and do not name are the reader's to say. */
const measures: ReadonlySet<string> = new Set(['percent', 'score', 'quantity', 'hours', 'points', 'days']);

/** What a saying names by its number, and what it chooses, holds; its other words are only an example. */
function certain({ slots }: AnyIntent, read: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(slots).flatMap(([name, { field, accept }]) => {
      const isSure = !measures.has(name) && (field.kind === 'number' || field.kind === 'choice');
      const value = isSure && read[name] !== undefined ? accept(read[name]) : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
