import { defineIntent } from '../../src/talk/intent.js';
import { marketText } from '../../src/publish/market/market-report.js';

export default defineIntent({
  pattern:
    /^(?:查?看?|查询)?(?:公益市场(?:的?(?:情况|公示|收支|账目))?|(?:社区)?慈善基金的?(?:情况|公示|收支|账目|余额))[。？?！!]?$/u,
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: {
    title: '看公益市场',
    when: '看闲置空间租给了谁、每期应交已收多少、慈善基金还有多少',
    say: '公益市场',
  },
  async handle({ unit, now, boardUrl }) {
    return `${await marketText(unit, now)}\n[公示栏](${boardUrl()}/market)`;
  },
});
