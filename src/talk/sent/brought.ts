import type { Store } from '../../store/engine/store.js';
import type { Picture } from '../../domain/picture.js';
import { gridOf } from '../grid-of.js';
import type { Attachment, FilledForm, Message } from '../message.js';
import { type SentFile, openSent } from './sent-file.js';
import type { Fetched } from './sent-picture.js';

export interface BroughtParts {
  readonly store: Store;
  /** Fetches what a member sent: `none` when it is no picture that can be used, null when it could not be had in time. */
  readonly fetchPicture?: (attachment: Attachment) => Promise<Fetched>;
  /** Looks at the bytes of a picture that came with a form, as `fetchPicture` does with what it fetched. */
  readonly takePicture?: (bytes: Buffer) => Promise<Fetched>;
  /** What the QR code on a picture says; null where there is none. Looked for on pictures sent alone. */
  readonly readCode?: (picture: Picture) => Promise<string | null>;
  /** Fetches a file that a member sent; null when it could not be had in time. */
  readonly fetchFile?: (attachment: Attachment) => Promise<Buffer | null>;
}

/** What came with a message; a fault stands where a picture could not be used. */
export interface Brought {
  readonly pictures: readonly Fetched[];
  readonly file: SentFile | null;
}

const windowMs = 10 * 60_000;
/** Pictures and files within ten minutes, of one member and of one grid: a sheet of paper ballots, and a busy evening. */
const most = { member: 40, grid: 300 } as const;
/** So many names are counted at most; a flood of others begins anew. */
const mostNames = 20_000;
const mostPictures = 9;

/**
 * Fetches what came with a message, once it is known who speaks: of a stranger nothing is fetched, decrypted or decoded, and nobody
 * brings more than their share. It happens before the unit of work begins, so that nobody waits behind a slow download.
 */
export function bringer(parts: BroughtParts): (message: Message, now: Date) => Promise<Brought> {
  const counts = new Map<string, number>();
  let since = 0;

  /** Takes so many out of a budget; false when it is spent. */
  function take(what: string, many: number, limit: number): boolean {
    const count = (counts.get(what) ?? 0) + many;
    if (count > limit) return false;
    counts.set(what, count);
    return true;
  }

  function isWithin(gridId: number, userid: string, many: number, now: Date): boolean {
    // A clock that was put back begins anew too, or its window would not end before the old time came again.
    if (Math.abs(now.getTime() - since) >= windowMs || counts.size >= mostNames) {
      since = now.getTime();
      counts.clear();
    }
    return take(`member ${gridId} ${userid}`, many, most.member) && take(`grid ${gridId}`, many, most.grid);
  }

  /** Pictures sent along with a form are here already, and are held to the same budgets. */
  async function fromForm({ pictures }: FilledForm, message: Message, now: Date): Promise<Brought> {
    if (pictures.length === 0) return { pictures: [], file: null };
    const gridId = await speaksFor(parts.store, message);
    if (gridId === null || pictures.length > mostPictures || !isWithin(gridId, message.userid, pictures.length, now))
      return { pictures: pictures.map(() => null), file: null };
    const { takePicture } = parts;
    return { pictures: takePicture ? await Promise.all(pictures.map(bytes => takePicture(bytes))) : [], file: null };
  }

  return async (message, now) => {
    if (message.body.kind === 'filled') return fromForm(message.body, message, now);
    const attachments = attachmentsOf(message);
    if (attachments.length === 0) return { pictures: [], file: null };
    const gridId = await speaksFor(parts.store, message);
    const isFile = message.body.kind === 'sent' && message.body.type === 'file';
    if (gridId === null || !isWithin(gridId, message.userid, attachments.length, now))
      return { pictures: isFile ? [] : attachments.map(() => null), file: null };
    if (isFile) {
      const [sent = { url: '' }] = attachments;
      const bytes = sent.bytes ?? (await parts.fetchFile?.(sent));
      return { pictures: [], file: bytes ? await openSent(bytes) : null };
    }
    const { fetchPicture } = parts;
    const pictures = fetchPicture ? await Promise.all(attachments.map(one => fetchPicture(one))) : [];
    return { pictures: message.body.kind === 'sent' ? await withCodes(parts, pictures) : pictures, file: null };
  };
}

/** A picture sent alone may be a form on paper, which its code names. */
async function withCodes({ readCode }: BroughtParts, pictures: readonly Fetched[]): Promise<Fetched[]> {
  return Promise.all(
    pictures.map(async picture => {
      if (picture === 'none' || picture === null) return picture;
      const code = (await readCode?.(picture)) ?? null;
      return code === null ? picture : { ...picture, code };
    }),
  );
}

function attachmentsOf({ body }: Message): readonly Attachment[] {
  if (body.kind === 'said') return body.pictures.slice(0, mostPictures);
  return body.kind === 'sent' && body.type !== 'video' ? [body.attachment] : [];
}

/** The grid in which the sender is bound to a household or holds a role; null for strangers. */
async function speaksFor(store: Store, message: Message): Promise<number | null> {
  return store.inUnit(async open => {
    // What was answered before is answered again from what was kept, and nothing is fetched for it.
    if (await open.answered(message.id)) return null;
    const grid = await gridOf(open, message);
    if (!grid) return null;
    const { householdId, roles } = await (await open.within(grid)).members.view(message.userid);
    return householdId !== null || roles.length > 0 ? grid.id : null;
  });
}
