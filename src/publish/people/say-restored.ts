import { tells } from '../tells.js';

export default tells<'people.say-restored'>(async (_unit, { member }) => [
  {
    members: [member.userid],
    text: '花名册的这次更新撤销了，您的绑定已恢复。撤下的投票没有恢复，表决还没截止的请再投一次。',
    about: 'plain fact',
  },
]);
