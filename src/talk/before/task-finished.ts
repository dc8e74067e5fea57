import { onlyOne } from '../../domain/only-one.js';
import { hasMood } from '../../language/values/manner/mood.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';

const finished =
  /^(?:对了|哦|那个?|这个?|活儿?|[，,\s])*(?:我|俺|咱)?(?:们)?(?:今天|今早|上午|早上|中午|下午|刚才|刚刚|刚|昨天|昨晚)?(?:已经|都|就|全)*(?:给)?(?:弄|干|办|做|搞|清|扫|打扫|清理|收拾|整理|修|换|擦|搬|拆|铲|刷|浇|剪|贴|补|整)(?:完|好|干净|利索|妥|掉)(?:了|啦)(?:啊|哈|呀|的)?[。.!！]*$/u;

/** 我上午都清完了 behind a task that was claimed just now: that task is done, read back. Null where another one may be meant. */
export async function taskFinished({ spoken }: Parts, turn: Turn, text: string): Promise<Wish | null> {
  if (!finished.test(text.trim()) || spoken.did(turn)[0]?.intent !== 'task.claim') return null;
  if (hasMood(text, 'asked', 'quoted', 'forwarded', 'conditional', 'joking')) return null;
  const own = (await turn.unit.tasks.open()).filter(
    ({ claimedById, doneAt }) => claimedById === turn.member.id && !doneAt,
  );
  const only = onlyOne(own);
  return only ? { intent: 'task.done', slots: { no: only.no }, sure: false, confirmed: false } : null;
}
