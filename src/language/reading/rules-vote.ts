import {
  asks,
  bargains,
  isPadding,
  isQuoted,
  leadOf,
  namesOthers,
  supposes,
  tells,
  withoutAddress,
  type Clause,
} from './cues.js';
import { tidyWords } from './pieces.js';
import type { Finding, Scene, Slots } from './scene.js';
import { wordsOf } from './sentence.js';

/** The words of a vote, the longer first. A weak word is a vote only when little else is said. */
const agree =
  '举双手双脚(?:赞成|同意|支持)?|(?:举)?双手(?:赞成|同意|支持|赞同)|举手(?:赞成|同意)|投(?:出|了)?(?:个|一个)?(?:赞成|同意|支持|赞同)(?:一)?票?|(?:没有?|无|没得)(?:任何|啥|什么|别的|其他)?(?:意见|异议|二话|问题|说的)|同意票|赞成票|同意|赞成|赞同|认同|支持';
const disagree =
  '投(?:出|了)?(?:个|一个)?(?:反对|不同意|否决|不赞成|否定)(?:一)?票?|反对票|(?:不|不能|不敢|不会|不太|不大|不可能|难以|没法|绝不|决不|坚决不|并不|不怎么)(?:同意|赞成|赞同|支持|认同|认可)|(?:有异议|反对|否决)';
const abstain =
  '投(?:出|了)?(?:个|一个)?弃权(?:一)?票?|弃权票|弃权|弃票|(?:我|俺)(?:家)?弃(?=[,，。\\s]|$)|放弃(?:投票|表决|本次投票|这次投票|这一票)?|投(?:个)?中立|不表态|中立';
const weakAgree = '通过|可以|行|中|要得|OK|成|管|没毛病|必须的|YES|赞|投了';
const weakDisagree = '不行|不中|不成|不可以|要不得|不通过|不管|NO';

const choicePattern = new RegExp(`(?<disagree>${disagree})|(?<abstain>${abstain})|(?<agree>${agree})`, 'gu');
const weakPattern = new RegExp(
  `^(?:№)?(?:这个?|那个?)?(?:我|俺|咱)?们?(?:家|个人)?(?:看|觉得|认为|觉着|说)?(?:№)?(?:也|都)?(?:(?<weakDisagree>${weakDisagree})|(?<weakAgree>${weakAgree}))(?:的|啊|吧|呀|哈|了|滴)*$`,
  'u',
);

/** What may stand before the choice besides the speaker and padding. */
const voteLead =
  /(?:改投|改选|改成|改为|改|投票|投了?|选择?|表示|表态|坚决|坚持|完全|原则上|基本上?|还是|强烈|一万个|一百个|举手|明确|态度是?|意见是?|结果是?|我的票|我这(?:一)?票|这一?票|这个投票|这次投票|投票结果|表决|我家的?票|是|十分|非常|百分百|100%|一致|就)+$/u;
const softEnd =
  '(?:的|啊|吧|呀|哈|了|滴|哒|嘞|噻|撒|嘛|咯|喽|哟|哦|喔|呢|捏|啦|呗|噢|罢|一下|一张|一票|哈哈|\\+1|加1|谢谢|辛苦了|这个|这个事|此事|该)*';
const cleanEnd = new RegExp(`^${softEnd}$`, 'u');
/** Agreeing with a person or a saying, and words that only contain a choice. */
const notAVote =
  /^(?:你|您|他|她|老[赵钱孙李周吴郑王张陈刘杨黄马]|小[赵钱孙李周吴郑王张陈刘杨]|楼上|楼下|前面|上面|书记|主任|物业|大家的?(?:意见|看法)|.{0,8}(?:的说法|的看法|的观点|的意见|的话|说的|讲的|的做法|这话|这句话|的想法|的态度|的说辞|的工作))|^(?:率|书|者|方|声|派|意见|理由|数|的(?:人|举手|请|多|少|占|都|户|那|就|不|家|话|有|打|扣|声|前提|条件|站|原因|理由|前|比例|呢|吗|没|理由|举)|还是|不同意|反对|与否|就行|就好|又|才|也没|也不|也白|没用|之后|以后|的时候|过|啥|什么|谁|哪|吗|么|不\\b|没|得了|归同意|是同意|个|无效|有效|有用)/u;
