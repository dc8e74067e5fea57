import { isInRound, worksStates } from '../../domain/lifecycle.js';
import { may } from '../../domain/permissions.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { dueSaid } from '../../language/values/time/due-said.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { byName } from './by-name.js';
import { reportTaken } from './judged-thing.js';

const me = '(?:我|俺|咱)(?:们)?(?:家)?';
const day =
  '[今明后]天|[今明]晚|这?个?周[一二三四五六日末天]|星期[一二三四五六日天]|[上下]午|早上|晚上|有空|没事|下班|回头|待会儿?';
/** 来, 周末去, 可以帮忙: it is still to be done. */
const will = `(?:${day}|来|去|负责|可以|能|愿意|想|要|帮忙|帮着|帮|顺手|顺便|抽空|也|就|先|给大家)+`;
const verb =
  '(?:打扫|清扫|清理|清洗|收拾|整理|打理|修剪|修补|修理|刷洗|冲洗|擦洗|归置|(?:(?<one>[扫擦铲搬浇刷洗拔剪捡挪拖冲补撕清])(?:一?\\k<one>)?))';
const tail = '(?:了|掉|走|开|好|完|干净|出来|下来|一下|一遍|水|地)*';
const end = '(?:吧|呗|啊|呀|哈|就行|得了|[。.!！\\s])*$';
const thing = '[^，,。;；:：?？!！\\s把给]{2,20}?';

/** 我来把楼道里的旧家具清走, 我来给小滑梯擦一擦. */
const before = new RegExp(`^${me}${will}(?<work>[把给将](?<thing>${thing})${verb}${tail})${end}`, 'u');
/** 我来浇花坛, 我帮忙扫扫3单元的楼梯. */
const behind = new RegExp(`^${me}${will}(?<work>${verb}(?:干净|一下)?(?<thing>${thing}))${end}`, 'u');
/** 楼道里的自行车我来挪; 花坛没人浇水，我来浇吧. */
const inFront = new RegExp(`^(?<thing>${thing})[，,]?${me}${will}(?<does>${verb}${tail})${end}`, 'u');
const troubled = new RegExp(
  `^(?<thing>${thing})(?:都|又|也|老是|一直|太|有点|挺)*(?:没(?:有)?人[^，,。]{1,4}|脏|乱|不干净|[枯旱蔫]|满是[^，,。]{1,4})(?:得很|死|了|的)*[，,]${me}${will}(?<does>${verb}${tail})${end}`,
  'u',
);

/** 花坛没人浇水，我来: the work is told by what nobody does. */
const undone = new RegExp(
  `^(?<thing>${thing})(?:都|又|也|老是|一直)*没(?:有)?人(?:去|来|给)?(?<does>${verb}${tail})[，,]${me}(?:来|去|上)${end}`,
  'u',
);
/** 认领任务，打扫楼道. */
const claimed = new RegExp(
  `^(?:${me})?(?:想|要|来)?认领(?:个|一个|一下)?(?:任务|小事)[，,：:\\s]+(?<work>[把给将]?(?<thing>[^，,。?？]{3,24}))$`,
  'u',
);

/** What belongs to the neighbourhood. */
const common = /[楼栋单元门院路灯道梯墙井管箱棚树草花栏垃圾雪窗牌厅廊场台坡沟椅凳桌绿车]|器材|家具|杂物|广告/u;
/** It is done already, somebody else's, or nothing that is offered. */
const notOffered = /自家|我家|自己|孩子|谁|别人|你|他|她|不|刚|昨|已经|过|的话/u;

/**
 * Who offers to do some work on what belongs to all (我来把楼道里的旧家具清走) takes it on as a task, which is read back. What is to be done for
 * a matter that collects or is being built is work promised to it.
 */
export async function workOffered(parts: Parts, turn: Turn, text: string): Promise<Wish | null> {
  const { member, now } = turn;
  const said = text.trim();
  const what = workIn(said);
  if (what === null || member.householdId === null || !may(member, 'task.claim')) return null;
  if (hasMood(said, 'asked', 'forwarded', 'quoted', 'reported', 'conditional', 'joking', 'denied', 'past')) return null;
  if (await isForMatter(turn, said)) return null;
  const taken = await reportTaken(parts, turn, text);
  if (taken) return taken;
  const due = dueSaid(said, now)?.day;
  const slots = { what, ...(due !== undefined && { due }) };
  return { intent: 'task.claim', slots, sure: false, confirmed: false };
}

/** The work in the words of a task: 挪楼道里的自行车. Null where none is offered. */
function workIn(said: string): string | null {
  if ([...said].length > 40 || notOffered.test(said.replace(/没(?:有)?人/u, ''))) return null;
  const found = [before, behind, troubled, inFront, undone, claimed].map(form => form.exec(said)).find(Boolean)?.groups;
  const { thing: of = '', work, does = '' } = found ?? {};
  if (!common.test(of) && !/^\d{1,7}号$/u.test(of)) return null;
  if (work !== undefined) return work;
  return /[水地]$/u.test(does) ? `给${of}${does}` : `${does}${of}`;
}

async function isForMatter(turn: Turn, text: string): Promise<boolean> {
  const named = await byName(turn, text);
  const numbers = [...findNumbers(text).map(({ no }) => no), ...(named?.names.keys() ?? [])];
  for (const no of numbers) {
    const project = await turn.unit.projects.byNo(no);
    if (project && (isInRound(project) || worksStates.includes(project.state))) return true;
  }
  return false;
}
