import { isRole, may, type Permission } from '../../domain/permissions.js';
import { readMood } from '../values/manner/mood.js';
import { requestForm } from '../values/money/request-said.js';
import { findQuantities } from '../values/quantity.js';
import { onlyReadBack } from './thresholds.js';
import type { Reading } from './model.js';
import type { Context } from './moment.js';
import type { Scene } from './scene.js';

/** 奖补还没下来五万, 什么时候到五万: nothing came. */
export const isYetToCome = /(?:没|未)(?:有)?[^，,。；;]{0,4}₥|(?:什么时候|啥时候|何时|几时|哪天)[^，,。；;]{0,10}₥/u;

/** 上面的奖补下来五万了, 老马刚把钱给我了，一百二, 先来五万: money that came. */
const came =
  /下来|到账|到了|拨[来付下了过]|[打转送交付拿捎寄划汇][来过]|(?:给|交给|转给|打给)(?:了)?[我俺咱](?:了|的|这)|收[到了下]|进账|入账|[来到](?:了)?₥|[替代帮]⌂[^，,。；;]{0,6}[交付缴转]/u;
/** Words with which who keeps the money speaks of the own household. */
const givesOwn = /(?:我|俺|咱)(?:们)?(?:家|自己|本人)|(?:我|俺|咱)(?:也|就|再|想|要|来)*(?:出|捐|认|掏|拿|凑)/u;

/** 银行单子拿回来了，1200，和咱记的一样: who checks the books says that they agree with the bank's. */
const agrees = /(?:银行|微信|流水|回单|单子|账单)[^]*(?:一样|对得?上|没错|没问题|相符|无误|一致|都对|不差|吻合)/u;

const ofFund = /维修(?:资金|基金)|公益(?:资源|资金|捐款)|居委会收入|上个项目余款/u;
const inTens = /[\d一二两三四五六七八九十百千]万(?!一|能|分|事|家|人|户)/u;

/** 让他们这周六之前弄好: who looks after the works sets a day for what is wrong with them. */
const orders =
  /(?:让|叫|要求|通知|限|责令|请)(?:他们|她们|施工(?:队|方)?|对方|你们|人家|师傅)?[^，,。]{0,14}(?:前|以内|之内|内)(?:都)?(?:给)?(?:我)?(?:弄|改|修|整改|处理|搞|做|焊|补|换|装|铺|收拾|清)(?:好|完|掉|到位|干净|利索)|(?:让|叫|要求|通知|限|责令)(?:他们|她们|施工(?:队|方)?|人家)?[^，,。]{0,14}前(?:都)?(?:给我)?(?:改|修|补|弄|返工|整改)(?:过来|了)?[。！!]*$/u;
/** 后天之前给我返: by when something is to be mended. */
export const mendedBefore =
  '(?:前|以内|之内|内)(?:都|务必|必须|得)?(?:给我|给)?(?:返|扶|改|修|补|弄|换|焊|勾|重|整改|处理|拆|刷|装|垫|磨|清|抹|包|拧)';
/** 砖缝没勾，后天之前给我返了: what is wrong, and by when it is to be mended. */
const wrongBy = new RegExp(
  `(?:没|未|歪|裂|翘|鼓|漏|松|断|脱|破|缺|不平|不齐|不牢|毛刺|堵|锈|渗|露|掉|斜|塌|晃)[^，,。；;]{0,10}[，,。；;\\s]+[^，,。；;]{1,10}${mendedBefore}[^，,。；;]{0,6}[。！!]*$`,
  'u',
);
const names = ({ amounts, said }: Scene): boolean => amounts.length > 0 || (inTens.test(said) && ofFund.test(said));

/** 申请3那笔我打过去了: an approved request that was paid. */
const paidOut = new RegExp(
  `${requestForm}[^。！!?？没未]{0,12}?(?:[付转打汇划结](?:过去|出去|给[^，,。]{1,8}|完|清|掉|好)?了|付讫|结清)`,
  'u',
);

/** 58我翻过单子了，没毛病: slips that were looked through, and no sum that anybody gives. */
const lookedThrough = /单子|凭证|流水|回单|收据|发票|核[对过实]|翻[过了看]|[查对]过|没毛病|没问题|没错/u;

/** 申请一我看过了 单据没问题: a request that was looked through. */
const checked = new RegExp(
  `${requestForm}[^。！!?？没未不]{0,10}?(?:[看核查]过|核对(?:了|好|完)|没问题|没毛病|没错|无误|对得上)`,
  'u',
);

