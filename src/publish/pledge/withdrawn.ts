import { tells } from '../tells.js';

/** Whoever was told that somebody pledges for them hears that it is off. */
export default tells<'pledge.withdrawn'>(async (unit, { project, beneficiaries }) => [
  {
    members: (await unit.members.boundTo([...beneficiaries])).map(({ userid }) => userid),
    text: `之前替您家给${project.no}号认捐的，现在已经撤回。您家不用做什么。`,
    about: 'plain fact',
  },
]);
