import type { Picture } from '../../domain/picture.js';
import { Refusal } from '../../domain/refusal.js';
import { mostAnswers } from '../../domain/works/outside.js';
import type { Unit } from '../../store/engine/unit.js';
import type { OutsideTask } from '../../store/works/outside-task.js';
import { isOutsideOpen } from '../../store/works/outside-standing.js';

interface OutsideAnswered {
  readonly task: OutsideTask;
  readonly text: string;
  readonly quoteFen: number | null;
  readonly pictures: readonly Picture[];
  readonly documents: readonly Buffer[];
}

/** Keeps what an outside party sends back by its link; whoever asked and the secretaries hear of it in private. */
export async function answerOutside(unit: Unit, given: OutsideAnswered): Promise<void> {
  const { task, text, quoteFen } = given;
  if (!(await isOutsideOpen(unit, task))) throw new Refusal('outside.ended', { task: task.no });
  if (text === '') throw new Refusal('outside.empty', {});
  const earlier = await unit.tasks.outside.answers(task);
  if (earlier.length >= mostAnswers) throw new Refusal('outside.tooMany', { most: mostAnswers });
  const files = await keepFiles(unit, given);
  // A press too many sends the same once more.
  const isSame = earlier.some(
    one => one.text === text && one.quoteFen === quoteFen && one.files.join() === files.join(),
  );
  if (isSame) throw new Refusal('outside.again', {});
  await unit.tasks.outside.answer({ taskId: task.id, text, quoteFen, files, at: unit.now });
  const facts = { outside: task.no, quoteFen, files: files.length };
  unit.journal.add('outside.answer', { facts });
  await unit.tell('works.outside-answered', { task, text, quoteFen, files: files.length });
}

async function keepFiles(unit: Unit, { task, pictures, documents }: OutsideAnswered): Promise<string[]> {
  const sent = [...pictures, ...documents.map(bytes => ({ bytes, type: 'application/pdf' as const }))];
  const digests: string[] = [];
  for (const one of sent) {
    const kept = await unit.evidence.add({ ...one, by: 'outside', at: unit.now });
    await unit.evidence.use(kept, `outside:${task.id}`);
    digests.push(kept.digest);
  }
  return digests;
}
