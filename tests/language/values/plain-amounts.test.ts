import { describe, expect, test } from 'vitest';
import { readAmount } from '../../../src/language/values/money/amounts.js';

/** What is said, and how much it is in yuan. */
const exact: readonly (readonly [string, number])[] = [
  ['两百五', 250], ['二百五', 250], ['三千二', 3200], ['一万五', 15_000], ['一千零五十', 1050], ['壹仟贰佰元整', 1200], ['叁佰伍拾元整', 350],
  ['３５０元', 350], ['1,200', 1200], ['１，０００', 1000], ['1 000', 1000], ['10,000元', 10_000], ['1.5万', 15_000], ['3万6', 36_000], ['1万零500元', 10_500], ['6万零1元', 60_001], ['三百零1元', 301],
  ['两万二千元', 22_000], ['十二万八', 128_000], ['一亿两千万', 120_000_000], ['100亿', 10_000_000_000], ['2千5', 2500], ['3百', 300], ['1k', 1000],
  ['2.3K', 2300], ['0.5w', 5000], ['1W', 10_000], ['1w5', 15_000], ['￥300', 300], ['¥1,200.50', 1200.5], ['200RMB', 200], ['人民币三百元整', 300],
  ['两块五', 2.5], ['十块三毛', 10.3], ['一块半', 1.5], ['五十块零五毛', 50.5], ['五十块零五', 50.05], ['86块5', 86.5], ['六十六块六', 66.6],
  ['一百二十八块六毛五', 128.65], ['28元6角', 28.6], ['99块9毛', 99.9], ['5毛', 0.5], ['3角', 0.3], ['5分', 0.05], ['5分钱', 0.05],
  ['三百圆', 300], ['三百块钱', 300], ['128.5元', 128.5], ['一点五万', 15_000], ['一个亿', 100_000_000], ['一百八', 180], ['十五', 15], ['12', 12],
  ['一人一百共两百', 200], ['我和老伴一人一百，总共两百', 200], ['不是300是350', 350], ['300，哦不，400', 400], ['之前说三百，改成五百', 500],
  ['打错了是500不是50', 500], ['12号项目200元', 200], ['我家住3号楼，出500', 500], ['第8号我出三百', 300],
]; // prettier-ignore

test.each(exact)('%s is %d yuan', (text, yuan) => {
  expect(readAmount(text)).toMatchObject({ kind: 'exact', fen: Math.round(yuan * 100) });
});

/** What never becomes one figure, and why. */
const doubtful: readonly (readonly [string, string])[] = [
  ['几百', 'vague'], ['好几百块', 'vague'], ['三五百', 'vague'], ['两三百', 'vague'], ['七八十块', 'vague'], ['上千', 'vague'], ['百八十', 'vague'],
  ['500左右', 'vague'], ['五百来块', 'vague'], ['500多', 'vague'], ['不到一万', 'vague'], ['最多200', 'vague'], ['至少1000', 'vague'],
  ['大概五百', 'vague'], ['小一万', 'vague'], ['千儿八百', 'vague'], ['万八千', 'vague'], ['两百出头', 'vague'], ['很多', 'vague'], ['随便', 'vague'],
  ['一万半', 'vague'], ['1千零50块', 'vague'], ['两个半千', 'vague'], ['200到300', 'range'], ['200-300', 'range'], ['200，300', 'range'], ['200或300', 'range'],
  ['$100', 'foreign'], ['100美元', 'foreign'], ['50刀', 'foreign'], ['200港币', 'foreign'], ['€20', 'foreign'], ['0', 'not-positive'], ['零', 'not-positive'],
  ['-5', 'not-positive'], ['−5', 'not-positive'], ['0元', 'not-positive'], ['0.001', 'too-precise'], ['1.234元', 'too-precise'],
  ['9999999999999999', 'too-large'], ['', 'none'], ['同意', 'none'], ['12号', 'none'], ['3号楼2单元', 'none'], ['一起', 'none'],
]; // prettier-ignore

test.each(doubtful)('%s is no figure: %s', (text, kind) => {
  expect(readAmount(text).kind).toBe(kind);
});

describe('whatever is typed', () => {
  test('a figure is a safe whole number of fen above nought', () => {
    const words = [
      '一',
      '二',
      '两',
      '三',
      '十',
      '百',
      '千',
      '万',
      '亿',
      '零',
      '块',
      '毛',
      '分',
      '5',
      '.',
      ',',
      'k',
      '半',
      '元',
      '几',
    ];
    let seed = 7;
    for (let round = 0; round < 20_000; round += 1) {
      let text = '';
      for (let length = 0; length < 7; length += 1) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        text += words[seed % words.length];
      }
      const amount = readAmount(text);
      if (amount.kind === 'exact') {
        expect(Number.isSafeInteger(amount.fen) && amount.fen > 0, `${text} → ${amount.fen}`).toBe(true);
      }
    }
  });
});
