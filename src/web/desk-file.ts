import type { Context } from 'koa';
import type { Router } from 'koa-router';
import { answerPage } from '../publish/desk-form.js';
import { filePage } from '../publish/people/desk-file.js';
import { RosterDraft } from '../store/people/roster-draft.js';
import { handedIn, keepAndShow } from './desk-kept.js';
import { takesFiles } from './desk-lists.js';
import { type DeskParts, deskReader, deskSeat, isOwnForm, refuseForm } from './desk-session.js';
import { type Handed, isKey, newKey } from './handed-form.js';
import { sentForm } from './sent-form.js';
import { show } from './show.js';

/** A roster or a list of payments handed in on the desk is read just as one that was sent in private. */
export function addFileDoor(router: Router, parts: DeskParts): void {
  const { store, now, random } = parts;

  router.get('/desk/file', (context, next) => {
    if (!takesFiles(deskReader(context).member)) return next();
    const key = newKey(random);
    return show(context, 200, filePage(deskSeat(context), { key, fault: null }));
  });

  router.get('/desk/file/:key', async (context, next) => {
    const { key = '' } = context.params;
    if (!takesFiles(deskReader(context).member) || !isKey(key)) return next();
    const handed = await handedIn(context, parts, { address: 'file', key });
    // What was kept for a while is gone: another file is chosen.
    if (!handed) return context.redirect('/desk/file');
    show(context, 200, pageOf(context, key, handed));
  });

  router.post('/desk/file', async (context, next) => {
    const { grid, member } = deskReader(context);
    if (!takesFiles(member)) return next();
    const sent = await sentForm(context);
    const key = sent?.fields.get('key') ?? '';
    if (!sent || !isOwnForm(context, sent.fields.get('csrf')) || !isKey(key)) return refuseForm(context);
    const [bytes] = sent.pictures;
    const keep = (handed: Pick<Handed, 'reply' | 'shown'>): Promise<void> =>
      keepAndShow(context, parts, { address: 'file', key, handed: { typed: {}, revision: '', ...handed } });
    if (!bytes) return keep({ reply: null, shown: { fault: '请先选一个文件。' } });
    const at = now();
    const reply = await parts.answer({
      id: `desk:file:${grid.id}:${member.userid}:${key}`,
      userid: member.userid,
      chat: { kind: 'single' },
      body: { kind: 'sent', type: 'file', gridId: grid.id, attachment: { url: '', bytes } },
    });
    const where = { gridId: grid.id, by: member.userid, at };
    const draft = await store.inGrid(grid, unit => unit.manager.findOneBy(RosterDraft, where));
    await keep({ reply: { ...reply, outcome: { kind: 'done' } }, shown: { roster: draft?.id ?? null } });
  });
}

/** What a page of this door has kept beside the answer: why nothing was read, or the roster that was. */
interface Shown {
  readonly fault?: string;
  readonly roster?: number | null;
}

function pageOf(context: Context, key: string, { reply, shown }: Handed): string {
  const seat = deskSeat(context);
  const { fault = null, roster = null } = (shown ?? {}) as Shown;
  if (!reply) return filePage(seat, { key, fault });
  const links = [
    ...(roster === null ? [] : [[`/desk/do/roster.apply?roster=${roster}`, '整份导入这份花名册'] as const]),
    ['/desk/file', '换一个文件'] as const,
  ];
  return answerPage({ seat, title: '读出来的' }, { said: reply.text, isDone: true, pictures: [], links });
}
