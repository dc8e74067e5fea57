import { type FormCode, notedForms, paperForms } from '../../domain/ballot/paper-form.js';
import { placeWords } from '../../domain/masking.js';
import { Refusal } from '../../domain/refusal.js';
import { scannedForm } from '../../operations/ballot/paper-forms.js';
import { isOfTeam } from '../../store/works/team.js';
import { act } from '../act.js';
import { say } from '../refusals/say.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';

/**
 * A sheet that was photographed says by its code what it is, of which matter and whose. What stands on it is entered from there: what the
 * code names is filled in, and only what was written by hand is asked for.
 */
export async function answerScanned(parts: Parts, turn: Turn, code: string, form: FormCode): Promise<Reply> {
  const wish = await enters(turn, form);
  if (wish === null) return act(parts, turn, { intent: 'form.scan', slots: { code }, sure: true, confirmed: false });
  try {
    const { household } = await scannedForm(turn.unit, form);
    const where = household ? placeWords(household) : '';
    const slots = { ...wish.slots, ...(wish.isOfHome && where !== '' && { place: where }) };
    const reply = await act(parts, turn, { intent: wish.intent, slots, sure: true, confirmed: false });
    const name = `${where && `${where}的`}${form.no > 0 ? `${form.no}号` : ''}${paperForms[form.form].said}`;
    return { ...reply, text: `这是${name}，照片收下了。${reply.text}` };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    parts.onRefusal?.(error.code);
    return { text: say(error) };
  }
}

interface Entering {
  readonly intent: string;
  readonly slots: Readonly<Record<string, unknown>>;
  readonly isOfHome?: true;
}

/** The deed that a sheet is entered by; null where it is told otherwise. */
async function enters({ unit, member }: Turn, { form, no }: FormCode): Promise<Entering | null> {
  if (notedForms.some(each => each === form)) return { intent: 'sheet.enter', slots: { no, form }, isOfHome: true };
  if (form === 'report') return { intent: 'report.open', slots: {} };
  if (form !== 'acceptance') return null;
  const project = await unit.projects.byNo(no);
  // Whoever signs an acceptance says it for themselves.
  const isSigner = project !== null && (await isOfTeam(unit, project.id, member.id));
  return isSigner ? { intent: 'project.accept', slots: { no } } : null;
}
