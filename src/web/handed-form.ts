import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import type { Store } from '../store/engine/store.js';
import type { DeskForm } from '../store/people/desk-form.js';
import type { Reply, Yes } from '../talk/reply.js';
import { isSameSecret } from '../store/engine/secret-digest.js';
import { sentForm } from './sent-form.js';

/** What was typed in a form, by field; several values where a field takes several. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A form as it was handed in, and what was answered; null where it was not answered yet. */
export interface Handed {
  readonly typed: Typed;
  readonly revision: string;
  readonly reply: Reply | null;
  /** What else its page shows. */
  readonly shown?: unknown;
}

/** The same as it is kept, with pictures in base64. */
interface Kept extends Omit<Handed, 'reply'> {
  readonly reply: (Omit<Reply, 'pictures'> & { readonly pictures?: readonly string[] }) | null;
}

/** A one-time key for a form. */
export function newKey(random: (bytes: number) => Buffer): string {
  return random(16).toString('base64url');
}

/** The one-time key of a form is made here: what looks otherwise was bent. */
export function isKey(key: string): boolean {
  return /^[\w-]{22}$/u.test(key);
}

/**
 * A form that is handed in when its session has just run out is kept for its member: who comes back goes on with it. Null for every other
 * one, of which nothing is kept.
 */
export async function keepForLater(
  context: Context,
  { store, now, secret, csrf }: { store: Store; now: () => Date; secret: string; csrf: string },
): Promise<string | null> {
  const [, address] = /^\/desk\/((?:do|receipts)\/[\w.]{1,60})$/u.exec(context.path) ?? [];
  if (context.method !== 'POST' || address === undefined || secret === '') return null;
  const at = now();
  const whose = await store.inUnit(open => open.desk.ranOut(secret, at));
  const sent = whose && (await sentForm(context));
  if (!sent || !isSameSecret(sent.fields.get('csrf') ?? '', csrf)) return null;
  const key = sent.fields.get('_key') ?? '';
  if (!isKey(key)) return null;
  const { gridId, userid } = whose;
  const handed = { typed: typedIn(sent.fields), revision: sent.fields.get('_revision') ?? '', reply: null };
  const row = { gridId, userid, address, key, page: toKeep(handed), state: 'left', at } as const;
  await store.inUnit(open => open.desk.forms.keep(row));
  return `/desk/${address}/${key}`;
}

/** The fields of a form; what the page itself put in begins otherwise. */
export function typedIn(fields: URLSearchParams): Typed {
  const names = [...new Set(fields.keys())].filter(name => name !== 'csrf' && !name.startsWith('_'));
  return Object.fromEntries(
    names.map(name => {
      const values = fields.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** A message id is known to nobody but the form's own reader: whoever sends another's key begins a deed of their own. */
export function messageIdOf(parts: readonly (string | number)[]): string {
  return `desk:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}

/** The compiler asks for each. */
const yeses: Readonly<Record<Yes, true>> = { read: true, sure: true, asked: true };

/** The yes that a form says; undefined for none, and for what is none. */
export function yesIn(said: string | null): Yes | undefined {
  return said !== null && Object.hasOwn(yeses, said) ? (said as Yes) : undefined;
}

export function toKeep({ reply, ...handed }: Handed): Kept {
  const { pictures = [], ...words } = reply ?? { text: '' };
  return { ...handed, reply: reply && { ...words, pictures: pictures.map(bytes => bytes.toString('base64')) } };
}

export function asHanded({ page }: Pick<DeskForm, 'page'>): Handed {
  const { reply, ...handed } = page as Kept;
  if (!reply) return { ...handed, reply: null };
  const { pictures = [], ...words } = reply;
  return { ...handed, reply: { ...words, pictures: pictures.map(base64 => Buffer.from(base64, 'base64')) } };
}