/** What a vote is about, when it follows the choice at once: no reason, but the matter. */
const matter =
  /^(?:把|给|按|在|换|装|安|修|建|加|改|铺|刷|种|清|拆|立|这|该|此|本|用|实施|开工|动工|搞|弄|整|做|进行|采用|上|增|减|涨|收|盖|砍|移|买|设|划|停|涂|增设|更|重|翻|疏|维|对|№|项目|方案|议案|提案|物业|众筹|集资|筹|电梯|立项|施工|启动|推进|先|尽快|继续|由|从|动用|调|统一|挖|封|缩|延|扩|打|粉|焊|引|请|聘|办|取消|定|选|成立)/u;
const reasonLead =
  /^(?:因为|由于|理由是?|原因是?|主要是?|毕竟|反正|主要|就是|实在|实在是|确实|真的|的话|的|啊|,|，|:|\s)+/u;

const optionName =
  '(?:方案|选项|款式|颜色|样式|第)?(?:[一二三四五六七八九十]|\\d{1,2}|[A-H])(?:号?(?:方案|选项|款|种|个方案|个|项))?';
const optionVerb = '(?:改选|改投|改成|选择|选|投给|投票给|投|倾向于?|支持|同意|赞成|要|定)';
const namedOption =
  /^(?:方案(?:[一二三四五六七八九十]|\d{1,2}|[A-H])|选项(?:[一二三四五六七八九十]|\d|[A-H])|[A-H](?:方案|款|选项)?|第[一二三四五六]个?(?:方案|选项|种|款)?|[一二三四五六1-9](?:号)?方案)$/u;
const optionEnd = '(?:的?(?:吧|啊|呀|哈|了|滴|那个|这个|一票|嘛|呗|好了?|哦|呢|得了|算了|项|谢谢|划算|实惠))*';
const bareOption = new RegExp(
  `^(?:№)?(?:那|就|还是|必须|当然|肯定|果断|支持|我|俺|我家|俺家|也|选|投|改|成)*?(?<label>[A-H]|方案(?:[一二三四五六七八九十]|\\d{1,2}|[A-H])|选项(?:[一二三四五六]|\\d|[A-H])|[A-H](?:方案|款|选项))${optionEnd}$`,
  'u',
);
const chosenOption = new RegExp(
  `^(?<lead>.{0,30}?)(?<verb>${optionVerb})(?<label>${optionName}|[^，。,.!！?？\\s的№₥¿]{1,10}?)${optionEnd}$`,
  'u',
);
const noLabel =
  /^(?:错|沉默|放弃|逃避|躺平|择|项|票|哪|谁|啥|什么|不|没|出|举|完|过|的|好|他|她|你|我|老|小[赵钱孙李王张刘陈]|代表|楼长|人|出来|中|上|相信|赞成|同意|反对|弃权|支持|困难|看|去|来|钱|个|了|几|给|一下|一|两|赞|不同意|意见|票的?|物业|书记|资|入|诉|稿|篮|机|影)/u;

const anyVote =
  /同意|赞|支持|认同|意见|异议|二话|问题|反对|否决|弃|放弃|表态|中立|投|选|[A-H]|方案|通过|可以|行|中|要得|OK|成|毛病|必须|YES|管|NO|倾向/u;

export function findVotes(scene: Scene): Finding[] {
  const { clauses, plain } = scene;
  if (!anyVote.test(plain)) return [];
  const found: Finding[] = [];
  for (const [index, clause] of clauses.entries()) {
    const vote = readChoice(scene, clause) ?? readOption(scene, clause) ?? readWeak(scene, clause, index);
    if (!vote) continue;
    if (isQuoted(plain, clause.start, clause.end)) continue;
    const score = Math.min(vote.score, surroundings(scene, index));
    found.push({ intent: 'poll.vote', why: vote.why, score, slots: votedSlots(scene, index, vote) });
  }
  // The last word counts: 之前我同意，现在改反对.
  const last = found.at(-1);
  if (!last || found.length < 2) return found;
  const differs = found.some(({ slots }) => slots?.choice !== last.slots?.choice);
  // 我没意见，通过: the same thing said twice is as sure as the surer one.
  if (!differs) return [{ ...last, score: Math.max(...found.map(({ score }) => score)) }];
  return [{ ...last, score: /改|现在|不对|错|还是/u.test(plain) ? last.score : Math.min(last.score, 0.6) }];
}

