import type { Context } from 'koa';
import { Router } from 'koa-router';
import type { Picture } from '../domain/picture.js';
import { Refusal } from '../domain/refusal.js';
import { isPlainPdf, mostAnswerChars, mostFiles } from '../domain/works/outside.js';
import { answerOutside } from '../operations/works/answer-outside.js';
import { isOutsideOpen } from '../store/works/outside-standing.js';
import { noOutsidePage, type OutsideView, outsidePage, outsideStyle } from '../publish/works/outside-page.js';
import { secretDigest } from '../store/engine/secret-digest.js';
import type { Store } from '../store/engine/store.js';
import type { Tell } from '../store/engine/unit.js';
import type { Grid } from '../store/people/grid.js';
import { OutsideTask } from '../store/works/outside-task.js';
import { readField } from '../talk/form/field.js';
import { money } from '../talk/intent.js';
import { say } from '../talk/refusals/say.js';
import { guarded } from './guarded.js';
import { lookOf } from './look-of.js';
import { atPace } from './pace.js';
import { type SentForm, sentForm } from './sent-form.js';
import { show } from './show.js';

interface AskedParts {
  readonly store: Store;
  readonly now: () => Date;
  readonly tell: Tell;
  readonly clockMs: () => number;
  /** Draws a picture anew, so that nothing but a picture is kept; `none` where it is none. */
  readonly takePicture: (bytes: Buffer) => Promise<Picture | 'none'>;
}

/** Where a party outside the neighbourhood answers what it was asked, by the secret in the link alone: no account, and nothing else to see. */
export function askedRoutes(parts: AskedParts): Router {
  const router = new Router();
  router.use('/asked', guarded({ forms: true, cache: 'no-store' }));
  router.use('/asked', atPace(parts.clockMs));
  router.get('/asked/style.css', context => {
    context.type = 'css';
    context.body = outsideStyle;
  });
  router.get('/asked/:secret', async context => {
    const view = await viewOf(parts, context);
    answer(context, view && { ...view, said: '', typed: { text: '', quote: '' } });
  });
  router.post('/asked/:secret', async context => {
    const found = await behind(parts, context);
    if (!found) return answer(context, null);
    const sent = await sentForm(context);
    const typed = { text: field(sent, 'text'), quote: field(sent, 'quote') };
    const said = await handIn(parts, { ...found, sent, typed });
    const view = await viewOf(parts, context);
    const isKept = said === kept;
    answer(context, view && { ...view, said, typed: isKept ? { text: '', quote: '' } : typed }, isKept ? 200 : 422);
  });
  return router;
}

const kept = '收到了，谢谢您！已经交给请您办的人。';

function field(sent: SentForm | null, name: string): string {
  return (sent?.fields.get(name) ?? '').trim();
}

function answer(context: Context, view: OutsideView | null, status = 200): void {
  const look = lookOf(context, '/');
  if (view) show(context, status, outsidePage(view, look));
  else show(context, 403, noOutsidePage(look));
}

/** The task behind the secret of an address, with its grid; null for one that is over. */
async function behind({ store }: AskedParts, context: Context): Promise<{ grid: Grid; task: OutsideTask } | null> {
  const { secret = '' } = context['params'] as { secret?: string };
  return store.inUnit(async open => {
    const task = await open.manager.findOneBy(OutsideTask, { digest: secretDigest(secret) });
    const grid = task && (await open.grids.byId(task.gridId));
    return task && grid && (await isOutsideOpen(await open.within(grid), task)) ? { grid, task } : null;
  });
}

async function viewOf(parts: AskedParts, context: Context): Promise<Omit<OutsideView, 'said' | 'typed'> | null> {
  const found = await behind(parts, context);
  if (!found) return null;
  const { grid, task } = found;
  const { length } = await parts.store.inGrid(grid, unit => unit.tasks.outside.answers(task));
  return { grid: grid.name, task, answers: length, now: parts.now() };
}

interface HandedIn {
  readonly grid: Grid;
  readonly task: OutsideTask;
  readonly sent: SentForm | null;
  readonly typed: { readonly text: string; readonly quote: string };
}

/** Keeps the answer, whole or not at all; hands back what the party reads. */
async function handIn(
  { store, now, tell, takePicture }: AskedParts,
  { grid, task, sent, typed }: HandedIn,
): Promise<string> {
  if (!sent) return '交上来的内容太大，没有收下：文件合起来最多40MB。请减少一些再交。';
  const { text, quote } = typed;
  if ([...text].length > mostAnswerChars)
    return `最多写${mostAnswerChars}个字，没有收下。请写短一点，详细的可以放在PDF里。`;
  const price = readField(
    { name: 'quote', kind: money, form: null },
    /^[\d.,，]+$/u.test(quote) ? `${quote}元` : quote,
    now(),
  );
  if (price && 'fault' in price) return `报价没有看懂，没有收下。请只写数字，例如12800。`;
  if (sent.pictures.length > mostFiles) return `文件最多${mostFiles}个，没有收下。请少选几个再交。`;
  const pictures: Picture[] = [];
  const documents: Buffer[] = [];
  for (const bytes of sent.pictures) {
    const picture = await takePicture(bytes);
    if (picture !== 'none') pictures.push(picture);
    else if (isPlainPdf(bytes)) documents.push(bytes);
    else return '有个文件不能收，这一次没有收下：只收JPG、PNG照片，和5MB以内、不带程序和附件的PDF。';
  }
  const quoteFen = price ? (money.accept(price.value) ?? null) : null;
  try {
    const at = now();
    const given = { task, text, quoteFen, pictures, documents, now: at };
    const cause = { by: 'outside', at, messageId: null, tell };
    await store.inGrid(grid, unit => answerOutside(unit, given), cause);
    return kept;
  } catch (error) {
    if (error instanceof Refusal) return say(error);
    throw error;
  }
}
