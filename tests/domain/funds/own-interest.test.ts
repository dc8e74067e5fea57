import { expect, test } from 'vitest';
import { type Doer, ensureNotOwn } from '../../../src/domain/funds/own-interest.js';

const secretary: Doer = { name: '王建国', kin: ['李桂兰'], roles: ['grid_secretary'] };

test.each<[string, Partial<Doer>, string, boolean]>([
  ['own name', {}, '王建国', false],
  ['own name among words', {}, '灯泡二十只，垫付人王建国', false],
  ['oneself', {}, '本人', false],
  ['the same household', {}, '李桂兰', false],
  ...['我', '俺自己', '我爱人', '我老婆王芳', '我表弟', '俺妈', '我家', '我们家', '我家的', '本人儿子的店'].map(
    (said): [string, Partial<Doer>, string, boolean] => ['oneself or kin, in any words', {}, said, false],
  ),
  ...['灯泡二十只，付给我爱人', '付给我家', '付给我堂哥的五金店'].map(
    (said): [string, Partial<Doer>, string, boolean] => ['kin among words', {}, said, false],
  ),
  ...['我爱我家五金', '我家装饰有限公司', '我们小区门口的五金店', '自己人五金', '俺村打井队', '姐妹花店'].map(
    (said): [string, Partial<Doer>, string, boolean] => ['a shop that only sounds so', {}, said, true],
  ),
  ['a namesake by one sign only', {}, '王记五金', true],
  ['the property company, by its deputy', { roles: ['grid_deputy', 'property_company'] }, '阳光物业服务公司', false],
  ['another firm, by the same deputy', { roles: ['grid_deputy', 'property_company'] }, '张记五金', true],
  ['the heat company, by its man', { roles: ['grid_worker', 'utility'] }, '桓台县热力公司', false],
  ['anybody, by a contractor', { roles: ['building_leader', 'contractor'] }, '张记五金', false],
  ['anybody, by a partner', { roles: ['grid_worker', 'partner'] }, '张记五金', false],
  ['the property company, by whom has no role there', {}, '阳光物业服务公司', true],
])('%s: %j, %s', (_, changes, payee, allowed) => {
  const deed = () => ensureNotOwn(payee, { ...secretary, ...changes });

  if (allowed) expect(deed).not.toThrow();
  else expect(deed).toThrow('spend.ownInterest');
});
