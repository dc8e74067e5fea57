import { tells } from '../tells.js';
import { secondedWords } from './proposal-words.js';

export default tells<'proposal.seconded'>(async (_unit, seconded, { isPrivate }) =>
  isPrivate ? [{ group: secondedWords(seconded) }] : [],
);
