import { plain } from '../../domain/plain-text.js';
import { readAmount } from '../../language/values/money/amounts.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { isNamed, isUnnamed } from '../../language/values/people/naming.js';
import type { Question } from '../../store/question.js';
import type { Reply } from '../reply.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { openQuestion } from './open-question.js';

/** 别把我名挂出来, 三百，别让人知道 to what is asked of a promise: it is made without a name, and read back again before it is kept. */
export function hidden({ intent, slots }: Question, text: string): Wish | null {
  if (intent !== 'pledge.money' || slots['unnamed'] === true || !isUnnamed(text) || isNamed(text)) return null;
  if (hasMood(text, 'forwarded', 'quoted')) return null;
  const sum = readAmount(text);
  const amount = sum.kind === 'exact' ? { amount: sum.fen } : {};
  return { intent, slots: { ...slots, ...amount, unnamed: true }, sure: false, confirmed: false };
}

const seen =
  /^(?:那|这个?|我|钱|名字|数额|[，,\s])*(?:在)?(?:群里|公示栏?|公示上|榜上|外面|别人|人家|大家|邻居们?|大伙儿?)(?:里|上)?(?:们)?(?:都)?(?:会不会|能不能|会|能|要|可以)(?:不会)?(?:有|写|看|说|念|报|把我)?(?:显示|看[到见]|见|知道|晓得|出来|出去|公布|公开|名字?|我家?|的)*(?:吗|不|么|没有?|嘛|啊)*[?？]*$/u;

/** 群里会显示吗 beside what is asked of a promise: who would see the name. */
export async function whoSees(turn: Turn, text: string): Promise<Reply | null> {
  if (!seen.test(text.trim())) return null;
  const question = await openQuestion(turn);
  if (question?.intent !== 'pledge.money') return null;
  const { no, unnamed } = question.slots;
  const whose = typeof no === 'number' ? `${plain(String(no), 8)}号的` : '';
  return {
    text:
      unnamed === true
        ? `不会。这笔${whose}认捐不公开您家，只有记账、对账和审批的人在账上看得到。`
        : `公示栏只写总数，数额不写在您家名下；在群里说的，邻居看得到这句话。不想让人知道，说“给我匿名”，在私聊里说就行。`,
  };
}