interface Vote {
  readonly choice: string;
  readonly score: number;
  readonly why: string;
  /** Where the reason may begin in the same clause. */
  readonly rest?: number;
}

function readChoice(scene: Scene, said: Clause): Vote | null {
  // 反对反对反对 is one vote, said loudly.
  const clause = { ...said, text: said.text.replace(/(同意|赞成|支持|反对|弃权|没意见)\1+/gu, '$1') };
  const all = [...clause.text.matchAll(choicePattern)];
  const found = all.at(-1);
  if (!found) return null;
  const isMixed = all.some(each => kindOf(each) !== kindOf(found));
  if (isMixed && !/改/u.test(clause.text)) return null;
  // 我同意 我家都同意, without a pause: the first says it, unless somebody else's comes first.
  if (all.length > 1 && !isMixed && isPadding(clause.text.slice(0, all[0]!.index)))
    return judge(clause, all[0]!, scene);
  return judge(clause, found, scene);
}

function kindOf({ groups }: RegExpMatchArray): string {
  return groups?.disagree !== undefined ? 'disagree' : groups?.abstain !== undefined ? 'abstain' : 'agree';
}

function judge(clause: Clause, found: RegExpMatchArray, scene?: Scene): Vote | null {
  const word = found[0];
  const choice = kindOf(found);
  const start = found.index ?? 0;
  const before = withoutAddress(clause.text.slice(0, start)).replace(voteLead, '');
  const after = clause.text.slice(start + word.length);
  const why = `vote:${choice}:${word}`;

  if (
    /(?:(?:倒是|本来|原本|倒)(?:是)?想|差点|差一点|险些|几乎|没有|不是|不会|没说|没有说|没|别|光|谁|是否|要不要|未必|不一定|从不|从没|从来没|不想|不|甭|别(?:替|帮|给)(?:我|俺)|凭啥|为啥|为什么|就算|只有|才|几个|多少|有人|的人|凡是|假|会|能不能|该不该|没人|感谢|谢谢|多谢|需要|寻求|希望|争取|得到|获得|请)$/u.test(
      clause.text.slice(0, start),
    )
  )
    return null;
  // A vote of yesterday is told, not cast.
  if (/昨天|昨晚|前天|上次|上回|去年/u.test(clause.text.slice(0, start)) && !/改|现在|今天/u.test(clause.text))
    return null;
  if (/问题|说的|二话/u.test(word) && leadOf(before) === 'unknown') return null;
  if (
    /^(?:支持|认同)$/u.test(word) &&
    /^(?:一下|支持|№?$)?(?:一下)?(?:书记|社区|工作|咱|咱们|大家|小区|你|物业|她|他)/u.test(after)
  )
    return null;
  if (/支持|赞/u.test(word) && scene !== undefined && /(?:支持|赞成|赞同)[^，。]{0,10}(?:提案|提议)/u.test(scene.text))
    return null;
  if (clause.text.includes('验收')) return null;
  if (notAVote.test(after) || asks(clause.text) || clause.asked || supposes(clause.text)) return null;
  if (/验收|提案$|附议/u.test(after) && /同意|支持/u.test(word)) return null;

  const lead = leadOf(before);
  const told = tells(before) || namesOthers(before + word);
  if (told && lead !== 'clear') {
    // 看大伙都同意了我也同意: somebody is named, but the speaker stands next to the deed.
    if (lead !== 'topic' || tells(before)) return null;
    const joins = /[我俺](?:们)?(?:家)?(?:也|都|就)$/u.test(before);
    return { choice, score: joins && cleanEnd.test(after) ? 0.84 : 0.7, why: `${why}:others-named` };
  }
  const isMoney = scene !== undefined && /₥/u.test(clause.text);
  const weight = isMoney
    ? 0.7
    : lead === 'unknown'
      ? /^.{1,14}$/u.test(before) && choice !== 'agree'
        ? 0.7
        : 0.72
      : lead === 'topic'
        ? 0.9
        : 0.97;
  if (cleanEnd.test(after)) return { choice, score: weight, why };
  if (/^(?:因为|由于|毕竟|反正|早|太|确实|真|都|主要|省得|免得|实在)/u.test(after))
    return { choice, score: Math.min(weight, 0.9), why, rest: start + word.length };
  if (after.length <= 24 && matter.test(after)) return { choice, score: Math.min(weight, 0.9), why };
  if (/^(?:支持|认同|赞同)$/u.test(word)) return null;
  return {
    choice,
    score: after.length <= 12 && choice !== 'abstain' ? Math.min(weight, 0.78) : 0.7,
    why: `${why}:unknown-end`,
    rest: start + word.length,
  };
}

