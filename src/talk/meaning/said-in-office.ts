import { momentWords } from '../../domain/calendar.js';
import { onlyOne } from '../../domain/only-one.js';
import { may } from '../../domain/permissions.js';
import { matterOnly } from '../../language/values/manner/matter-only.js';
import { hasMood, readMood } from '../../language/values/manner/mood.js';
import { readMeeting } from '../../language/values/meeting.js';
import { findAddresses } from '../../language/values/people/household.js';
import { findTimes } from '../../language/values/time/times.js';
import type { Understanding } from '../../language/reading/understand.js';
import { missingSlot } from '../question/lacking.js';
import { rehearsed } from '../rehearsal.js';
import type { Parts, Turn } from '../turn.js';
import { loosely, sureFrom, type Wish } from '../wish.js';
import { matterNamed } from './by-name.js';
import { whichMatter } from './which-matter.js';

/** Words by which somebody speaks of the own household, or of a promise or a mark in so many words. */
const ownHome = /(?<![给帮替跟和问找])[我俺咱]|本户|自家|自己|认[捐筹领]|捐|附议|出[力工]|报名|打分|评分/u;
const judgesTask = 'task.check';
const ofHousehold = /^(?:pledge\.(?:money|goods|labour)|project\.rate)$/u;

/**
 * 钱三千, 给3分吧 of who holds an office, while there is nothing that the own household could give or rate: it was said of something else,
 * and nobody is told what their home cannot do.
 */
export async function isNotOfOwnHome(parts: Parts, turn: Turn, wish: Wish, text: string): Promise<boolean> {
  const intent = parts.intents.get(wish.intent);
  // 弄得挺好，过 is of no small job where none was told to be done.
  if (
    wish.intent === judgesTask &&
    turn.member.roles.length > 0 &&
    wish.slots['no'] === undefined &&
    !text.includes('任务')
  )
    return (await turn.unit.tasks.open()).every(({ doneAt }) => doneAt === null);
  if (turn.member.roles.length === 0 || !intent || !ofHousehold.test(wish.intent) || ownHome.test(text)) return false;
  const { wish: whole } = await whichMatter(parts, turn, wish, intent);
  if (missingSlot(parts, intent, { slots: whole.slots, text: '', now: turn.now })) return false;
  return (await rehearsed(parts, turn, whole, intent)).refused !== undefined;
}

/** Without what only the own household does: what an office said was none of it. */
export function withoutOwnHome({ intents }: Parts, read: Understanding): Understanding {
  const readings = read.why.readings.filter(
    ({ intent }) => intents.get(intent)?.binds !== 'household' && intent !== judgesTask,
  );
  return { ...read, intent: 'chat.other', slots: {}, why: { ...read.why, readings } };
}

const calls =
  /集合|愿意(?:来|去|参加|干)的|有空的(?:都|就)?(?:来|去)|(?:组织|号召|发动|叫上|喊上)(?:一下)?(?:大家伙?|大伙儿?|邻居们?|居民|志愿者)/u;
const work = /[擦扫捡清刷搬浇铲拔种剪洗冲涂整][^，,。\s]{1,}|打扫|巡逻|值班|值守|帮忙|收拾|宣传|维持/u;
const onlyCalls =
  /^(?:愿意|有空|想)[^，,。]{0,6}$|^(?:大家|欢迎|请|有空|都)[^，,。]{0,8}$|^(?:自愿|报名)[^，,。]{0,6}$|^(?:就|也)?(?:算|当|作为|登记成?)(?:是)?一?[个次场]?志愿(?:活动|服务)?[吧了]?$/u;
const wants = /^(?:我|俺|咱)(?:们)?(?:想|要|打算|准备|计划|来|在|定)*(?=.{2})/u;
const callWords =
  /(?:咱们?|我们?)?(?:集合|(?:组织|号召|发动|叫上|喊上)(?:一下)?(?:大家伙?|大伙儿?|邻居们?|居民|志愿者))(?:一起)?[，,]?(?=.)/gu;

