import { readFileSync } from 'node:fs';
import { chance } from './learn-intents.js';
import { type Line, pathOf } from './lines.js';

const sums = [
  '200',
  '两百',
  '二百块',
  '500元',
  '一千',
  '三百块钱',
  '1000块',
  '五十',
  '3000',
  '两千五',
  '八百',
  '1.5万',
  '100',
  '二百五',
  '60元',
  '一百',
  '三千二',
  '5000元',
];
const goods = [
  '两个包子',
  '三袋米',
  '一箱牛奶',
  '两瓶水',
  '一把椅子',
  '十袋水泥',
  '五桶油漆',
  '一张桌子',
  '两包纸',
  '一台风扇',
  '四个灯泡',
  '两斤鸡蛋',
  '一盆花',
  '三块砖',
  '一副手套',
  '一桶油',
];
const works = [
  '刷墙',
  '扫雪',
  '搬砖',
  '值班',
  '扫楼道',
  '种树',
  '装灯',
  '挖沟',
  '清垃圾',
  '搬家',
  '修水管',
  '铺砖',
  '通下水道',
  '擦玻璃',
];
const names = [
  '老王',
  '张大爷',
  '王姐',
  '李阿姨',
  '老陈',
  '小刘',
  '隔壁',
  '对门',
  '刘叔',
  '赵主任',
  '楼上',
  '孙姐',
  '老李家',
];
const places = ['3号楼1单元402', '2号楼301', '5栋2单元', '3号楼2单元301', '7-1-602', '二号楼三单元'];

/** Talk that does nothing, made from the kinds in `talk.txt`. The same each time. */
export function madeLines(): Line[] {
  const below = chance(23);
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? '';
  const kinds = readFileSync(pathOf('dev/reading/talk.txt'), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('//'));
  return kinds.flatMap(kind => {
    const isOpen = /\{[a-z]\}/u.test(kind);
    return Array.from({ length: isOpen ? 4 : 1 }, (_, round) => {
      const filled = kind.replaceAll('\\n', '\n').replace(/\{(?<what>[a-z])\}/gu, (_whole, what: string) => {
        if (what === 's') return pick(sums);
        if (what === 'g') return pick(goods);
        if (what === 'w') return pick(works);
        if (what === 't') return pick(names);
        if (what === 'h') return pick(places);
        return String(below(40) + 1);
      });
      const dress = round === 1 ? `@议事小助手 ${filled}` : filled;
      return { writer: 'talk', role: round === 2 ? 'resident' : '', text: dress, intent: 'chat.other', marks: null };
    });
  });
}
