import { may } from '../../domain/permissions.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { dueSaid } from '../../language/values/time/due-said.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** Of something of the neighbourhood, and not of a child or a shop. */
const thing = /[楼栋单元门院路灯道梯墙井管箱棚树草花栏垃圾雪窗牌厅廊场台坡沟]/u;
const watches =
  /^(?<claim>(?<what>[^?？!！，,。；;：:\n]{2,30}?)[，,\s]*(?:我|俺|咱)(?:们)?(?:家)?(?:来|去|给|帮|帮着|平时|天天|顺便)*(?:盯|瞅|看|瞧|管|守|照看|照应|照管)着(?:点儿?)?(?:吧|了|就行|呗)*)(?:[，,。.!！\s][^?？]{0,14})?$/u;
const when = /[今明后]天|[今明]晚|周[一二三四五六日末天]|星期[一二三四五六日天]|\d{1,2}[号日]|[上下]午|早上|晚上/u;
const together = /大家(?:伙儿?|一起|一块|都)|一起|一块儿|咱们?(?:都|去)/u;
const work = /捡|扫|清|铲|搬|种|浇|刷|擦|拔|除|收拾|整理|巡逻|值班/u;
const whoComes =
  /[，,。\s]*(?:谁(?:来|去|参加|报名)|有(?:空|时间)的(?:都)?(?:来|报名)|(?:想来|愿意)的报(?:个)?名|来(?:的)?(?:报个名|吱一声))(?:啊|呀|呢|吧|哈)*[?？!！。.]*$/u;

/**
 * Small work in words of one's own: 三单元那个灯俺瞅着 takes a task on, and 这周六早上八点大家一起捡捡草坪垃圾，谁来 of who may call neighbours up
 * does so. Both are read back in the words of the form.
 */
export function smallWork({ member, now }: Turn, text: string): Wish | null {
  const said = text.trim();
  if ([...said].length > 60 || hasMood(said, 'forwarded', 'quoted', 'reported', 'conditional', 'joking', 'denied'))
    return null;
  const wish = (intent: string, slots: Wish['slots']): Wish => ({ intent, slots, sure: false, confirmed: false });
  const { claim = '', what = '' } = watches.exec(said)?.groups ?? {};
  if (thing.test(what) && !hasMood(claim, 'asked') && member.householdId !== null) {
    const due = dueSaid(said, now)?.day;
    return wish('task.claim', { what, ...(due !== undefined && { due }) });
  }
  const title = whoComes.test(said) ? said.replace(whoComes, '') : '';
  const isCall = when.test(title) && together.test(title) && work.test(title) && may(member, 'service.open');
  return isCall ? wish('service.open', { title }) : null;
}
