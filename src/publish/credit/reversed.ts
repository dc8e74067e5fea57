import { tells } from '../tells.js';

export default tells<'credit.reversed'>(async (_unit, { reversed, owner, reason }) => [
  {
    members: [owner.userid],
    text: `您的第${reversed.id}号积分（+${reversed.points}分）被撤销了，原因：${reason}。不同意请发送“积分申诉：……”，书记会答复您。`,
    about: 'plain fact',
  },
]);
