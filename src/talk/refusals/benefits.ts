import type { Sayings } from './sayings.js';

/** What is refused about benefits, in words. */
export const benefitSayings = {
  'benefit.unclear': () =>
    '没有看懂，没有登记。要写清优惠什么、多少分以上、谁提供、依据什么，例如“取暖费减300元，1050分以上，热力公司，依据桓信办〔2022〕3号”。',
  'benefit.unknown': ({ benefit }) => `没有优惠${benefit}。发送“优惠”看都有哪些。`,
  'benefit.ended': ({ benefit }) => `优惠${benefit}已经停了。发送“优惠”看现在有哪些。`,
  'benefit.notJoined': ({ benefit }) =>
    `优惠${benefit}按信用分给，您还没有参加积分。愿意参加就发送“加入积分”，随时可以退出；不参加也不影响别的。`,
  'benefit.score': ({ benefit, least, score }) =>
    `优惠${benefit}要信用分${least}分以上，您现在${score}分。参加表决、议事、巡查、志愿服务都加分，发送“我的积分”看明细。`,
  'benefit.again': ({ benefit }) => `您家已经在享受优惠${benefit}了，一户一份。`,
  'benefit.none': ({ benefit }) => `您家没有领过优惠${benefit}。发送“我有什么优惠”看看。`,
} satisfies Partial<Sayings>;
