import { describe, expect, test } from 'vitest';
import { isBinding } from '../../../src/language/reading/scoring.js';
import { createUnderstanding } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

const understand = createUnderstanding(phrasesOf(await loadIntents()));
const context = { openPolls: [{ no: 0 }], openPledges: [0] };
const now = new Date('2025-10-16T09:30:00+08:00');
const sums = ['200', '两百块', '五百元', '1000', '三千二', '1.5万'];

/** Questions, conditions, others' deeds, past deeds, debts, jests: whatever the sum, nobody promises it. */
const talkOfMoney = [
  '谁出{}', '我不出{}', '要是出{}就好了', '老王出了{}', '出{}行吗', '我出过{}', '能不能出{}', '他说出{}',
  '听说每户{}', '如果{}我就出', '不会让我出{}吧', '我为什么要出{}', '出{}？', '我出{}？', '凭啥出{}', '一户出{}合理吗',
  '我爸出了{}', '昨天我出{}打车', '这鞋{}', '我工资{}', '我出{}才怪', '等发工资我出{}', '你出{}我就出', '我本来要出{}',
  '差点出{}', '我可没说出{}', '他让我出{}', '别让我出{}', '要我出{}没门', '{}太多了', '{}能少点不', '我不同意出{}',
  '退我{}', '还我{}', '我家出不起{}', '捐{}能开发票吗', '我捐{}有积分吗', '楼长说每家出{}', '群里说我出{}，没有的事', '我出{}？开什么玩笑',
  '有人出{}吗', '出{}的举手', '隔壁小区每户出{}', '去年我家出了{}', '上次修路我捐{}', '不是我出的{}', '出{}也行啊你们觉得呢', '大家都出{}吧',
  '建议每户出{}', '预算{}', '报价{}', '还差{}', '我只有{}', '我欠{}', '他欠我{}', '我买菜花了{}',
  '红包{}', '水费{}交了吗', '{}块砖多少钱', '我出{}还是出别的呢', '我想想出{}还是不出', '要不我出{}？', '出{}我得跟老伴商量', '我出{}，前提是公开账目',
  '先看方案再说出不出{}', '我老婆要出{}我不让',
]; // prettier-ignore

/** The same for votes, acceptance, ratings, points, receipts, spending, goods and work. */
const talk = [
  '你们同意吗', '我同意才怪', '他同意了', '我说同意了吗', '谁同意了', '大家同意吗', '同意的人多吗', '我不是不同意',
  '要是同意会怎样', '老李同意', '我妈同意', '没人同意', '我同意老王', '我同意你的说法', '同意书在哪', '同意率多少',
  '不同意的理由呢', '反对的人是谁', '他反对', '我反对你说的', '反对无效', '弃权会怎样', '弃权算不算票', '能弃权吗',
  '我该同意还是反对', '等我看完方案再同意', '等公示了我就同意', '同意是同意但是太贵', '我原则上同意但要先公示', '我本来同意的', '昨天我投了同意', '刚才有人替我投了同意',
  '我同意他不同意', '别替我同意', '我没同意', '我没投反对', '支持国货', '支持书记工作', '我支持你', '我支持一下生意',
  '选我选我', '我选择沉默', '选楼长', '我选的菜', 'A座的灯坏了', 'B超怎么做', '方案一是啥', '方案二和方案三哪个好',
  'C罗进球了', '通过不了吧', '通过率多少', '验收通过了吗', '验收合格了吗', '要验收合格才付钱', '等验收合格', '希望验收合格',
  '验收合格证在哪', '没验收合格', '他说验收合格', '打5分钟电话', '打五折', '打了三分', '给几分合适', '这戏我打五分',
  '饭店五星', '考了5分', '评分几分', '积分换什么', '用积分换的油坏了', '我换过油了', '换油要多少分', '想换油分不够',
  '谁换了米', '收到红包200', '收到工资5000', '收到快递', '收到200条消息', '物业收到钱了吗', '听说收到奖补5万', '收到钱了没',
  '付了200打车费', '我付了200块外卖', '物业花了2万', '花了3000修车', '支出太多', '谁支出了500', '我捐过椅子', '他捐了十袋水泥',
  '谁捐水泥', '水泥谁出', '捐水泥行吗', '我想捐水泥不知要不要', '我出工能加积分吗', '谁去刷墙', '老王来刷墙', '我不去刷墙',
  '我去不了', '我去上班', '我来晚了', '我刷完碗了', '我刷墙刷了三天',
]; // prettier-ignore

function bound(text: string): string[] {
  const { intent, confidence, slots } = understand(text, now, context);
  return isBinding(intent) && confidence >= 0.8 ? [`${text}: ${intent} ${JSON.stringify(slots)} ${confidence}`] : [];
}

describe('nothing is booked that nobody promised', () => {
  test.each(talkOfMoney)('%s', form => {
    expect(sums.flatMap(sum => bound(form.replaceAll('{}', sum)))).toEqual([]);
  });

  test.each(talk)('%s', text => {
    expect(['', '@议事小助手 ', '小助手，'].flatMap(call => bound(call + text))).toEqual([]);
  });
});

const givings = [
  '我出{}',
  '12号项目我出{}',
  '我家认捐{}',
  '俺捐{}',
  '认捐{}',
  '我再加{}',
  '第12号 我家出{}',
  '我改成{}',
  '收到张三{}',
  '支出{}买水泥',
  '奖补资金到账{}',
];

/** Ways to write one sum, in fen. */
const writings: readonly (readonly [number, readonly string[]])[] = [
  [
    20_000,
    [
      '200',
      '200元',
      '200块钱',
      '两百',
      '二百块',
      '￥200',
      '贰佰元',
      '二百元整',
      '200.00元',
      '２００元',
      '200RMB',
      '0.02万',
    ],
  ],
  [150_000, ['一千五', '1.5k', '一千五百块', '壹仟伍佰元整', '1,500元', '0.15万']],
  [3_200_000, ['3.2万', '三万二', '32,000元', '三万两千', '3万2', '3.2w', '叁万贰仟元']],
  [12_865, ['128.65元', '一百二十八块六毛五', '128元6角5分']],
];

describe('a sum is the same however it is written', () => {
  test.each(writings.flatMap(([fen, forms]) => forms.map(form => [form, fen] as const)))(
    '%s is %i fen',
    (form, fen) => {
      for (const giving of givings) {
        expect(understand(giving.replace('{}', form), now, context).slots, giving).toMatchObject({ amount: fen });
      }
    },
  );
});

test.each(['我出200元', '12号同意', '收到2号楼李梅300元', '附议12号', '给12号打5分', '俺出半天工刷墙'])(
  'calls, thanks and marks change nothing about “%s”',
  text => {
    const plain = understand(text, now, context);
    for (const dressed of [
      `@议事小助手 ${text}`,
      `那个，${text}`,
      `大家好，${text} 谢谢`,
      `${text}🙏`,
      `${text}！`,
      `${text}哈`,
    ]) {
      expect(understand(dressed, now, context), dressed).toMatchObject({ intent: plain.intent, slots: plain.slots });
    }
  },
);
