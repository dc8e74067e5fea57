import { expect, test } from 'vitest';
import { partyAlone, partySaid } from '../../../../src/language/values/people/party-said.js';
import { readReferral } from '../../../../src/language/values/referral-said.js';

const now = new Date('2026-03-10T10:00:00+08:00');

test.each([
  ['那是供电公司的线，不归咱们，归供电公司管', '供电公司'],
  ['转给排水公司去办，让他们弄完', '排水公司'],
  ['路灯归市政管理处管', '市政管理处'],
  ['这个要找燃气公司来修', '燃气公司'],
  ['属于移动公司的杆子', '移动公司'],
  ['自来水公司已经换好了', '自来水公司'],
  ['归社区管', '社区'],
  ['不归物业，找供热公司', '供热公司'],
  // Nobody, or more than one.
  ['不归我们管', null],
  ['不归物业', null],
  ['归供电公司或者归电信公司', null],
  ['大家一起想办法', null],
  ['厕所堵了', null],
])('“%s” names %s', (text, name) => expect(partySaid(text)).toBe(name));

test.each([
  ['排水公司去办', '排水公司'],
  ['那是供电公司的线', '供电公司'],
  ['归供电公司管，电话95598', '供电公司，电话95598'],
  ['供电公司，电话95598', '供电公司，电话95598'],
  ['供热公司维修部王师傅', '供热公司维修部王师傅'],
  ['隔壁网格', '隔壁网格'],
])('%s is %s', (words, alone) => expect(partyAlone(words)).toBe(alone));

test.each([
  ['排水公司去办，让他们3月25号以前弄完', { to: '排水公司', dueOn: '2026-03-25' }],
  ['供热公司，4月10日前', { to: '供热公司', dueOn: '2026-04-10' }],
  ['请热力公司来修，20号前答复', { to: '热力公司', dueOn: '2026-03-20' }],
  ['11号转办给物业，4月24日前配齐', { to: '物业', dueOn: '2026-04-24' }],
  ['给物业配齐，4月24日前', { to: '物业', dueOn: '2026-04-24' }],
  ['物业要订货，4月30日前', { to: '物业', dueOn: '2026-04-30' }],
  ['供水公司那边得排期，5月2日前', { to: '供水公司', dueOn: '2026-05-02' }],
  ['排水公司去办', null],
])('%s goes to %j', (words, referral) => expect(readReferral(words, now)).toEqual(referral));
