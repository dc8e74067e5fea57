import { tells } from '../tells.js';

export default tells<'notice.questioned'>(async (unit, { words }) => [
  { members: await unit.members.withRole('grid_secretary'), text: words, about: 'plain fact' },
]);
