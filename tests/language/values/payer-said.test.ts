import { expect, test } from 'vitest';
import { payerSaid } from '../../../src/language/values/payer-said.js';

test.each([
  [
    '我专门跑了趟供热公司，人家说入户阀门往里不归他们，物业那边也早过了保修期，所以还是得业主自己出，依据是民法典283条',
    'owners',
    '民法典283条',
  ],
  ['对，业主出，民法典283条，没别的了', 'owners', '业主出，民法典283条'],
  ['供热合同第八条写的主管道归供热公司管', 'utility', '供热合同第八条写的主管道归供热公司管'],
  ['问过物业公司，业主自己担', 'owners', '问过物业公司，业主自己担'],
  ['业主出', 'owners', undefined],
])('“%s” says %s, by %s', (said, answer, evidence) => {
  expect(payerSaid(said)).toEqual({ answer, ...(evidence === undefined ? {} : { evidence }) });
});

test.each(['该谁出', '业主出还是供热公司负责', '是不是业主出'])('“%s” names nobody', said => {
  expect(payerSaid(said)).toBeNull();
});
