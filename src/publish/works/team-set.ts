import { tells } from '../tells.js';

export default tells<'works.team-set'>(async (_unit, { project, team }) => [
  {
    members: team.map(({ userid }) => userid),
    text: `您是${project.no}号监管小组成员了：可以巡查、提整改、暂缓付款、验收签字，不管钱、不施工。`,
    about: 'plain fact',
  },
]);
