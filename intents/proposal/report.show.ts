import { defineIntent, reportNo } from '../../src/talk/intent.js';
import { reportOf } from '../../src/operations/proposal/report-matter.js';
import { reportPictures, reportView } from '../../src/publish/proposal/report-words.js';

export default defineIntent({
  pattern:
    /^(?:看看?|查看?)?(?:我的)?(?:第)?报事(?:第)?(?<report>[\d０-９]{1,7})号?(?:办得怎么样了?|怎么样了?|怎样了?|到哪一?步了?|到哪了|进度|办好了吗|修好了吗)?[。！!？?]*$/u,
  slots: { report: reportNo },
  permission: 'record.read',
  binds: 'nobody',
  help: {
    title: '看一件报事办得怎样',
    say: '报事7',
    more: '原话只在私聊里给报过的人和管事的人看',
  },
  async handle({ unit, member, slots, chat, now }) {
    const report = await reportOf(unit, slots.report);
    const view = { member, isPrivate: chat.kind === 'single', now };
    return { text: await reportView(unit, report, view), pictures: await reportPictures(unit, report, view) };
  },
});
