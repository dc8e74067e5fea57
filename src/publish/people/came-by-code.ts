import { placeWords } from '../../domain/masking.js';
import { calledBy, whoAsks } from '../../domain/people/identity.js';
import { tells } from '../tells.js';
import { toHousehold } from './bond-words.js';

export default tells<'people.came-by-code'>(async (unit, { household, bound, others }, { now }) => [
  toHousehold({ bound, household, others }, '用您家的绑定卡', now),
  {
    members: await unit.members.withRole('building_leader', household.building),
    text: `${whoAsks(bound)}用绑定卡绑定到了${placeWords(household)}。不对的话请发送：解绑 ${calledBy(bound)}：原因`,
    about: 'plain fact',
  },
]);
