import { expect, test } from 'vitest';
import { formReader } from '../../../src/language/reading/forms.js';
import { createUnderstanding } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

const intents = await loadIntents();
const read = formReader(
  Object.fromEntries([...intents].flatMap(([intent, { pattern }]) => (pattern ? [[intent, pattern]] : []))),
);
const understand = createUnderstanding(phrasesOf(intents));
const now = new Date('2026-03-02T10:00:00+08:00');

test.each([
  ['22号建议：用感应灯，省电谢谢', 'idea.add', { no: '22', text: '用感应灯，省电' }],
  ['22号建议：用感应灯，省电，谢谢大家！', 'idea.add', { no: '22', text: '用感应灯，省电' }],
  ['22号建议：用感应灯，省电，麻烦了', 'idea.add', { no: '22', text: '用感应灯，省电' }],
  ['12号节点完成：装管哈', 'schedule.reach', { no: '12', name: '装管' }],
  ['12号提案改名：3号楼东头装路灯，谢谢', 'proposal.rename', { no: '12', title: '3号楼东头装路灯' }],
  ['麻烦你12号提案改名：3号楼东头装路灯一下', 'proposal.rename', { no: '12', title: '3号楼东头装路灯' }],
  ['报事7转给物业哈', 'report.hand', { report: '7', to: '物业' }],
  ['下架花生油谢谢', 'reward.withdraw', { item: '花生油' }],
  ['麻烦三单元的路灯我来盯', 'task.claim', { what: '三单元的路灯' }],
  ['报事，谢谢', 'report.list', {}],
  ['报事7，谢谢', 'report.show', { report: '7' }],
  ['12号建议，谢谢', 'idea.list', { no: '12' }],
  ['请请办3办结', 'outside.end', { outside: '3' }],
])('courtesy is no part of what stands on the record: %s', (text, intent, slots) => {
  expect(read(text)).toEqual({ intent, slots });
});

test.each([
  ['22号建议：给环卫工人说谢谢', { no: '22', text: '给环卫工人说谢谢' }],
  ['22号建议：给环卫工人道一声谢谢', { no: '22', text: '给环卫工人道一声谢谢' }],
  ['22号建议：在门口写上“谢谢”', { no: '22', text: '在门口写上“谢谢”' }],
  ['22号建议：扫楼道的太辛苦了', { no: '22', text: '扫楼道的太辛苦了' }],
  ['22号建议：少开几道门，不嫌麻烦', { no: '22', text: '少开几道门，不嫌麻烦' }],
  ['22号建议：请师傅来看一下', { no: '22', text: '请师傅来看一下' }],
  ['22号建议：用感应灯。', { no: '22', text: '用感应灯。' }],
])('and what is the matter itself stays: %s', (text, slots) => {
  expect(read(text)).toEqual({ intent: 'idea.add', slots });
});

test.each([
  ['3号工期这么排：铲旧层4月10号，做卷材4月18号', 'schedule.plan', { no: '3', plan: '铲旧层4月10号，做卷材4月18号' }],
  ['3号工期就这么定了：铲旧层4月10号', 'schedule.plan', { no: '3', plan: '铲旧层4月10号' }],
  ['12号预算明细如下：材料1200元，人工800元', 'plan.budget', { no: '12', lines: '材料1200元，人工800元' }],
  ['12号资金来源这样写：居民60000元', 'plan.sources', { no: '12', list: '居民60000元' }],
  // What stands behind the form's own colon is the member's, whatever colons it has.
  ['12号做法：这么定：换灯具', 'plan.text', { no: '12', text: '这么定：换灯具' }],
  ['22号建议：这样：一层一盏', 'idea.add', { no: '22', text: '这样：一层一盏' }],
])('what announces a list is none of it: %s', (text, intent, slots) => {
  expect(read(text)).toEqual({ intent, slots });
});

test.each([
  ['电话：3号楼2单元301 #12出200元', 'phone.enter', { place: '3号楼2单元301', no: '12', amount: '200元' }],
  ['电话：3号楼2单元301#12出200元', 'phone.enter', { place: '3号楼2单元301', no: '12', amount: '200元' }],
  ['电话：3号楼2单元301 十二号项目出200元', 'phone.enter', { place: '3号楼2单元301', no: '12', amount: '200元' }],
  ['电话：3号楼2单元301 第十二号出200元', 'phone.enter', { place: '3号楼2单元301', no: '12', amount: '200元' }],
  ['擂台赛回避十七号项目：我弟弟是书记', 'contest.recuse', { candidate: '17', reason: '我弟弟是书记' }],
  ['擂台赛异议：第十七号的项目还没有完工', 'contest.object', { candidate: '17', text: '的项目还没有完工' }],
  ['十二号项目纸票有误', 'paper.dispute', { no: '12' }],
  ['十二号项目模板', 'plan.template', { no: '12' }],
  ['第十二号模板', 'plan.template', { no: '12' }],
])('a number beside an address, or with 项目 behind it: %s', (text, intent, slots) => {
  expect(read(text)).toEqual({ intent, slots });
});

test.each([
  ['12号提案改名是3号楼东头装路灯', 'proposal.rename', { no: '12', title: '3号楼东头装路灯' }],
  ['12号申请支出860元是灯泡二十只', 'spend.ask', { no: '12', amount: '860元', purpose: '灯泡二十只' }],
  ['12号一批纸票是3号楼2单元301 同意', 'paper.batch', { no: '12', list: '3号楼2单元301 同意' }],
])('是 for the colon is no part of the words: %s', (text, intent, slots) => {
  expect(read(text)).toEqual({ intent, slots });
});

test('a question is no new name', () => {
  expect(read('12号提案改名是谁改的')).toBeNull();
});

test.each([
  ['12号叫停水泥标号不对', 'works.stop', { no: 12, reason: '水泥标号不对' }],
  ['12号做法更换暖气主管道，三家比价取最低', 'plan.text', { no: 12, text: '更换暖气主管道，三家比价取最低' }],
  ['报事3号楼2单元楼道灯坏了', 'report.open', { text: '3号楼2单元楼道灯坏了' }],
  ['报事7办好了换了两盏声控灯', 'report.solve', { report: 7, reason: '换了两盏声控灯' }],
  ['退回申请3数量不对，请重开发票', 'spend.refuse', { request: 3, reason: '数量不对，请重开发票' }],
  ['解绑 zhou.guilan房子卖了', 'member.unbind', { userid: 'zhou.guilan', reason: '房子卖了' }],
  ['解绑 zhou.guilan是房子卖了', 'member.unbind', { userid: 'zhou.guilan', reason: '房子卖了' }],
])('the parts of a form are told apart without its colon: %s', (text, intent, slots) => {
  const found = understand(text, now, { openPolls: [{ no: 12 }], openPledges: [15] });

  expect(found.intent).toBe(intent);
  expect({ ...found.slots, ...found.extras }).toEqual(slots);
});

test.each(['12号会议纪要写得不好', '12号限期整改三天了', '12号节点验收拖了一个月'])(
  'what only begins as a form does is never done unasked: %s',
  text => {
    expect(understand(text, now, { openPolls: [], openPledges: [] }).confidence).toBeLessThan(0.8);
  },
);

test.each(['12号转办，供热公司，4月10日前', '声明亲属，5号楼2单元301', '志愿活动，周六清扫楼道'])(
  'a comma for the colon is said in the words of the form: %s',
  text => {
    expect(understand(text, now, { openPolls: [], openPledges: [] }).confidence).toBeGreaterThanOrEqual(0.8);
  },
);
