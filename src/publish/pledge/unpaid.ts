import { yuan } from '../../domain/money.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'pledge.unpaid'>(async (_unit, { project: { no, id }, unpaid }) =>
  unpaid.map(({ userid, amountFen }) => ({
    members: [userid],
    text: `您家给${no}号认捐还有${yuan(amountFen)}没有交。自愿参与，方便时交给社区出纳即可；不想出了可以发送“撤回${no}号项目的认捐”，不想再收到提醒就发送“${no}号不用提醒我”。`,
    about: { topic: topics.pledge({ id }) },
  })),
);
