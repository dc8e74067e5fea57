import { defineIntent } from '../../src/talk/intent.js';
import { benefitList } from '../../src/publish/credit/benefit-words.js';

export default defineIntent({
  phrases: ['优惠', '优惠清单', '有什么优惠', '有哪些优惠', '现在有什么优惠'],
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看现在有哪些优惠、多少分以上、多少户在享受', say: '优惠' },
  async handle({ unit, now }) {
    return benefitList(unit, now);
  },
});