/** 第二个申请我同意: a request that may be paid, and nobody's vote. */
const approved = new RegExp(`${requestForm}[^。！!?？没未不别]{0,10}?(?:同意|批(?:了|准)|准了|可以付|能付)`, 'u');

/** 15号买电线花了三百二: what was bought for the matter. */
const bought = /(?:买|进|购|订|请)[^，,。]{0,12}(?:花|用|付|垫|掏|要|一共|共|合计)了?|(?:花|垫|付)了[^，,。]{0,6}₥?/u;

/** 宏达公司给路灯捐了四根灯杆: a company's gift, and no household's. */
export const givenBy =
  /(?:^|[，,。；;\s])(?:今天|刚才?|上午|下午|收到|那个)*(?<giver>[\p{Script=Han}A-Za-z]{2,16}?(?:公司|集团|企业|协会|商会|基金会|合作社|工程队|超市|银行|学校|饭店|店|厂))(?:的)?(?:[给向为][^，,。；;\s]{1,10}?)?(?:捐|赠|赞助|送)(?:了|来|给)?/u;

/** 报事1跟他们说 物业周五来修: what those who reported it are told. */
const toldThem =
  /报事第?\d{1,7}号?的?(?:那个|这个)?[，,\s]*(?:跟|和|给|对|告诉|回复?|答复)(?:一下)?(?:他们?|她们?|人家|住户|报的人|大家|邻居们?)?(?:说|讲|回|一声|一下|个话)*[，,：:\s]*/u;

/** 那条异议 回她 已请三家问过, 嫌味儿大的 就回他 用水性漆: what an objection is answered by. */
export const answersThem =
  /(?:就|你|帮我|先)?(?:回复?|答复|回应)(?:一下|一声|意见|为|是|如下)*(?:他们?|她们?|人家|对方)?(?:说|讲|一下|一声|就说)*[，,：:\s]+|(?:异议)[^，,。]{0,4}?不?成立[，,：:。\s]*/u;
const ofObjection = ({ said }: Scene): boolean => /异议|嫌|有意见的/u.test(said) && answersThem.test(said);

/** 王建国那笔记重了 冲掉. */
const reversed = /冲(?:掉|了|销|红|回)/u;
const aVoucher = /那(?:一)?笔|那\d|凭证|记[重错多串]|重复|收款|付款/u;

/** 台阶刚报的那笔 1280 票我看了 没问题, 1280的水泥钱 我批了: a request that is told of by its sum. */
const aRequest = /(?:那|这)(?:一)?(?:笔|个)[^。！!?？]{0,14}(?:钱|款|票|单|申请|\d)|申请/u;
const lookedAt = /(?:票|单子?|发票|单据)[^，,。]{0,4}(?:[看核查](?:了|过)|没问题|没毛病|对得上)/u;
const agreedTo = /(?:我|这边)?(?:批了|批准了?|同意付|可以付了?)[吧。！!]*$/u;

/** 8号停下 钢筋细了: who looks after the works stops them, and says why. */
export const stopsWorks =
  /^\d{1,7}号(?:先|给我|赶紧|马上)*(?:停下来?|停一停|停工|叫停)(?:吧)?[，,。\s]+(?<why>\S[^]+)$/u;

interface OfBooks {
  readonly intent: string;
  readonly isSaid: (scene: Scene) => boolean;
  /** What else such words are taken for. */
  readonly insteadOf: RegExp;
}

