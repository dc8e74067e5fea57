import { tells } from '../tells.js';
import { completedWords } from './progress-report.js';

export default tells<'works.completed'>(async (_unit, { project, text, next }, { isPrivate }) =>
  isPrivate ? [{ group: completedWords(project, { text, next }) }] : [],
);
