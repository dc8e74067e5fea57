import { expect, test } from 'vitest';
import { wholeClauses } from '../../../src/language/reading/clauses.js';
import { refine } from '../../../src/language/reading/refine.js';
import { sceneOf } from '../../../src/language/reading/scene.js';
import { settled } from '../../../src/language/reading/settled.js';
import { meantOf } from '../../../src/language/reading/unmeant.js';

/** A Monday. */
const now = new Date('2026-03-16T10:00:00+08:00');

function refined(intent: string, said: string, cut: Record<string, unknown>): Record<string, unknown> {
  const slots = { ...cut };
  refine(intent, slots, sceneOf(said, now));
  return slots;
}

// However the reader cuts the words, the thing alone is kept.
test.each<readonly [string, string, Record<string, unknown>, Record<string, unknown>]>([
  [
    'report.refer',
    '报事1我看了，那是供电公司的线，不归咱们，归供电公司管',
    { reason: '那是供电公司的线' },
    { reason: '供电公司' },
  ],
  ['report.refer', '那根杆子得找移动公司来修', { reason: '得找移动公司来修' }, { reason: '移动公司' }],
  ['report.refer', '报事5要找隔壁网格', { reason: '隔壁网格' }, { reason: '隔壁网格' }],
  [
    'project.refer',
    '2号转给排水公司去办，让他们3月25号以前弄完',
    { referral: '排水公司去办，让他们3月25号以前弄完' },
    { referral: '排水公司，3月25日前' },
  ],
  [
    'project.refer',
    '2号交给热力公司，这周五前办好',
    { referral: '热力公司，这周五前办好' },
    { referral: '热力公司，3月20日前' },
  ],
  [
    'project.refer',
    '2号转给排水公司去办，让他们3月25号以前弄完',
    { referral: '排水公司' },
    { referral: '排水公司，3月25日前' },
  ],
  ['project.refer', '2号转给排水公司', { referral: '排水公司' }, { referral: '排水公司' }],
  [
    'market.space',
    '三号楼东间那间空房登记成闲置空间，业主共有，3号表决定的',
    { name: '东间那间' },
    { name: '三号楼东间', owner: '业主共有（3号表决）' },
  ],
  ['market.space', '把二号楼门卫室登记为闲置空间', { name: '门卫室' }, { name: '二号楼门卫室' }],
  ['market.space', '闲置空间：邻里驿站东间', { name: '邻里驿站东间' }, { name: '邻里驿站东间' }],
  [
    'meeting.list',
    '8号到场的还有3号楼2单元301、302，他们没带手机',
    { text: '的还有3号楼2单元301、302，他们没带手机' },
    { text: '3号楼2单元301、3号楼2单元302' },
  ],
  [
    'emergency.declare',
    '10号水泵烧了全小区停水，应急抢修，先换一台泵，最多九千块',
    { what: '10号水泵烧了全小区停水' },
    { what: '水泵烧了全小区停水，先换一台泵' },
  ],
  ['task.claim', '三号楼后头那堆旧家具我来盯，周五前清走', { what: '旧家具' }, { what: '旧家具', due: '2026-03-20' }],
  ['task.claim', '那块宣传栏我认了，这周给它擦干净', { what: '宣传栏' }, { what: '宣传栏', due: '2026-03-22' }],
  ['task.claim', '三单元的路灯我来盯', { what: '三单元的路灯' }, { what: '三单元的路灯' }],
  [
    'dispatch.ask',
    '调度交办：三号楼楼长3月20号前把7号的进度公示补齐',
    { said: '交办：三号楼楼长' },
    { said: '三号楼楼长3月20号前把7号的进度公示补齐' },
  ],
])('%s: “%s”', (intent, said, cut, kept) => {
  expect(refined(intent, said, cut)).toMatchObject(kept);
});

test.each([
  ['№排水公司已经办好了，主管换成三百的了', '水公司已经', '排水公司已经办好了，主管换成三百的了'],
  ['№供热公司把主管换好了，昨天通的水，转办的事结了', '把主管换好了', '供热公司把主管换好了，昨天通的水'],
  ['№转办办好：管道已换', '管道已换', '管道已换'],
])('what a referral came to is told whole: %s', (plain, cut, whole) => {
  const start = plain.indexOf(cut);
  const span = wholeClauses('project.referred', { slot: 'how', start, end: start + cut.length }, plain);
  expect(plain.slice(span.start, span.end)).toBe(whole);
});

const first = (intent: string, said: string): string | undefined => {
  const readings = [
    { intent, share: 0.8 },
    { intent: 'chat.other', share: 0.2 },
  ];
  const facts = { bindsOf: () => 'household' as const, takesBack: () => false };
  return settled(meantOf(readings, said, facts), said, () => true)[0]?.intent;
};

test.each([
  ['project.referred', '9号修路的事办成了，谢谢大家出钱出力，也谢谢施工的师傅'],
  ['works.resume', '工程复工了，感谢各位邻居的支持'],
  ['pledge.labour', '12号坡道验收那天叫上我'],
  ['pledge.labour', '开会的时候通知我一声'],
])('%s: “%s” is talk', (intent, said) => expect(first(intent, said)).toBe('chat.other'));

test.each([
  ['project.referred', '2号排水公司办好了，主管换了'],
  ['finding.mend', '整改1改好了，谢谢师傅'],
  ['pledge.labour', '12号开工那天叫我，我去搬砖'],
  ['pledge.labour', '挖沟叫上我'],
])('%s: “%s” stays the deed', (intent, said) => expect(first(intent, said)).toBe(intent));
