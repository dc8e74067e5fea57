import { isOutsider } from '../../domain/people/identity.js';
import { tells } from '../tells.js';
import { toHousehold } from './bond-words.js';

export default tells<'people.confirmed'>(async (_unit, { household, bound, others }, { now }) => {
  const done = '绑定成功，发送“帮助”看看能办什么。';
  return [
    // Nobody from outside is in the group, so nobody there can be called.
    isOutsider(bound.userid)
      ? { members: [bound.userid], text: done, about: 'plain fact' }
      : { group: done, calls: [bound.userid] },
    toHousehold({ bound, household, others }, '经核对', now),
  ];
});
