import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, projectNo, words } from '../../src/talk/intent.js';
import { renamedWords } from '../../src/publish/proposal/proposal-words.js';
import { renameProposal } from '../../src/operations/proposal/rename-proposal.js';

export default defineIntent({
  pattern:
    /^(?:请)?(?:把)?(?:(?<no>[\d０-９]{1,7})号)?(?:的)?提案(?:的)?(?:名字|名称|标题|题目)?(?:改名|改名为|改名成|改为|改成|改叫)[\s：:，,]*(?<title>[^]{1,200}?)$/u,
  slots: {
    no: optional(projectNo),
    title: words('请问改成什么名字？一句话说清，例如“3号楼东头装路灯”。', 200),
  },
  permission: 'proposal.rename',
  binds: 'public',
  help: {
    title: '给提案改名',
    when: '提案的名字记得不对，登记后一天内自己改',
    say: '12号提案改名：3号楼东头装路灯',
  },
  readBack: ({ no, title }) => `把${no ? `${String(no)}号` : '您的'}提案改名为“${plain(String(title), 60)}”`,
  async handle({ unit, member, slots }) {
    return renamedWords(await renameProposal(unit, { member, ...slots }));
  },
});
