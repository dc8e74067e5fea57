import { plain } from '../../domain/plain-text.js';
import { type Sayings } from './sayings.js';

/** What is refused about points and hours, in words. */
export const pointsSayings = {
  'reward.unknown': ({ item, items }) =>
    `没有“${plain(item, 20)}”可以兑换。现在可换：${items.join('、') || '暂时没有'}。发送“积分能换啥”看清单。`,
  'reward.empty': ({ item, stock }) =>
    stock === 0
      ? `${item}已经换完了。发送“积分能换啥”看看别的。`
      : `${item}只剩${stock}份了，请少换一些，或发送“积分能换啥”看看别的。`,
  'reward.points': ({ item, needed, balance }) =>
    `换${item}要${needed}分，您现在有${balance}分，还差${needed - balance}分。参加表决、巡查、出资都能攒分。`,
  'reward.several': ({ item, items }) => `“${plain(item, 20)}”有${items.length}种，请说全名：${items.join('、')}。`,
  'reward.limit': ({ item, perQuarter, left }) =>
    `${item}每户每季度最多换${perQuarter}份，您家这个季度${left === 0 ? '已经换满了，下个季度再来' : `还能换${left}份`}。`,
  'reward.quantity': () => '数量要在1到99之间，例如“兑换抽纸两包”。',
  'points.unknown': ({ entry }) => `没有第${entry}号积分。本人在私聊里发送“我的积分”能看到编号。`,
  'points.reversed': ({ entry }) => `第${entry}号积分已经撤销过了。`,
  'points.own': () => '自己、自家人和亲属的积分不能自己办，请另一位书记来办。',
  'points.redLine': () =>
    '投票、出资得的积分不能撤销，也不能因为投反对、不投票、不出钱、提异议或者投诉扣分。请核对编号和原因再发一次。',
  'points.notJoined': ({ place }) => `${place}还没有人参加积分。积分自愿参加，请本人先发送“加入积分”。`,
  'points.full': ({ most }) => `这一项今年最多${most}分，已经满了。`,
  'points.range': ({ least, most }) =>
    least === most ? `这一项每次${most}分，请核对后再发。` : `这一项每次${least}到${most}分，请核对后再发。`,
  'appeal.unknown': ({ appeal }) => `没有积分申诉${appeal}。请核对编号再发一次。`,
  'appeal.answered': ({ appeal }) => `积分申诉${appeal}已经答复过了。`,
  'redemption.tooManyTries': () => '一小时内错的码太多了，这一条没有核销。请过一小时再核，东西先别发。',
  'redemption.over': ({ state }) => `这个兑换码${state}，不能再核销。请居民重新兑换。`,
  'redemption.none': () => '您没有等着领取的东西。发送“积分能换啥”看清单。',
  'reward.unclear': () =>
    '请写明几分、几份、每户每季度几份和谁提供，例如“上架花生油：15分，30份，每户1份，社区便民超市，到6月30日”。',
  'service.inGroup': () => '签到码不要发在群里。请点我的头像，在私聊里发送，例如“签到 1234”“签退 1234”。',
  'service.tooManyCodes': () => '今天签到码错了太多次，先不再试了。请找组织的人，七天内由他补记。',
  'service.notIn': () => '您今天没有签到，或者已经签退。忘了签退的，请组织的人七天内补记。',
  'service.unknown': ({ session }) => `没有志愿活动${session}。请向组织的人核对编号。`,
  'service.overlap': ({ title, isOpen }) =>
    isOpen
      ? `您在“${plain(title, 60)}”还没有签退，请先发送“签退”。`
      : `这段时间和“${plain(title, 60)}”重叠了，一个人不能同时在两处。请核对时间。`,
  'service.future': () => '时间还没到，不能提前补记。请核对后再发。',
  'service.late': ({ days }) => `补记要在${days}天以内，太早的不能再记。`,
  'service.noMember': () => '这一户还没有绑定的成员，时长没有地方记。请先帮他绑定住户。',
  'service.notThere': ({ session }) => `志愿活动${session}要由组织的人和一起参加并签退的人来确认。`,
  'service.nothing': ({ session }) =>
    `志愿活动${session}没有等您确认的时长。自己、自家人和您补记的由别人确认；您确认过的，还要另一人（其中有组织的人）确认。`,
  'service.unclear': () => '没看懂时间，请写成“补记志愿1：3号楼2单元301，3月7日9:00到11:30”。',
} satisfies Partial<Sayings>;
