import { buildingWords } from '../../domain/label.js';
import { whoAsks } from '../../domain/people/identity.js';
import { tells } from '../tells.js';
import { leadersOf } from './leaders-of.js';

export default tells<'people.disowned'>(async (unit, { building, bound }) => [
  {
    members: await leadersOf(unit, building),
    text: `${buildingWords(building)}有住户说${whoAsks(bound)}不是自己家的人，绑定已经取消。请当面核对。`,
    about: 'plain fact',
  },
]);