const talkOrPromise = /^(?:pledge\.|chat\.|proposal\.|report\.)/u;
const ofBooks: readonly OfBooks[] = [
  {
    intent: 'pledge.gift',
    isSaid: ({ said, amounts }) =>
      givenBy.test(said) && findQuantities(said).length > 0 && amounts.every(({ named }) => !named),
    insteadOf: talkOrPromise,
  },
  { intent: 'report.answer', isSaid: ({ said }) => toldThem.test(said), insteadOf: /^(?:report\.|chat\.|pledge\.)/u },
  {
    intent: 'objection.answer',
    isSaid: ofObjection,
    insteadOf: /^(?:objection\.|plan\.|idea\.|poll\.|pledge\.|chat\.|proposal\.|report\.)/u,
  },
  {
    intent: 'funds.reverse',
    isSaid: ({ said }) => reversed.test(said) && aVoucher.test(said),
    insteadOf: /^(?:pledge\.|chat\.|funds\.(?!reverse))/u,
  },
  {
    intent: 'spend.check',
    isSaid: ({ said }) => aRequest.test(said) && lookedAt.test(said),
    insteadOf: /^(?:pledge\.|chat\.|spend\.ask|inspection\.|funds\.(?:spend|receive))/u,
  },
  {
    intent: 'spend.approve',
    isSaid: ({ said }) => aRequest.test(said) && agreedTo.test(said),
    insteadOf: /^(?:pledge\.|chat\.|spend\.ask|poll\.|funds\.(?:spend|receive))/u,
  },
  {
    intent: 'spend.pay',
    isSaid: ({ said }) => paidOut.test(said),
    insteadOf: /^(?:spend\.(?!pay)|pledge\.|chat\.|funds\.)/u,
  },
  {
    intent: 'spend.check',
    isSaid: ({ said }) => checked.test(said),
    insteadOf: /^(?:spend\.(?!check)|pledge\.|chat\.|funds\.)/u,
  },
  {
    intent: 'spend.approve',
    isSaid: ({ said }) => approved.test(said),
    insteadOf: /^(?:poll\.|pledge\.|chat\.|proposal\.)/u,
  },
  {
    intent: 'spend.ask',
    isSaid: ({ said, nos, amounts }) => nos.length > 0 && amounts.length > 0 && bought.test(said),
    insteadOf: /^(?:funds\.spend$|pledge\.|chat\.|proposal\.|report\.)/u,
  },
  {
    intent: 'funds.reconcile',
    isSaid: ({ said }) => agrees.test(said),
    insteadOf: /^(?:pledge\.|chat\.|proposal\.|report\.|funds\.(?:pass|show|explain|pending|own))/u,
  },
  {
    intent: 'works.stop',
    isSaid: ({ said }) => stopsWorks.test(said),
    insteadOf: /^(?:chat\.|inspection\.|progress\.|report\.|finding\.|proposal\.)/u,
  },
  {
    intent: 'finding.add',
    isSaid: ({ said }) => orders.test(said) || wrongBy.test(said),
    insteadOf: /^(?:pledge\.|chat\.|proposal\.|report\.|inspection\.)/u,
  },
  // 维修资金那五万下来了: the money of a fund, and what it brings.
  {
    intent: 'funds.source',
    isSaid: scene =>
      names(scene) && ofFund.test(scene.said) && came.test(scene.plain) && !isYetToCome.test(scene.plain),
    insteadOf: talkOrPromise,
  },
  {
    intent: 'funds.receive',
    isSaid: scene => names(scene) && came.test(scene.plain) && !isYetToCome.test(scene.plain),
    insteadOf: talkOrPromise,
  },
];

const keeping: readonly Permission[] = ['funds.receive', 'funds.reconcile', 'funds.spend'];

/**
 * What the keepers of the money say of money that came or went, or that agrees, is never a promise of the own household; it is read back.
 * Nor is a figure one beside the slips that they looked through.
 */
export function cameIn(
  readings: readonly Reading[],
  {
    scene,
    context,
    permissionOf,
  }: {
    readonly scene: Scene;
    readonly context: Context;
    readonly permissionOf: (intent: string) => Permission | undefined;
  },
): readonly Reading[] {
  const [first] = readings;
  const actor = {
    householdId: null,
    roles: (context.roles ?? []).filter(isRole).map(role => ({ role, building: null })),
  };
  if (!first || actor.roles.length === 0 || givesOwn.test(scene.said)) return readings;
  const isOwn = (intent: string): boolean => {
    const permission = permissionOf(intent);
    return intent.startsWith('funds.') && permission !== undefined && may(actor, permission);
  };
  const meant = ofBooks.find(({ intent, isSaid, insteadOf }) => {
    const permission = permissionOf(intent);
    return (
      permission !== undefined &&
      insteadOf.test(first.intent) &&
      !(intent === 'spend.ask' && isOwn(first.intent)) &&
      may(actor, permission) &&
      isSaid(scene)
    );
  })?.intent;
  const isOpen = readMood(scene.said).some(({ kind }) => !['past', 'reported', 'onBehalf', 'laughing'].includes(kind));
  // What lacks a number is asked for it: that is more than a guess.
  const share = /^(?:funds\.source|finding\.add|pledge\.gift)$/u.test(meant ?? '') ? 0.5 : onlyReadBack;
  if (meant !== undefined && !isOpen)
    return [{ intent: meant, share }, ...readings.filter(({ intent }) => intent !== meant)];
  const keeps = keeping.some(permission => may(actor, permission));
  if (!keeps || !first.intent.startsWith('pledge.') || !lookedThrough.test(scene.said)) return readings;
  const others = readings.filter(({ intent }) => !intent.startsWith('pledge.'));
  return others[0]?.intent === 'chat.other' ? others : [{ intent: 'chat.other', share: first.share }, ...others];
}
