import { tells } from '../tells.js';
import { renamedWords } from './proposal-words.js';

export default tells<'proposal.renamed'>(async (_unit, renamed, { isPrivate }) =>
  isPrivate ? [{ group: renamedWords(renamed) }] : [],
);
