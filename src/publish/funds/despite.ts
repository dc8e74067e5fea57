import { tells } from '../tells.js';
import { despiteNotice } from './final-notices.js';

export default tells<'funds.despite'>(async (_unit, { project, ...despite }, { now }) => [
  { group: despiteNotice(project, { ...despite, now }) },
]);
