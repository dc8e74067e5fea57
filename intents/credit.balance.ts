import { dayWords } from '../src/domain/calendar.js';
import { creditScore, type Spendable, spendable } from '../src/domain/credit.js';
import { rulesAt } from '../src/domain/rules.js';
import { defineIntent } from '../src/intent.js';

export default defineIntent({
  group: '积分',
  phrases: ['我的积分', '积分余额', '查积分', '我的信用分', '我有多少积分', '积分明细'],
  slots: {},
  permission: 'credit.own',
  help: '看自己的信用分和可用积分，例如“我的积分”',

  async handle({ member, unit, now }) {
    const entries = await unit.credit.entries(member.id);
    const { creditBase, creditAaa } = rulesAt(now);
    const score = creditScore(entries, creditBase);
    const level = score >= creditAaa ? '，AAA级' : `，再攒${creditAaa - score}分到AAA级`;
    const available = spendable(entries, now);

    return `您的信用分是**${score}**${level}。\n可用积分**${available.points}**分。${expiryWords(available, now)}`;
  },
});

function expiryWords({ lots: [next] }: Spendable, now: Date): string {
  if (!next) return '参加表决、提案、巡查、出资都能攒积分。';
  const lastDay = new Date(next.expiresAt.getTime() - 1);
  return `其中${next.points}分用到${dayWords(lastDay, now)}为止。发送“积分能换啥”看清单。`;
}
