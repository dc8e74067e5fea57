/**
 * Sentences that hold all words of a deed and mean another thing: that it stays as it is, that it was done before, or how it
 * stands. Found by strangers who played them: each was done or read back as the deed.
 */

import type { Binds } from './decide.js';
import type { Reading } from './model.js';

/** 别撤, 不撤, 不会不出, 还是要捐, 照捐: what would be taken back stays. */
const keeps =
  /(?:别|不|没|莫|甭|勿|休)(?:要|用|想|能|会|打算|准备)?(?:再|给我|给俺|把.{1,6})?(?:撤|取消|退(?!休)|收回|作废|删|解绑|注销|不(?!是|同意))|照(?:捐|交|出|付|给|认|旧|常|样|原)|(?:还是|仍然?|仍旧|依旧|照样|当然|肯定|一定)(?:要|得|会|给)?(?:捐|出(?!门|去)|交|给|认)(?!不)/u;

/** 有点不想出了, 不太想交: a wavering that takes nothing back yet. */
export const wavers = /有[点些]儿?(?:不(?:太)?想|后悔|犹豫|舍不得)|不(?:太|大|咋|怎么|是很|很)想|后悔|拿不准|犹豫/u;

/** 我可能再出50, 估计能捐200: what is given perhaps, in the clause of its verb. 尽可能, 不可能 are no perhaps. */
const perhaps =
  /(?:(?<![尽不])可能|估计|也许|或许|说不定|没准儿?|兴许|恐怕|备不住)[^，,。；;！!？?\s]*[出捐加认拿给凑掏投交]|[出捐加认拿给凑掏投交][^，,。；;！!？?\s]*(?:也说不定|也没准儿?|也备不住)/u;

/** True when a promise or vote is only thought of as possible. */
export function isPerhaps(intent: string, said: string): boolean {
  return /^(?:pledge\.(?:money|goods|labour)|poll\.vote)$/.test(intent) && perhaps.test(said);
}

const deed = '附议|投票|投|认捐|认筹|捐|认|出|交|打分|打|评|报名|报|签到|签|领|换';
/** 我附议过了, 打过5分了, 上回15号我出的200, 12号我投的是同意. */
const done = new RegExp(
  `(?:${deed})过(?!来|去|年|节|一个|渡|户|滤|程|道)|(?:上[次回届]|以前|之前|前[天几]|昨[天儿晚]|去年|早就|当时|那[次回时])[^，,。；;！!？?]{0,12}(?:${deed})(?:的|了)|(?:我|俺|咱|我家|俺家)(?:们)?(?:就|都)?(?:投|捐|认|打|选)的(?:就)?(?:是|同意|反对|弃权|赞成|\\d)`,
  'u',
);
/** What holds from now on, beside it: 上回出的200，这回再加100. */
const anew = /[再改换补加]|不是|错|应该|这[次回]|现在|今天|今儿|还没|重新|另外|也要|接着|继续/u;

/** True when the member tells of what the household has done already. */
export function wasDone(said: string): boolean {
  return done.test(said) && !anew.test(said);
}

const bought = '(?:买|装|换|修|安|挂|焊|配|雇|请|做|弄|添|置办)(?:好|上|完)?了(?!吧|再|就|才)';
const ownDoor = '(?:自家|自己家|自个儿?家|(?:我|俺|咱)家|我屋)(?:的)?(?:门|里|院|窗|阳台|屋|那|楼道口)';
/** 我自己出200块钱买了个路灯挂自家门口了: what is for the own home, and done: nothing is promised by it. */
const forOwnHome = new RegExp(
  `(?:自己|自个儿?|自费|自掏腰包)[^。；;！!？?\\n]{0,16}${bought}|${bought}[^。；;！!？?\\n]{0,12}${ownDoor}|${ownDoor}[^。；;！!？?\\n]{0,8}${bought}`,
  'u',
);

/** 门口的灯我修好了，1号我出200: a promise in a clause of its own. */
const promisesBeside = /(?:[出捐认给]|认捐)[\d一二两三四五六七八九十百千万]|(?:再|另外|还要?|也)(?:出|捐|认)/u;

/** What is told of the own home is talk by as much as it sounds like a promise. */
function withoutOwnHome(readings: readonly Reading[], said: string): readonly Reading[] {
  if (!isForOwnHome(said)) return readings;
  const isTalk = ({ intent }: Reading): boolean => intent === 'chat.other' || intent.startsWith('pledge.');
  const share = readings.filter(isTalk).reduce((sum, reading) => sum + reading.share, 0);
  return [{ intent: 'chat.other', share }, ...readings.filter(reading => !isTalk(reading))].toSorted(
    (a, b) => b.share - a.share,
  );
}