function readOption(scene: Scene, clause: Clause): Vote | null {
  if (clause.asked || asks(clause.text) || supposes(clause.text) || /还是(?!选|投|[A-H]$)/u.test(clause.text.slice(1)))
    return null;
  const bare = bareOption.exec(clause.text.replace(/^((?:选|投)?[A-H])\1+/u, '$1'));
  if (bare?.groups?.label !== undefined) {
    const isAlone = scene.clauses.length <= 3;
    return { choice: bare.groups.label, score: isAlone ? 0.95 : 0.7, why: 'vote:option' };
  }
  const chosen = chosenOption.exec(clause.text);
  const { lead = '', verb = '', label = '' } = chosen?.groups ?? {};
  if (!chosen || label === '') return null;
  const isNamed = namedOption.test(label);
  if (!isNamed && (noLabel.test(label) || !/选|投/u.test(verb) || /谁|啥|哪/u.test(label))) return null;
  if (!isNamed && /^(?:支持|同意|赞成|要|定)$/u.test(verb)) return null;
  const who = leadOf(lead.replace(voteLead, ''));
  if (who === 'unknown' || ((namesOthers(lead) || tells(lead)) && who !== 'clear')) return null;
  return {
    choice: label,
    score: isNamed ? 0.95 : /^\d|^[一二三四五六]$/u.test(label) ? 0.82 : 0.86,
    why: `vote:chosen:${verb}`,
  };
}

/** 可以, 行, 通过: a vote only when the whole message says no more. */
function readWeak({ clauses, asked, bare, plain }: Scene, clause: Clause, index: number): Vote | null {
  if (plain.includes('验收')) return null;
  const found = weakPattern.exec(clause.text);
  if (!found || asked || clauses.length > 2 || bare.length > 14) return null;
  const choice = found.groups?.weakDisagree === undefined ? 'agree' : 'disagree';
  const isFirm = /№|我|俺|家/u.test(clause.text);
  return { choice, score: index === 0 && isFirm ? 0.7 : 0.55, why: `vote:weak:${clause.text}` };
}

/** How far the rest of the message lets a vote stand. */
function surroundings({ clauses, plain, supposed, jested, noise }: Scene, index: number): number {
  if (noise) return 0.4;
  // 不是反对, 不是不同意: what follows is an explanation, not a vote.
  if (/不是(?:不|反对|要反对|想反对)/u.test(plain)) return 0.5;
  if (jested) return 0.5;
  let most = 1;
  for (const [at, other] of clauses.entries()) {
    if (at === index) continue;
    if (at > index && bargains(other.text)) return 0.4;
    if (at > index && /^(?:但|不过|可是?|只是|前提|除非|只要|就是|然而|除了)/u.test(other.text)) {
      most = Math.min(most, /得|要|先|必须|前提|除非|只要|如果|才/u.test(other.text) ? 0.35 : 0.72);
    }
    if (
      at < index &&
      (supposes(other.text) || (/说|讲|喊/u.test(other.text.slice(-2)) && !/没[啥得]?说的|[我俺]说$/u.test(other.text)))
    )
      most = Math.min(most, 0.4);
    if (at > index && /(?:这话|这种话|这么说|说的|谁信|才怪|开玩笑|你信吗)/u.test(other.text))
      most = Math.min(most, 0.4);
  }
  if (supposed && most === 1 && supposes(clauses[index]?.text ?? '')) most = 0.4;
  return plain.length > 160 ? Math.min(most, 0.6) : most;
}

