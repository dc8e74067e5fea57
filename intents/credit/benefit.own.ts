import { defineIntent } from '../../src/talk/intent.js';
import { ownBenefits } from '../../src/publish/credit/benefit-words.js';

export default defineIntent({
  phrases: ['我有什么优惠', '我家有什么优惠', '我能享受什么优惠', '我的优惠', '我家的优惠', '我有哪些优惠'],
  slots: {},
  permission: 'credit.own',
  binds: 'nobody',
  help: { title: '看自家在享受什么优惠、还能领什么', say: '我有什么优惠' },
  async handle({ unit, member, chat, now }) {
    // What a household enjoys tells its score: for its own eyes.
    if (chat.kind === 'group') return '自家的优惠在私聊里看：点我的头像，在私聊里发送“我有什么优惠”。';
    return ownBenefits(unit, member, now);
  },
});
