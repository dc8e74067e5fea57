import type { Likeness } from './classifier.js';
import type { Context } from './moment.js';
import { plainSlots } from './plain-slots.js';
import type { Finding, Scene } from './scene.js';

/** Below this the bot asks before it records anything. */
export const sure = 0.8;

const committing =
  /^(?:pledge\..*|poll\.vote|funds\.receive|funds\.spend|credit\.redeem|project\.accept|project\.rate)$/;

/** What the rules alone make of a message. */
export function byRules(scene: Scene, ranked: readonly Finding[]): Finding {
  const [best] = ranked;
  const other = ranked.find(({ intent }) => intent !== best?.intent);
  if (best && !scene.noise && best.score >= (committing.test(best.intent) ? 0.55 : 0.5))
    return { ...best, score: weigh(best, other) };
  // Words of the trade that no rule made anything of are a reason for doubt.
  const weak = best ?? other;
  const score = weak ? Math.min(0.78, 1 - weak.score) : trade.test(scene.plain) ? 0.75 : 0.95;
  return { intent: 'chat.other', score, why: 'nothing binding was said' };
}

/** Two readings of nearly the same strength are a doubt, when one of them would bind somebody. */
function weigh(best: Finding, other: Finding | undefined): number {
  const close = other !== undefined && other.score >= best.score - 0.04 && committing.test(best.intent);
  return close ? Math.min(best.score, 0.78) : best.score;
}

/**
 * The rules' reading, compared with what the words look like as a whole. Where the two differ, the surer one counts,
 * and nothing that binds somebody is then sure enough to be recorded unasked.
 */
export function seconded(scene: Scene, context: Context, ranked: readonly Finding[], likeness: Likeness): Finding {
  const ruled = byRules(scene, ranked);
  if (scene.noise || scene.bare === '' || ruled.known) return ruled;
  const { intent, share } = likeness;
  if (intent === ruled.intent) return agreed(scene, ruled, share);

  const doubt = likeness.shareOf(ruled.intent);
  const isSilent = ruled.intent === 'chat.other';
  const needed = isSilent ? (ruled.score < 0.9 ? 0.45 : 0.75) : ruled.score < sure ? 0.7 : doubt < 0.05 ? 0.9 : 1;
  if (share <= needed || !isPossible(intent, scene, context)) return { ...ruled, score: doubted(ruled, share, doubt) };
  const found = ranked.find(each => each.intent === intent);
  const reading = { intent, why: `like:${intent}`, slots: { ...plainSlots(intent, scene), ...found?.slots } };
  // What no rule would hear of must be free of every word that rules stumble over: 退我200, 上次我捐200.
  const isUnmixed = (found !== undefined && found.score >= 0.5) || (share > 0.95 && !mixed.test(scene.plain));
  const isClear = isUnmixed && share > 0.9 && isPlain(scene) && isWhole(reading);
  return {
    ...reading,
    score: committing.test(intent) ? (isClear ? 0.82 : Math.min(share, 0.75)) : Math.min(share, 0.9),
  };
}

/** Other people, other times, refusals, debts, and whatever else may turn a promise into something else. */
const mixed =
  /[退还欠借赔不没别甭谁他她它你昨剧戏]|大家|大伙|各位|人家|有人|邻居|上次|上回|上个|去年|以前|过去|本来|差点|听说|据说|说是|老[赵钱孙李王张刘陈]|工资|租|欢迎|希望|建议|应该|该|等/u;

/** Neither asked, nor supposed, nor said in jest. */
function isPlain({ asked, supposed, jested }: Scene): boolean {
  return !asked && !supposed && !jested;
}

/** False when the very thing that is promised or chosen was not understood. */
function isWhole({ intent, slots }: Pick<Finding, 'intent' | 'slots'>): boolean {
  if (/^(?:pledge\.money|funds\.)/.test(intent)) return slots?.amount !== undefined;
  if (intent === 'poll.vote') return slots?.choice !== undefined;
  return true;
}

/** Rules and words agree: a reading that was only a little weak, said plainly and whole, is then sure enough. */
function agreed(scene: Scene, ruled: Finding, share: number): Finding {
  if (share < 0.5) return { ...ruled, score: Math.min(ruled.score, 0.94) };
  const isOwn = !ruled.why.endsWith('others-named');
  const isNearlySure = isOwn && ruled.score >= 0.65 && ruled.score < sure && share > 0.75;
  return isNearlySure && isPlain(scene) && isWhole(ruled) ? { ...ruled, score: 0.85 } : ruled;
}

/** A reading that the words as a whole speak against is asked about before it binds anybody. */
function doubted({ intent, score }: Finding, share: number, doubt: number): number {
  if (committing.test(intent)) return share > 0.8 && doubt < 0.1 ? Math.min(score, 0.78) : score;
  return Math.min(score, share > 0.6 ? 0.78 : 0.9);
}

/** What the words alone cannot know: no vote without a poll, no pledge of money without a word of money. */
export function isPossible(intent: string, { plain, amounts }: Scene, { openPolls }: Context): boolean {
  if (intent === 'poll.vote') return openPolls.length > 0;
  if (/^(?:funds\.receive|funds\.spend)$/.test(intent)) return amounts.length > 0;
  return intent !== 'project.rate' || /[1-5一二两三四五满]/u.test(plain);
}

const trade =
  /投|票|表决|捐|认筹|提案|提议|建议|附议|项目|方案|积分|兑|换|验收|巡查|进度|进展|账|钱|₥|¿|№|⌂|同意|反对|弃权|赞|支持|通过|绑|登记|出|工|帮|分|星|截止|公示|选/u;
