import { may } from '../../src/domain/permissions.js';
import { defineIntent } from '../../src/talk/intent.js';
import { forecastText } from '../../src/publish/market/forecast-words.js';

export default defineIntent({
  phrases: ['基金预计', '慈善基金预计', '公共收益预计', '往后一年有多少钱', '基金够不够用'],
  pattern:
    /^(?:看看?)?(?:社区)?(?:慈善基金|公共收益|基金)(?:和公共收益)?(?:往后)?(?:一年|12个月|十二个月)?的?(?:预计|预测|估计|够不够)(?:用|收入)?[。！!？?]*$/u,
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看慈善基金和公共收益往后12个月应收多少、答应出去多少、还剩多少', say: '慈善基金预计' },
  async handle({ unit, member, chat, now }) {
    // What operators guarantee stands in no group.
    const isWhole = chat.kind === 'single' && may(member, 'fund.forecast');
    return forecastText(unit, { now, isWhole });
  },
});
