import type { Context } from 'koa';
import type { Router } from 'koa-router';
import { answerPage } from '../publish/desk-form.js';
import { filePage } from '../publish/people/desk-file.js';
import { RosterDraft } from '../store/people/roster-draft.js';
import { takesFiles } from './desk-lists.js';
import { type DeskParts, deskReader, deskSeat, isOwnForm, refuseForm } from './desk-session.js';
import { isKey, newKey } from './handed-form.js';
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

  router.post('/desk/file', async (context, next) => {
    const { grid, member } = deskReader(context);
    if (!takesFiles(member)) return next();
    const sent = await sentForm(context);
    const key = sent?.fields.get('key') ?? '';
    if (!sent || !isOwnForm(context, sent.fields.get('csrf')) || !isKey(key)) return refuseForm(context);
    const [bytes] = sent.pictures;
    if (!bytes) return show(context, 422, filePage(deskSeat(context), { key, fault: '请先选一个文件。' }));
    const at = now();
    const reply = await parts.answer({
      id: `desk:file:${grid.id}:${member.userid}:${key}`,
      userid: member.userid,
      chat: { kind: 'single' },
      body: { kind: 'sent', type: 'file', gridId: grid.id, attachment: { url: '', bytes } },
    });
    const where = { gridId: grid.id, by: member.userid, at };
    const draft = await store.inGrid(grid, unit => unit.manager.findOneBy(RosterDraft, where));
    answered(context, reply.text, draft);
  });
}

function answered(context: Context, said: string, draft: RosterDraft | null): void {
  const links = [
    ...(draft ? [[`/desk/do/roster.apply?roster=${draft.id}`, '整份导入这份花名册'] as const] : []),
    ['/desk/file', '换一个文件'] as const,
  ];
  show(
    context,
    200,
    answerPage({ seat: deskSeat(context), title: '读出来的' }, { said, isDone: true, pictures: [], links }),
  );
}
