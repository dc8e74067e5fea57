import { monthTold } from '../../domain/calendar.js';
import type { Sayings } from './sayings.js';

/** What is refused about outside parties, in words: to the offices, and to the party on its page. */
export const outsideSayings = {
  'outside.day': ({ no, said }) =>
    `${said === 'past' ? '说的日子已经过了' : '没有说哪天前办'}，没有记。请写上日子，例如“${no}号请热力公司办：检查管道，8月20日前”。`,
  'outside.unknown': ({ task }) => `没有请办${task}。发送“请办”看都有哪些。`,
  'outside.ended': ({ task }) => `请办${task}已经办结，链接也停了。要再请他们办，请重新发送“几号请谁办：……”。`,
  'outside.empty': () => '什么也没有收到。请写几个字说明办得怎样，再按“交回去”。',
  'outside.tooMany': ({ most }) => `一个链接最多回复${most}次，这一次没有收下。请直接打电话给请您办的人。`,
  'outside.again': () => '这一份刚才已经收到了，不用再交。',
  'phone.unclear': () =>
    '没有听清要办什么，没有记。请发送例如“电话：3号楼2单元301 12号出200元”，或“电话：3号楼2单元301 12号异议：太吵”。',
  'phone.unknown': ({ phone }) => `没有电话${phone}。在私聊里发送“待办”看哪些要核对。`,
  'phone.checked': ({ phone }) => `电话${phone}已经核对过了，不用再核对。`,
  'sheet.unknown': ({ sheet }) => `没有纸单${sheet}。在私聊里发送“待办”看哪些要核对。`,
  'sheet.checked': ({ sheet }) => `纸单${sheet}已经核对过了，不用再核对。`,
  'sheet.already': ({ sheet }) => `这一户的同一张单已经录过，是纸单${sheet}，还等着核对，没有再录。`,
  'form.unknown': () => '这张纸质表不是本网格的，或者这一户已经不在名册里，没有录。请核对以后再拍，或者手工登记。',
  'form.over': ({ no }) => `${no}号表决没有在进行，这张票没有录。发送“项目列表”看现在有哪些。`,
  'month.none': ({ no }) => `${no}号还没有监管月报：开工后每月第一个工作日做上个月的。发送“看看${no}号”看进展。`,
  'month.posted': ({ no, month }) =>
    `${no}号${monthTold(month)}监管月报已经在群里公布，不用再签。发送“${no}号监管月报”看。`,
  'month.signed': ({ no, month }) => `您已经给${no}号${monthTold(month)}监管月报签过字了。`,
} satisfies Partial<Sayings>;
