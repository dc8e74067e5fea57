import { tells } from '../tells.js';

export default tells<'plan.exempted'>(async (unit, { project, household }) => [
  {
    members: (await unit.members.boundTo([household.id])).map(({ userid }) => userid),
    text: `您家在${project.no}号的那一份已经减免，不用出钱。这件事不公开。`,
    about: 'plain fact',
  },
]);
