import { momentWords } from '../../src/domain/calendar.js';
import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { handOutDossier } from '../../src/operations/notice/hand-out-dossier.js';

export default defineIntent({
  group: '进度与验收',
  pattern: /^(?:导出|下载)?(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:全部)?档案[。！]?$/u,
  slots: { no: projectNo },
  permission: 'dossier.export',
  binds: 'nobody',
  help: {
    title: '项目负责人导出全套档案',
    say: '12号档案',
    more: '压缩包带核对工具能认的摘要',
  },
  async handle({ unit, member, slots, now, random, boardUrl }) {
    const secret = random(24).toString('base64url');
    const { project, expiresAt } = await handOutDossier(unit, { member, no: slots.no, secret });
    const alone = `${project.no}号项目的全套档案，[点这里下载](${boardUrl()}/dossier/${secret})，${momentWords(expiresAt, now)}前有效。里面有凭证原件，请按档案管理，不要外传；核对办法写在00-index.md。`;
    return { alone, text: '档案只在私聊里给：点我的头像，随便发一句话就能拿到。' };
  },
});
