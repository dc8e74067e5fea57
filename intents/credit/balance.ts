import { dayWords } from '../../src/domain/calendar.js';
import { behaviours, creditRulesAt, levelOf } from '../../src/domain/credit/credit.js';
import { creditScore, type Spendable, spendable } from '../../src/domain/credit/credit-balance.js';
import { Confirm, defineIntent } from '../../src/talk/intent.js';
import { joinCredit } from '../../src/operations/credit/join-credit.js';

/** So many of the newest entries are shown, with the numbers by which they can be spoken of. */
const shown = 5;

export default defineIntent({
  phrases: ['我的积分', '积分余额', '查积分', '我的信用分', '我有多少积分', '积分明细'],
  slots: {},
  permission: 'credit.own',
  binds: 'nobody',
  help: { title: '看自己的信用分和可用积分', say: '我的积分' },

  async handle({ member, unit, now, chat, confirmed }) {
    const row = await unit.members.byUserid(member.userid);
    const entries = await unit.credit.entries(member.id);
    // What somebody earned before consent was asked for stays theirs; new points need their word.
    if (!row?.creditSince && entries.length === 0) {
      if (!confirmed)
        throw new Confirm(
          '您还没有参加积分。积分自愿参加：记下您参加表决、议事、志愿服务得的分，只给您看；投什么、出不出钱都不影响；随时可以退出。要参加吗？',
        );
      await joinCredit(unit, { member });
    }
    const rules = creditRulesAt(now);
    const score = creditScore(entries, now);
    const { name, next } = levelOf(score, rules);
    const level = `${name ? `，${name}级` : ''}${next ? `，再攒${next.from - score}分到${next.name}级` : ''}`;
    const available = spendable(entries, now);
    const newest = entries.slice(-shown).toReversed();
    const lines = newest.map(
      ({ id, behaviour, points, at }) =>
        `- 第${id}号 ${dayWords(at, now)} ${behaviours[behaviour]} ${points >= 0 ? '+' : ''}${points}`,
    );
    // Where one has taken part is for one's own eyes.
    const history =
      chat.kind === 'single' && lines.length > 0
        ? `\n\n最近的积分：\n${lines.join('\n')}\n有不对的发送“积分申诉：……”。`
        : '';
    return `您的信用分是**${score}**${level}。\n可用积分**${available.points}**分。${expiryWords(available, now)}${history}`;
  },
});

function expiryWords({ lots: [next] }: Spendable, now: Date): string {
  if (!next) return '参加表决、提案、巡查、出资都能攒积分。';
  const lastDay = new Date(next.expiresAt.getTime() - 1);
  return `其中${next.points}分用到${dayWords(lastDay, now)}为止。发送“积分能换啥”看清单。`;
}
