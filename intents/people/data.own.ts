import { momentWords } from '../../src/domain/calendar.js';
import { defineIntent } from '../../src/talk/intent.js';
import { handOutOwnData } from '../../src/operations/people/own-data.js';

export default defineIntent({
  pattern: /^(?:导出|下载|看看?|查看?)?(?:我|俺)的(?:全部|所有|个人)?(?:数据|资料|信息)[呢吧？?。！!]*$/u,
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: {
    title: '导出机器人保存的关于您的全部内容',
    say: '我的数据',
    more: '只给本人',
  },
  async handle({ unit, member, now, random, boardUrl }) {
    const secret = random(24).toString('base64url');
    const expiresAt = await handOutOwnData(unit, { member, secret });
    const alone = `这是关于您的全部内容，[点这里下载](${boardUrl()}/mine/${secret})，${momentWords(expiresAt, now)}前有效，请不要转发。要删除请发送“删除我的数据”。`;
    return { alone, text: '您的数据只给您本人：点我的头像，在私聊里随便发一句话就能拿到。' };
  },
});
