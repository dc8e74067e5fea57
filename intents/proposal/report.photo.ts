import { defineIntent, reportNo } from '../../src/talk/intent.js';
import { pictureReport } from '../../src/operations/proposal/own-report.js';

export default defineIntent({
  pattern:
    /^(?:这是)?(?:给)?报事(?<report>[\d０-９]{1,7})号?(?:的)?(?:补|补个|补几张)?(?:现场)?(?:照片|图片|相片)[。！!]*$/u,
  slots: { report: reportNo },
  takesPictures: true,
  permission: 'report.open',
  binds: 'nobody',
  help: {
    title: '给自己报的事补照片',
    when: '给自己报的事补照片：把照片和',
    say: '报事7照片',
    more: '一起发，或先在私聊里发照片再说；只给管事的人看',
  },
  async handle({ unit, member, slots: { report: no }, pictures }) {
    const { count } = await pictureReport(unit, { member, report: no, pictures });
    return `报事${no}的照片收下了${count}张，已告诉管事的人。`;
  },
});
