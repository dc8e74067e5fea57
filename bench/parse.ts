import { loadDictionary, segment } from '../src/language/segment.js';
import { createUnderstanding } from '../src/language/understand.js';
import { loadIntents, phrasesOf } from '../src/registry.js';
import type { Figure } from './run.js';

/** Messages of every kind, as they come in a group: short and long, clear and not, with and without figures. */
const messages = [
  '同意',
  '@议事小助手 12号项目我出1.5万',
  '俺家出三百快',
  '收到，谢谢书记',
  '@议事小助手 发起投票：楼道刷什么颜色，选项白色、米黄、浅灰，明晚八点截止',
  '那个小助手啊我是四号楼的老孙我跟老伴商量了一下我们家出四百五十块钱就这么定了',
  '楼下卖西瓜的来了 甜得很',
  '@议事小助手 提案：更换老化的暖气管道，预算3.6万元',
  '8号项目干到哪一步了',
  '巡查：3号楼前管沟回填不实',
  '积分兑换：水费抵扣券２张',
  '凭啥让俺出钱',
  '我是3号楼2单元301，我家出400元',
  '支出5200，租吊车',
  '我退休没事 出一天半工 帮忙看料',
  '那几个投反对票的也不说说理由',
];

/** How quickly messages are read, and what the dictionary costs. */
export async function benchParse(): Promise<Figure[]> {
  const loading = costOfDictionary();
  const understand = createUnderstanding(phrasesOf(await loadIntents()));
  const now = new Date('2025-10-16T09:30:00+08:00');
  const context = { openPolls: [{ no: 0 }], openPledges: [0] };
  const readAll = (rounds: number): number => {
    const start = performance.now();
    for (let round = 0; round < rounds; round += 1) {
      for (const message of messages) understand(message, now, context);
    }
    return (rounds * messages.length * 1000) / (performance.now() - start);
  };
  readAll(500);
  return [...loading, { name: 'parse.messages', value: readAll(3000), unit: 'messages/s' }];
}

function costOfDictionary(): Figure[] {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  loadDictionary();
  segment('同意');
  const loadMs = performance.now() - start;
  return [
    { name: 'parse.dictionary.load', value: loadMs, unit: 'ms' },
    { name: 'parse.dictionary.memory', value: (process.memoryUsage().rss - before) / 1e6, unit: 'MB' },
  ];
}