/** True when the member tells what was bought or mended for the own home, and promises nothing beside it. */
function isForOwnHome(said: string): boolean {
  const isBeside = (clause: string): boolean =>
    promisesBeside.test(clause) && !forOwnHome.test(clause) && !/自己|自个|自费/u.test(clause);
  return forOwnHome.test(said) && !said.split(/[，,。；;！!？?\s]+/u).some(isBeside);
}

/** 方案发布了吗, 整改3咋样了, 申请4放行了没, 附议有什么用: what is asked is how it stands, and nobody wants it done. */
const informs =
  /(?:了|过|好|完|到|着)(?:吗|嘛|没有?|么)[呀啊呢吧]?[\s?？。！!]*$|(?:咋|怎么?|如何)样了?[呀啊呢]?[\s?？。！!]*$|(?:有|是|为)(?:什么|啥)(?:用|意思|区别|说法|理由|原因)?[呀啊呢]?[\s?？。！!]*$|(?:写|说|讲|提|问)(?:的|了)(?:什么|啥)(?:来着)?[呀啊呢]?[\s?？。！!]*$|会(?:怎么?样|咋样|怎样)[呀啊呢]?[\s?？。！!]*$|(?:谁|几号|哪天|啥时候?|什么时候|为什么|为啥)(?:的|来着|啊|呀|呢)?[\s?？。！!]*$/u;

/** True for a question of one clause about how something stands. */
function onlyInforms(said: string): boolean {
  return informs.test(said) && !/[，,。；;！!？?：:\n][^\p{L}\d，,。；;！!？?：:\n]*[\p{L}\d]/u.test(said);
}

/** 借我200: what is lent is no promise. */
const borrows = /借(?:给?[我俺咱你他她]|点|个|[一二两三四五六七八九十几\d])/u;

/** 别让我出200: who is not to be made to give promises nothing, and takes nothing back either. */
const refusesToGive =
  /(?:别|不要|莫|甭|休想|凭(?:什么|啥))(?:再|老|总)?(?:让|叫|喊|逼|催|指望|找)(?:我|俺|咱)[^，,。；;！!？?\s]{0,4}(?:出(?!门|去)|捐|交|掏|给|认|拿)/u;

/** 给俺弄个点一点就中的: what is for the speaker alone is no matter of all. */
const forSpeaker = /^(?:请|麻烦)?(?:给|帮|替)(?:我|俺)(?![们家楼单院小])/u;
/** 标题改成东头装灯: another name for what was raised. */
const renames = /^把?(?:标题|题目|名字|名称)(?:给?我)?(?:改|换|叫)/u;

/** 12号坡道验收那天叫上我: who wants to be called to something does no work in it. */
const callsMe =
  /(?:验收|开会|议事|表决|唱票|点票|开工|进场|完工|检查|巡查|签字)[^，,。；;]{0,6}(?:叫|喊|通知|告诉|提醒)(?:上|一?下|一声|着)?(?:我|俺|咱)/u;
const worksThere = /干活|帮[忙着]|出工|义工|义务|搭把手|出力|[搬扫刷焊砌抬挖铲拉]/u;

interface DeedFacts {
  readonly bindsOf: (intent: string) => Binds;
  readonly takesBack: (intent: string) => boolean;
}

/** Without the deeds that the words deny, and for a question how something stands without all but what answers it. */
export function meantOf(
  readings: readonly Reading[],
  said: string,
  { bindsOf, takesBack }: DeedFacts,
): readonly Reading[] {
  const left = withoutOwnHome(
    readings.filter(
      ({ intent }) =>
        !(takesBack(intent) && keeps.test(said)) &&
        !(intent === 'pledge.money' && borrows.test(said)) &&
        !(intent.startsWith('pledge.') && refusesToGive.test(said)) &&
        !(intent === 'proposal.open' && (forSpeaker.test(said) || renames.test(said))) &&
        !(intent === 'pledge.labour' && callsMe.test(said) && !worksThere.test(said)),
    ),
    said,
  );
  if (!onlyInforms(said)) return left;
  const answers = left.filter(({ intent }) => bindsOf(intent) === 'nobody');
  const all = answers.reduce((sum, { share }) => sum + share, 0);
  return answers.map(reading => ({ ...reading, share: reading.share / all }));
}
