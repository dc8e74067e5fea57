import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { topicsOf } from '../../../src/talk/asked/answered.js';
import { likenessTo } from '../../../src/talk/asked/likeness.js';
import { topics } from '../../../src/talk/asked/topics.js';

const names = Object.keys(topics);
const all = Object.values(topics);
const talk = { intent: 'chat.other', confidence: 0.95, slots: {} };

/** The topics of words, by their names. */
function named(text: string, read = talk): string[] {
  return topicsOf(text, read).map(topic => names[all.indexOf(topic)] ?? '');
}

test('a wording that is left out is often found by the others, and seldom taken for another topic', () => {
  const found = { right: 0, wrong: 0, silent: 0 };
  const parts = 5;
  for (let part = 0; part < parts; part++) {
    const near = likenessTo(all.map(({ said }) => ({ said: said.filter((_, at) => at % parts !== part) })));
    for (const [topic, { said }] of all.entries())
      for (const wording of said.filter((_, at) => at % parts === part)) {
        // As the product does: a topic that needs a word is none without it.
        const first = near(wording).find(one => all[one.topic]?.needs?.test(wording) ?? true);
        if (!first || first.likeness < 1.7) found.silent++;
        else if (first.topic === topic) found.right++;
        else found.wrong++;
      }
  }

  // The table is in docs/understanding.md.
  const count = all.flatMap(({ said }) => said).length;
  expect(found.right / count).toBeGreaterThan(0.33);
  expect(found.wrong / count).toBeLessThan(0.2);
});

test('what neighbours tell each other is hardly ever taken for a question', () => {
  const folder = new URL('../../../src/language/corpus/', import.meta.url);
  const lines = readdirSync(folder)
    .filter(name => name.endsWith('.jsonl'))
    .flatMap(name => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter(line => line.includes('"chat.other"'))
    .map(line => (JSON.parse(line) as { marked: string }).marked.replaceAll(/\{\w+:([^}]*)\}/gu, '$1'));

  const told = lines.filter(
    line => !/[?？吗嘛么呢谁啥咋哪几]|什么|怎|多少|为何|如何|[是行能会要]不|不[?？]?$|没有?[?？]?$/u.test(line),
  );
  expect(told.length).toBeGreaterThan(4000);
  expect(told.filter(line => named(line).length > 0).length).toBeLessThan(told.length / 100);
});

test('what the reader takes for a deed for certain is never a question, however it sounds', () => {
  for (const { said } of all)
    for (const wording of said)
      expect(topicsOf(wording, { intent: 'pledge.money', confidence: 0.85, slots: {} })).toEqual([]);
});

test('a topic that needs a word has it in each of its wordings', () => {
  for (const { needs, said } of all) if (needs) for (const wording of said) expect(wording).toMatch(needs);
});

/** The topics of words behind a deed or a question. */
function behind(spokenOf: string, text: string): string[] {
  return topicsOf(text, talk, { spokenOf }).map(topic => names[all.indexOf(topic)] ?? '');
}

test.each<readonly [string, string, string]>([
  ['objection.raise', '哪天能给我个答复', 'plan/who-answers'],
  ['objection.raise', '谁来答复我', 'plan/who-answers'],
])('behind %s “%s” is about %s', (deed, words, topic) => {
  expect(behind(deed, words)[0]).toBe(topic);
});

test.each(['什么时候到', '我觉得不对找谁', '谁收这个钱', '我家登记的名字是谁'])(
  '“%s” is not taken for a topic by a word that is said of much else',
  words => {
    for (const topic of ['works/how-long-report', 'credit/wrong', 'market/late', 'people/moved'])
      expect(named(words)).not.toContain(topic);
  },
);

// Wordings that stand in no topic.
test.each<readonly [string, string]>([
  ['要是我家不想掏这个钱会不会罚款', 'pledge/must-pay'],
  ['租房子住的也得掏钱不', 'pledge/must-pay'],
  ['别人家一般认多少合适啊', 'pledge/how-much'],
  ['认捐了五百现在想反悔还能撤吗', 'pledge/take-back'],
  ['这钱交给谁 什么时候开始交', 'pledge/when-pay'],
  ['我前天转的三百到账了没有', 'pledge/received'],
  ['钱凑不齐了怎么办呢', 'pledge/not-enough'],
  ['剩下的钱最后归谁', 'pledge/left-over'],
  ['楼长能看到我投的是什么吗', 'ballot/who-sees'],
  ['不投票会不会被扣分', 'ballot/cost'],
  ['投完了后悔了能改票吗', 'ballot/change'],
  ['我跟媳妇投的不一样咋算', 'ballot/one-household'],
  ['房东和租客到底谁投票', 'ballot/tenant'],
  ['凭什么不公布谁投了反对', 'ballot/why-hidden'],
  ['投票的户数不够怎么办', 'poll/not-enough'],
  ['表决还能再延几天吗', 'poll/extend'],
  ['为啥非要公示七天才能投', 'poll/why-days'],
  ['多少户同意才算通过啊', 'poll/rule'],
  ['异议提上去几天给答复', 'plan/who-answers'],
  ['建议跟异议有啥不一样', 'plan/idea-or-objection'],
  ['迫切需求类和轻量影响类有什么区别', 'plan/classes'],
  ['这件事最后是谁说了算', 'plan/who-decides'],
  ['这个提案现在有几户附议了', 'proposal/seconds'],
  ['附议了就要出钱吗', 'proposal/second-costs'],
  ['没去开会是不是就算同意了', 'meeting/must-come'],
  ['验收得几个人签字才行', 'works/how-many-sign'],
  ['装好以后要是坏了谁负责修', 'works/breaks'],
  ['打完分还能不能改', 'works/rating'],
  ['谁有权改这个账', 'funds/who-changes'],
  ['买材料的发票能给我看看吗', 'funds/invoice'],
  ['我先垫的材料钱找谁报', 'funds/advanced'],
  ['批完以后几天能付款', 'funds/after-approval'],
  ['积分能不能换成现金', 'credit/money'],
  ['你们存了我哪些信息', 'people/recorded'],
  ['谁批准的呀', 'funds/steps'],
  ['积分到底是个什么', 'credit/what'],
  ['我这户绑的是谁', 'people/own-home'],
  ['我们两口子都能绑上吗', 'people/together'],
  ['那天我有事去不成', 'meeting/must-come'],
  ['干得不行能不能叫他们停下来', 'works/when-stop'],
  ['不满意找谁说', 'works/complain'],
  ['到底哪几个邻居在监督施工', 'works/who-checks'],
])('“%s” is about %s', (words, topic) => {
  expect(named(words)).toContain(topic);
});

test.each([
  '今天菜市场的鱼多少钱',
  '晚上吃啥呀',
  '谁家孩子半夜哭啊',
  '哪位有退烧药',
  '隔壁小区每家出三百',
  '老李头说他出二百',
  '王姐: 不投票会扣分吗',
  '收到',
  '不投',
  '新闻上说人家小区装电梯了',
  '支持国足',
  '刚在菜市场花了200',
])('“%s” asks nothing of the bot', words => {
  expect(named(words)).toEqual([]);
});
