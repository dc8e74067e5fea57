import { tells } from '../tells.js';

export default tells<'people.say-ended'>(async (_unit, { member }) => [
  {
    members: [member.userid],
    text: '花名册更新后，您不再是这一户的业主，绑定已解除。如有不对，请找楼长或网格员核对。',
    about: 'plain fact',
  },
]);
