import { remembered } from './remembered.js';
import { foldWidth } from '../width.js';

const lead =
  '(?:(?:哎呀?|哦|对了|糟了|坏了|啊|不好意思|那个|刚才|刚刚|上面|前面|会议|纪要|记录|提案|汇报|里面?|得|要|还|又|我|俺)[，,\\s]*){0,5}';
const left = '(?:漏|忘|落|少)(?:记|写|说|报|讲|掉|登)?了?(?:一?[句条]|几[句条])(?:话|内容)?';
const forgot = '(?:漏|忘|落)(?:了)?(?:记|写|说|报|讲|登)(?:了|的)?';
const more = '(?:再|还得|还要|要|得)?补(?:充|上|记)?(?:一下|一?[句条点]|几句|一点儿?)(?:话|内容)?';
const further = '(?:还有|还要加|再加|再记|再写|加上?|添上?)(?:一?[句条点]|几句)(?:话|内容)?';
const words = '(?:就?是)?[，,。:：\\s]+(?:就是|是)?(?<words>[^]{3,300})$';

const surely = new RegExp(`^${lead}(?:${left}|${forgot}|${more})${words}`, 'u');
const perhaps = new RegExp(`^${lead}(?:${further})${words}`, 'u');

/** What is added to what was said or written before, by words that say so. */
interface Addition {
  readonly words: string;
  /** False for 还有一条, which may as well begin something new. */
  readonly isSure: boolean;
}

/** 漏了一句，底下要硬化 and 补充一下：费用自愿: what was left out of what was done just before. Null for everything else. */
export const readAddition = remembered((text: string): Addition | null => {
  const said = foldWidth(text).trim();
  const sure = surely.exec(said)?.groups?.['words'];
  const found = sure ?? perhaps.exec(said)?.groups?.['words'];
  return found === undefined ? null : { words: found, isSure: sure !== undefined };
});
