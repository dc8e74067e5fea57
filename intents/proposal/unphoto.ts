import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { hideIssuePhotos } from '../../src/operations/proposal/keep-issue-photos.js';

export default defineIntent({
  pattern: /^撤下(?<no>[\d０-９]{1,7})号(?:提案|项目)?(?:的)?(?:问题|现场)?(?:照片|图片|相片)[。！]?$/u,
  slots: { no: projectNo },
  permission: 'proposal.photo',
  help: { title: '把提案的问题照片从公示栏撤下', say: '撤下12号照片' },
  async handle({ unit, member, slots }) {
    const count = await hideIssuePhotos(unit, { member, no: slots.no });
    return `${slots.no}号的${count}张问题照片已从公示栏撤下。要换新的，请把照片和“${slots.no}号照片”一起发来。`;
  },
});
