import { describe, expect, test } from 'vitest';
import { createUnderstanding, type Context } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

const now = new Date('2026-03-12T09:30:00+08:00');
const context: Context = { openPolls: [{ no: 0 }], openPledges: [0] };
const understand = createUnderstanding(phrasesOf(await loadIntents()));
const sure = 0.8;

describe('the judge does what was said for certain', () => {
  test.each([
    ['改票，从同意改成反对', 'poll.vote', { choice: 'disagree' }],
    ['no.9 我agree', 'poll.vote', { choice: 'agree', no: 9 }],
    ['支付管材尾款，两万一千三百元，第14号', 'funds.spend', { amount: 2_130_000, no: 14 }],
    ['LED灯珠*100，我下单直接寄工地', 'pledge.goods', { item: 'LED灯珠', quantity: 100 }],
    ['我算过，凑个整，14号我认300元', 'pledge.money', { amount: 30_000, no: 14 }],
    ['我和老伴都过七十了，从养老金里拿出六百元给16号', 'pledge.money', { amount: 60_000, no: 16 }],
    ['刚才手滑点成反对了，4号该是同意', 'poll.vote', { choice: 'agree', no: 4 }],
    ['12号我投同意不是反对', 'poll.vote', { choice: 'agree', no: 12 }],
    ['12号我同意装路灯', 'poll.vote', { choice: 'agree', no: 12 }],
  ])('%s', (text, intent, slots) => {
    const read = understand(text, now, context);

    expect(read, JSON.stringify(read.why)).toMatchObject({ intent, slots });
    expect(read.confidence).toBeGreaterThanOrEqual(sure);
  });
});

test.each([
  ['building_leader', '张记五金灯泡860元，12号，请批支出'],
  ['grid_worker', '买扫把花了92块，给我报了吧，2号'],
])('the speaker’s office tells two deeds apart that sound alike: %s asks for %s', (role, text) => {
  expect(understand(text, now, { ...context, roles: [role] }).intent).toBe('spend.ask');
});

test.each([
  ['9号申请支出1,350元：清运建筑垃圾两车，付给顺达保洁', 135_000],
  ['申请支出，第二十九号，1,200元，拉沙子运费付老孙', 120_000],
])('a sum goes on behind a comma: %s', (text, amount) => {
  expect(understand(text, now, { ...context, roles: ['building_leader'] })).toMatchObject({
    intent: 'spend.ask',
    slots: { amount },
  });
});

describe('the judge leaves alone or asks back what only looks like a deed', () => {
  test.each([
    ['a question in one clause', '出工半天管不管饭啊'],
    ['a question how', '验收意见咋签'],
    ['a list of points', '1. 我出的钱 2. 我家的 3. 报个数'],
    ['goods that nobody can carry', '我捐一车祝福，拉走不谢'],
    ['a denial in dialect', '我腰杆痛，刷墙这个活莫算我'],
    ['talk that begins as a form', '退回原渠道这事归谁管，我还是你'],
    ['talk about the words of a form', '对账无误这四个字谁敢写，写了要负责的'],
    ['two choices', '同意也好反对也好，随便'],
    ['two choices, one of them by its sound', '儿媳妇叫俺投同意，12号俺投反队'],
    ['two options', 'A……她说B……那就再说吧，23号'],
    ['a choice of something else', '俺弃权吃香菜'],
    ['a choice of something else', '反对反对，我反对下班这么晚'],
    ['a vote somewhere else', '科里投票选护士长，我弃权了'],
    ['agreement with a person', '阿芬讲得对，我也同意'],
    ['a joke with a sum', '跟楼上+10086'],
    ['a sum that is worth a second word', '12号我出60000元'],
    ['a promise in spirit', '精神上我出工一整天'],
    ['a pet', '我家狗子投了弃权票，趴那儿不动'],
    ['what somebody did', '有人给15号打了满分，托吧'],
    ['a question that ends with 吧', '五分是满分吧'],
    ['a denial in dialect', '25号搬砖莫算我'],
    ['a mark, or a sum of three yuan', '18号我打3'],
    ['two figures without a unit', '19 认300'],
    ['a total that is somebody else’s', '大家现在是四千九百吧，差的一百我包了，33号'],
    ['what has no name', '16号加我一个'],
    ['a price', '邮费十二，退一趟亏一趟'],
    ['money for a show', '打赏二十，聊表心意'],
  ])('%s: %s', (_, text) => {
    const { intent, confidence } = understand(text, now, context);

    if (intent !== 'chat.other' && intent !== 'help') expect(confidence).toBeLessThan(sure);
  });
});

describe('a deed in one clause of much talk', () => {
  test.each([
    ['pledge.money', '大前年拼拼凑凑修了一回，塌了，钱白扔了，这次要弄就弄好的，六千块我出'],
    ['pledge.money', '我人在乌鲁木齐回不来，先认400元，转账转给哪位？'],
    ['poll.vote', '每家只有一票是吧？那我投反对'],
  ])('is heard as %s: %s', (intent, text) => {
    expect(understand(text, now, context).intent).toBe(intent);
  });

  test.each([
    '恁要是管饭，俺就去干两天',
    '“反对！”他喊了三遍，没人理',
    '孩子开家长会去了，三个小时，腿都麻了',
    '你要喝酒？那我同意',
  ])('what only sounds so stays talk or is asked: %s', text => {
    const { intent, confidence } = understand(text, now, context);

    if (intent !== 'chat.other') expect(confidence).toBeLessThan(sure);
  });
});
