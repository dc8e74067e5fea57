import { Confirm, defineIntent } from '../../src/talk/intent.js';
import { eraseMember } from '../../src/operations/people/own-data.js';

export default defineIntent({
  pattern: /^(?:请)?(?:删除|注销)(?:我|俺)的(?:全部|所有|个人)?(?:数据|资料|信息|账号)[吧。！!]*$/u,
  slots: {},
  permission: 'record.read',
  binds: 'household',
  takesBack: 'standing',
  help: {
    title: '删除姓名、账号和绑定',
    say: '删除我的数据',
    more: '交过的钱和投过的票按规定留在账上，不再写名字',
  },
  async handle({ unit, member, confirmed }) {
    if (!confirmed)
      throw new Confirm(
        '删除后我不再认识您，要重新绑定才能办事；投过的票、交过的钱按规定留存，但不再有您的名字。确定删除吗？',
      );
    await eraseMember(unit, { member });
    return '已删除您的姓名、账号和绑定。投过的票、交过的钱按规定留存，不再有您的名字。';
  },
});