/** 星期六上午九点集合擦宣传栏，愿意来的来: who may call neighbours together calls them; it is read back. */
export function serviceCalled({ member, now }: Turn, read: Understanding, text: string): Wish | null {
  const isOther = read.intent !== 'chat.other' && !ofHousehold.test(read.intent) && read.confidence >= sureFrom;
  if (isOther || !calls.test(text) || !work.test(text) || !may(member, 'service.open')) return null;
  if ([...text].length > 60 || findTimes(text, now).length === 0 || hasMood(text, ...unmeant)) return null;
  const words = text
    .split(/[，,。；;！!\s]+/u)
    .filter(clause => clause !== '' && !onlyCalls.test(clause))
    .join('，')
    .replaceAll(callWords, '')
    .replace(wants, '');
  // 周六早上八点 is another day next week: it stands as it is counted.
  const at = onlyOne(findTimes(words, now));
  const title =
    at?.kind === 'at' ? `${words.slice(0, at.start)}${momentWords(at.at, now)}${words.slice(at.end)}` : words;
  return { intent: 'service.open', slots: { title, ...loosely }, sure: false, confirmed: false };
}

const meets =
  /商量|讨论|议一?议|合计合计|碰个?头|开(?:个|一下)?(?:会|碰头会|议事会)|(?:说说|聊聊|谈谈|研究)[^，,。]{2,}|咋(?:弄|办|划|分|定)|怎么(?:弄|办|划|分|定)/u;
const comes = /大家|大伙|邻居|居民|各[家户]|都|咱|来|到/u;

/** 后天晚上七点，门卫室，大家商量商量下水道: who may call a meeting calls it; where it lacks a matter that is asked. It is read back. */
export async function meetingCalled(turn: Turn, read: Understanding, text: string): Promise<Wish | null> {
  const isOther =
    !/^(?:chat\.other|proposal\.open|meeting\.call|idea\.add)$/u.test(read.intent) &&
    !ofHousehold.test(read.intent) &&
    read.confidence >= sureFrom;
  const { member, now } = turn;
  if (isOther || !meets.test(text) || !comes.test(text) || !may(member, 'meeting.call')) return null;
  const time = onlyOne(findTimes(text, now));
  const endsAsked = readMood(text).some(
    ({ kind, end }) => kind === 'asked' && end >= text.length - 1 && /[?？吗吧呢]\s*$/u.test(text),
  );
  if (time?.kind !== 'at' || [...text].length > 100 || endsAsked || hasMood(text, ...unheld)) return null;
  const words = matterOnly(text.replace(/[。.!！]+$/u, ''));
  const { startsAt, agenda } = readMeeting(words, now);
  if (!startsAt || agenda === undefined) return null;
  const no = await matterNamed(turn, text);
  return {
    intent: 'meeting.call',
    slots: { ...(no !== undefined && { no }), text: words, ...loosely },
    sure: false,
    confirmed: false,
  };
}

const unheld = ['forwarded', 'quoted', 'reported', 'denied', 'past', 'joking', 'conditional'] as const;
const unmeant = ['forwarded', 'quoted', 'asked', 'denied', 'past', 'joking'] as const;
const points = /(?<![第\d])(?<n>\d{1,2}|[一二两三四五])分(?!钟|之|类|工|别|配|头)/u;

/** 给3分吧，他家3号楼2单元301 of who awards points is for that home, and no mark of the speaker's for the works. */
export function pointsAwarded({ intents }: Parts, { member }: Turn, wish: Wish, text: string): Wish {
  const home = findAddresses(text).find(({ room }) => room !== undefined);
  const said = points.exec(text)?.groups?.['n'];
  const award = intents.get('credit.award');
  if (wish.intent !== 'project.rate' || !home || said === undefined || !award || !may(member, award.permission))
    return wish;
  const slots = { place: text.slice(home.start, home.end), points: wish.slots['score'], ...loosely };
  return { intent: 'credit.award', slots, sure: false, confirmed: false };
}
