import { chainHead } from '../journal-head.js';
import { tells } from '../tells.js';

export default tells<'market.month'>(async (unit, { sheet }, { boardUrl }) => [
  { group: `${sheet}\n[公示栏](${boardUrl()}/market)\n${await chainHead(unit)}` },
]);
