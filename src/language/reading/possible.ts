import { soundsBroken, tellsOfTrouble } from '../values/trouble-words.js';
import { categoryOf, otherCategory } from '../../domain/proposal/categories.js';
import { findOptions } from '../values/options.js';
import { isYetToCome } from './books-said.js';
import { type Reading } from './model.js';
import { leastCalm } from './thresholds.js';
import { type Context } from './moment.js';
import { type Scene } from './scene.js';

const listsChoices = /选项|截止|发起|启动|都能投|[里中]选一/u;

const isWrong = /[坏漏堵灭破断裂脏臭火烟响卡停爆掉塌淹满黑]/u;
/** 充电桩黄了 is about the matter, and nothing is broken. */
const cameToNothing = /(?:黄|泡汤|没戏|告吹)了?[吧啊呀呗\s。.!！]*$/u;
const yetToLook =
  /(?:下周|下个?月|明天|后天|改天|过[几两]天|准备|打算|计划)[^，,。]{0,6}[去来到](?:看|查|转|巡|现场|工地)/u;

const ofMyself =
  /(?:我|俺|咱)(?:们)?(?:家|自己|本人|个人)?的|关于(?:我|俺)|(?:我|俺)(?:家|自己|本人|个人|都?有[哪什啥])|(?:记|存|留|收集|保存)(?:了|着|的)?(?:有)?(?:我|俺)|数据|资料|信息|隐私|档案|导出|下载|存|收集|掌握|底细|材料/u;
const bareWord = /^[\p{Script=Han}]{1,4}[\s。.，,!！]*$/u;

const doorAsked = /(?<!\d)[1-9]\d?0[1-9](?:家|户|那家|那户)?(?:投|选)/u;
const exchanges = /^(?:更|调)?换/u;
const goesForPoints = /兑|分|券|卡|费/u;
const ends = /结束|截止|关|停|终|收|提前|完|封|到此/u;

/** Readings that the moment allows: no vote without a poll, no booking without a sum. */
export function possible(
  readings: readonly Reading[],
  { amounts, plain, said }: Scene,
  { openPolls }: Context,
): readonly Reading[] {
  const left = withoutCalm(readings, said).filter(({ intent }) => {
    // 选项：方案一、方案二，月底截止 lists what others are to choose from.
    if (intent === 'poll.vote') return openPolls.length > 0 && !(listsChoices.test(said) && findOptions(said));
    if (/^funds\.(?:receive|spend)$/.test(intent)) return amounts.length > 0 && !isYetToCome.test(plain);
    // 路灯 alone is a word, and tells of nothing that is the matter.
    if (intent === 'report.open')
      return !cameToNothing.test(said) && (!bareWord.test(said) || isWrong.test(said) || tellsOfTrouble(said));
    // 3号楼2单元301的解绑了 ends a binding.
    if (intent === 'member.bind') return !/解绑|(?:解除|取消)绑定/u.test(said);
    // 我的密码是…: a secret is no code of a card, and is not said again.
    if (intent === 'member.code') return !/密码|口令|验证码/u.test(said);
    // 你记了哪些我核一核 asks for no copy of what is known of the speaker.
    if (intent === 'data.own') return ofMyself.test(said);
    // 我们小组下周去看台阶: nothing was seen yet.
    if (intent === 'inspection.report') return !yetToLook.test(said);
    // 换电线 is said of works, and asks for nothing in exchange.
    if (intent.startsWith('credit.') && exchanges.test(said))
      return goesForPoints.test(said) || categoryOf(said).id === otherCategory;
    // 301投了没 asks what nobody is told.
    if (intent === 'poll.status') return !doorAsked.test(said);
    // A bare 投票 is no word for the end of it.
    if (intent === 'poll.close') return ends.test(said);
    return intent !== 'project.rate' || /[\d一二两三四五满仨俩]|打个?分|评个?分|评价/u.test(plain);
  });
  return left.length > 0 ? left : [{ intent: 'chat.other', share: 0.6 }];
}

/** 路灯亮了哎 tells of no trouble: it is talk by as much as it sounds like a report. */
function withoutCalm(readings: readonly Reading[], said: string): readonly Reading[] {
  const calm = readings.find(({ intent, share }) => intent === 'report.open' && share < leastCalm);
  if (!calm || soundsBroken(said)) return readings;
  const talk = readings.find(({ intent }) => intent === 'chat.other')?.share ?? 0;
  const others = readings.filter(reading => reading !== calm && reading.intent !== 'chat.other');
  return [{ intent: 'chat.other', share: talk + calm.share }, ...others].toSorted((a, b) => b.share - a.share);
}
