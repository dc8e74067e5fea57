import { dayOf } from '../../../src/domain/calendar.js';
import { shareDueFen } from '../../../src/domain/market/market.js';
import { rateOf } from '../../../src/language/values/percent.js';
import { fundAccount } from '../../../src/store/market/market-standing.js';
import type { Town } from './town.js';

const operators = ['惠民理发店', '便民早点铺', '家电维修铺', '小饭桌'] as const;
const rate = '8%';
const leastYuan = 200;
const months = 11;

/** The public-welfare market of one grid: an idle room, who runs it, and month by month what comes of it. */
export class Market {
  /** The month that is declared next, 2 for February. */
  private next = 2;

  private constructor(private readonly town: Town) {}

  /** 登记空间、签协议: the committee's room, let for a share of the revenue from February on. */
  static async open(town: Town): Promise<Market> {
    const secretary = town.holder('grid_secretary');
    const said = '闲置空间：邻里驿站东间，居委会所有（居委会1月5日会议决定）';
    await town.says(secretary, said, '空间1');
    const operator = operators[Math.floor(town.bot.random() * operators.length)] ?? operators[0];
    const terms = `空间1，${operator}，按收入${rate}，保底${leastYuan}元，${town.year}年2月1日到${town.year + 1}年1月31日`;
    await town.says(secretary, `公益协议：${terms}`, '公益协议1已登记');
    return new Market(town);
  }

  /** 申报、到账、对账: every month that is over; now and then the share of the last one is late. */
  async catchUp(): Promise<void> {
    const { town } = this;
    const today = Number(dayOf(town.now).slice(5, 7));
    for (; this.next < today && this.next < 2 + months; this.next += 1) {
      const revenueYuan = 1500 + Math.floor(town.bot.random() * 120) * 100;
      const said = `公益协议1申报${this.next}月收入${revenueYuan}元`;
      await town.says(town.holder('grid_worker'), said, '已申报', true);
      const dueFen = shareDueFen({ rateBp: rateOf(rate) ?? 0, minFen: leastYuan * 100 }, revenueYuan * 100);
      if (this.next === today - 1 && town.chance(15)) continue;
      await town.says(town.holder('cashier'), `公益协议1的${this.next}月分成到账${dueFen / 100}元`, '凭证');
      await town.says(town.holder('bookkeeper'), `慈善基金对账无误，共${dueFen / 100}元`, '对账完成');
    }
  }

  /** What the charity fund can give now, in whole hundreds of yuan. */
  async hundredsLeft(): Promise<number> {
    const { fundFen } = await this.town.inUnit(fundAccount);
    return Math.floor(fundFen / 10_000);
  }
}
