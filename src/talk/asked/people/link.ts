import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** Links to the desk. */
export default topic({
  title: '链接能点吗、打不开怎么办',
  said: `
    办事台打不开怎么回事 链接点了说失效 别人发我的办事台能用吗 这个网址安全不 链接能转给我媳妇吗 为什么链接只能用一次 链接会不会有病毒 点了别人的链接会咋样 点开说已经用过了 网页老是让重新登录 群里有人发链接让我填能填吗 链接过期了怎么弄 登录链接多久失效
    页面问是不是我点不点
  `,
  answer: async ({ turn: { now } }) =>
    `我私聊给您的链接只给您一个人，${rulesAt(now).loginLinkMinutes}分钟内打开、只能打开一次；打不开就再说一次“办事台”。别转给别人；别人转给您的不要点“是我”，也别填。公示栏的链接谁都能看。我不会要您的银行卡、密码、验证码。`,
});
