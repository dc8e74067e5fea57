import { expect, test } from 'vitest';
import { planNotice } from '../../../src/publish/plan/plan-notice.js';
import { Project } from '../../../src/store/proposal/project.js';

const plan = Object.assign(new Project(), {
  no: 12,
  title: '更换**主管道**',
  place: null,
  planText: '<@all> 换管',
  planVersion: 1,
  budgetFen: 3_600_000,
  fundingClass: 'urgent',
  track: null,
  planPublishedAt: new Date('2026-03-02T15:30:00+08:00'),
});

test('a plan tells whom it concerns, what it costs, how it is decided, and that it is voluntary', () => {
  const notice = planNotice(plan, 118);

  for (const part of [
    '12号',
    '全网格118户',
    '迫切需求类',
    '36,000元',
    '一户一票',
    '自愿参与，付款前可撤回；不公布未参与名单。',
    '公示期：3月2日（周一）至3月9日（周一）24:00',
    '12号异议',
  ]) {
    expect(notice).toContain(part);
  }
  expect(notice).not.toContain('版');
});

test('the words of members are shown and do nothing', () => {
  const notice = planNotice(plan, 118);

  expect(notice).not.toContain('<@all>');
  expect(notice.match(/\*\*/g)).toHaveLength(2);
});