function votedSlots(scene: Scene, index: number, { choice, rest }: Vote): Slots {
  const clause = scene.clauses[index];
  const reason = clause ? reasonOf(scene, index, clause, rest) : undefined;
  return { no: scene.no, choice, reason };
}

function reasonOf(scene: Scene, index: number, clause: Clause, rest: number | undefined): string | undefined {
  if (rest !== undefined) {
    const end = scene.clauses.at(-1)?.end ?? clause.end;
    return tidyReason(wordsOf(scene, clause.start + rest, end));
  }
  const isReason = (other: Clause): boolean =>
    !isPadding(other.text) &&
    !choiceOnly.test(other.text) &&
    !courtesy.test(other.text) &&
    !approval.test(other.text) &&
    // 凭啥动公共绿地 asks nothing; it is the reason.
    ((!asks(other.text) && !other.asked) || /^(?:凭啥|凭什么|哪能|怎么能|哪有)/u.test(other.text));
  const after = scene.clauses.slice(index + 1).filter(isReason);
  const before = scene.clauses.slice(0, index).filter(isReason);
  const chosen = after.length > 0 ? after : before;
  const first = chosen[0];
  const last = chosen.at(-1);
  return first && last ? tidyReason(wordsOf(scene, first.start, last.end)) : undefined;
}

const choiceOnly = new RegExp(
  `^(?:№|我|俺|们|家|的|也|就|都|${agree}|${weakAgree}|投|选|通过|[A-H]|是|这个?|项目|投票|表决|此事|事|\\+1|加1|改主意了?|想了想|想好了?|考虑好了?|那个?)+$`,
  'u',
);
/** 这个事可中 only says yes once more. */
const approval =
  /^(?:我|俺|咱|家|们|这|那|个|事|儿|觉得|觉乎|觉着|寻思|着|看|可|挺|真|很|太|是|的|好|中|行|可以|不错|成|办法|主意|得|早|该|没说的|没得说|那是|肯定|必须|当然|绝对|了)+$/u;
const courtesy =
  /^(?:记(?:我|上|给我|到我)|.{0,6}(?:商量|考虑)(?:过|好|了)+$|.{0,6}(?:前头|之前|刚才|先前|原来|前面|昨天)(?:投|点|选)|.{0,8}票(?:撤|收|作废|不算)|谢谢|辛苦|大家辛苦|感谢|麻烦|收到|加油|你好|大家好|各位|投好了|投完了|投了|以上|没了|完毕|请(?:记录|登记|查收|记)|记一下|小助手|书记|刚才(?:投|点|选)错了|投错了|点错了|选错了|改一下|更正|我再想了?想|想通了|我改主意了|改主意了|№)/u;

function tidyReason(words: string): string | undefined {
  const reason = tidyWords(words.replace(reasonLead, ''));
  return reason.length >= 2 ? reason : undefined;
}

const standsFor =
  /(?:选|投给?|站|给|要|定|就)(?:的是|了|个|的)?(?<label>方案(?:[一二三四五六七八九十]|\d{1,2}|[A-H])|[A-H](?![A-Z])|[\u4e00-\u9fa5]{1,4}?)(?=$|[的吧啊呀了，,。\s不])/gu;

/** The choice and the reason, for who already knows that it is a vote. */
export function voteSlots(scene: Scene): Slots {
  const { plain, no, clauses } = scene;
  const last = [...plain.matchAll(choicePattern)].at(-1);
  const named = [...plain.matchAll(standsFor)].find(({ groups }) => !noLabel.test(groups?.label ?? ''));
  const refuses = /不(?:行|中|成|可以|通过)/u.exec(plain);
  const at = (last ?? named ?? refuses)?.index ?? 0;
  const choice = last ? kindOf(last) : (named?.groups?.label ?? (refuses ? 'disagree' : undefined));
  const index = clauses.findIndex(({ start, end }) => start <= at && at < end);
  const clause = clauses[index];
  return { no, choice, reason: clause && choice !== undefined ? reasonOf(scene, index, clause, undefined) : undefined };
}
