import { expect, test } from 'vitest';
import { trackRules } from '../../../src/domain/poll/tracks.js';
import { pollCard } from '../../../src/publish/poll/poll-card.js';
import { Poll } from '../../../src/store/poll/poll.js';

const now = new Date('2026-03-18T09:00:00+08:00');

function aPoll(changes: Partial<Poll> = {}): Poll {
  return Object.assign(new Poll(), {
    id: 7,
    no: 12,
    question:
      '是否同意“更换全院老化电力线路并同步改造楼道照明、门禁和监控线路（含材料、人工和垃圾清运），分两期施工”的方案',
    options: null,
    track: 'owners_major',
    electorate: [],
    adopted: null,
    closedAt: null,
    closesAt: new Date('2026-03-28T23:59:00+08:00'),
    many: null,
    ...changes,
  });
}

test.each(Object.keys(trackRules))(
  'on the card of %s nothing is longer than WeChat Work shows, and the rule is whole',
  track => {
    const card = pollCard(aPoll({ track }), { now });

    expect([...card.title].length).toBeLessThanOrEqual(26);
    expect([...(card.desc ?? '')].length).toBeLessThanOrEqual(30);
    expect([...(card.text ?? '')].length).toBeLessThanOrEqual(112);
    expect(card.text).toContain(trackRules[track as keyof typeof trackRules].said);
    expect(card.text).toContain('方案见公示栏');
    expect(card.desc).toBe('截止3月28日（周六）23:59');
  },
);

test('after the deadline the card shows that the vote is over, and leads to the result', () => {
  const card = pollCard(aPoll(), { now: new Date('2026-03-29T00:00:00+08:00') });

  expect(card.title).toBe('12号表决已截止');
  expect(card.buttons?.map(({ text }) => text)).toEqual(['看结果']);
});
