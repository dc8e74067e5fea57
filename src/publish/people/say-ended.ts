import { placeWords } from '../../domain/masking.js';
import { tells } from '../tells.js';

export default tells<'people.say-ended'>(async (_unit, { member, household }) => [
  {
    members: [member.userid],
    text: `花名册更新后，${placeWords(household)}登记的人里没有您了，绑定已解除，您替这一户投的还没截止的票不再算。如有不对，请找楼长或网格员核对。`,
    about: 'plain fact',
  },
]);
