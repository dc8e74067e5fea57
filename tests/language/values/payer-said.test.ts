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
  ['3号责任核查：下水主管过了保修，归2号楼业主共有，依据是购房合同和物业合同', 'owners', '购房合同和物业合同'],
  [
    '11号责任核查：消防箱维护写在物业服务合同第九条，该物业出钱',
    'property',
    '消防箱维护写在物业服务合同第九条，该物业出钱',
  ],
  ['竣工图上看是公摊的，各户自己掏，依据是2009年竣工图', 'owners', '2009年竣工图'],
  ['电缆是施工队挖断的，监控看得到，由责任人赔', 'culprit', '电缆是施工队挖断的，监控看得到，由责任人赔'],
  ['保修期内，归开发商修', 'builder', undefined],
  ['还没过保修，找开发商修', 'builder', undefined],
  ['消防泵坏了不出水，走应急维修', 'emergency', undefined],
])('“%s” says %s, by %s', (said, answer, evidence) => {
  expect(payerSaid(said)).toEqual({ answer, ...(evidence === undefined ? {} : { evidence }) });
});

test.each(['消防箱在物业合同里有没有', '该业主出，也该物业出', '该谁出', '业主出还是供热公司负责', '是不是业主出'])(
  '“%s” names nobody',
  said => {
    expect(payerSaid(said)).toBeNull();
  },
);
