import { isRole, may, type Permission } from '../../domain/permissions.js';
import { readMood } from '../values/mood.js';
import { onlyReadBack } from './decide.js';
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
  /(?:让|叫|要求|通知|限|责令|请)(?:他们|她们|施工(?:队|方)?|对方|你们|人家|师傅)?[^，,。]{0,14}(?:前|以内|之内|内)(?:都)?(?:给)?(?:我)?(?:弄|改|修|整改|处理|搞|做|焊|补|换|装|铺|收拾|清)(?:好|完|掉|到位|干净|利索)/u;
const names = ({ amounts, said }: Scene): boolean => amounts.length > 0 || (inTens.test(said) && ofFund.test(said));

const ofBooks: readonly { readonly intent: string; readonly isSaid: (scene: Scene) => boolean }[] = [
  { intent: 'funds.reconcile', isSaid: scene => names(scene) && agrees.test(scene.said) },
  { intent: 'finding.add', isSaid: ({ said }) => orders.test(said) },
  // 维修资金那五万下来了: the money of a fund, and what it brings.
  {
    intent: 'funds.source',
    isSaid: scene =>
      names(scene) && ofFund.test(scene.said) && came.test(scene.plain) && !isYetToCome.test(scene.plain),
  },
  {
    intent: 'funds.receive',
    isSaid: scene => names(scene) && came.test(scene.plain) && !isYetToCome.test(scene.plain),
  },
];

/** What the keepers of the money say of money that came, or that agrees, is never a promise of the own household; it is read back. */
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
  if (!first || !/^(?:pledge\.|chat\.|proposal\.|report\.|inspection\.)/u.test(first.intent)) return readings;
  const roles = (context.roles ?? []).filter(isRole).map(role => ({ role, building: null }));
  const meant = ofBooks.find(({ intent, isSaid }) => {
    const permission = permissionOf(intent);
    return permission !== undefined && may({ householdId: null, roles }, permission) && isSaid(scene);
  })?.intent;
  const isOpen = readMood(scene.said).some(({ kind }) => !['past', 'reported', 'onBehalf', 'laughing'].includes(kind));
  if (meant === undefined || givesOwn.test(scene.said) || isOpen) return readings;
  // What lacks a number is asked for it: that is more than a guess.
  const share = /^(?:funds\.source|finding\.add)$/u.test(meant) ? 0.5 : onlyReadBack;
  return [{ intent: meant, share }, ...readings.filter(({ intent }) => intent !== meant)];
}
