import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { keepIssuePhotos } from '../../src/operations/proposal/keep-issue-photos.js';

export default defineIntent({
  pattern: /^(?:这是)?(?<no>[\d０-９]{1,7})号(?:提案|项目)?(?:的)?(?:问题|现场)?(?:照片|图片|相片)[。！]?$/u,
  slots: { no: projectNo },
  takesPictures: true,
  permission: 'proposal.photo',
  help: {
    title: '给提案补问题照片',
    when: '给提案补问题照片：把照片和',
    say: '12号照片',
    more: '一起发，或先在私聊里发照片再说',
  },
  async handle({ unit, member, slots, pictures }) {
    const count = await keepIssuePhotos(unit, { member, no: slots.no, pictures });
    return `${slots.no}号的问题照片已放上公示栏${count}张，人人看得到。里面有人脸、车牌或门牌，请发送“撤下${slots.no}号照片”，重拍再发。`;
  },
});
