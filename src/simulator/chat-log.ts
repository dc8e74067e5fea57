import type { TemplateCard } from './card-rules.js';

/** What stands in a chat, as the page shows it. */
export type Content =
  | Said
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly pictures: readonly string[];
      readonly card?: TemplateCard;
      /** Later faces of the card, for those who see another than the first: by userid, `*` for everybody. */
      readonly faces?: Readonly<Record<string, TemplateCard>>;
      readonly finished: boolean;
      /** Welcomes are plain text; everything else is the bot's markdown. */
      readonly dialect: 'stream' | 'text';
      /** The event this answers, shown as a quotation when the answer came by response_url in a group. */
      readonly quote?: Quotation;
    }
  | Push
  | Kefu
  | Task
  | { readonly kind: 'fault'; readonly errcode?: number; readonly text: string };

interface Said {
  readonly kind: 'said';
  readonly by: string;
  readonly text: string;
  readonly voice: boolean;
  /** False when the bot was not mentioned, so that it never hears of it. */
  readonly heard: boolean;
  readonly pictures: readonly string[];
  readonly quote?: Quotation;
}

/** A message of 微信客服 as its customer sees it. */
interface Kefu {
  readonly kind: 'kefu';
  readonly text: string;
  readonly rows: readonly { readonly id: string; readonly content: string }[];
  readonly pictures: readonly string[];
}

/** A message that 企业群发 has made ready, which a member sends with a tap. */
interface Task {
  readonly kind: 'task';
  readonly msgid: string;
  readonly text: string;
  readonly status: 'unsent' | 'sent' | 'cancelled';
  readonly pictures: readonly string[];
}

/** A post by the group's webhook. */
export interface Push {
  readonly kind: 'push';
  readonly dialect: 'text' | 'markdown' | 'markdown_v2';
  readonly text: string;
  readonly mentions?: readonly string[];
  readonly pictures: readonly string[];
  readonly articles?: readonly { title: string; description?: string; url: string; picurl?: string }[];
  readonly file?: { readonly name: string; readonly bytes: number; readonly link: string };
  readonly card?: TemplateCard;
  /** The member who sent it, where it was a member. */
  readonly by?: string;
}

export interface Quotation {
  readonly by: string;
  readonly text: string;
}

export interface Entry {
  readonly id: number;
  /** Rises with every change in any chat, so that a page that was away can ask for what is newer. */
  readonly revision: number;
  readonly chat: string;
  readonly at: string;
  readonly content: Content;
}

type Listener = (entry: Entry) => void;

/** The newest 500 entries of every chat, and who listens to them. */
export class ChatLog {
  private readonly chats = new Map<string, Entry[]>();
  private readonly listeners = new Set<Listener>();
  private newest = 0;

  constructor(
    private readonly now: () => string,
    private readonly most = 500,
    /** What was said before a restart. */
    before: readonly Entry[] = [],
  ) {
    for (const entry of before) {
      const entries = this.chats.get(entry.chat) ?? [];
      this.chats.set(entry.chat, [...entries, entry].slice(-most));
      this.newest = Math.max(this.newest, entry.id, entry.revision);
    }
  }

  add(chat: string, content: Content): Entry {
    this.newest += 1;
    const entry = { id: this.newest, revision: this.newest, chat, at: this.now(), content };
    const entries = this.chats.get(chat) ?? [];
    entries.push(entry);
    if (entries.length > this.most) entries.shift();
    this.chats.set(chat, entries);
    this.tell(entry);
    return entry;
  }

  /** Puts other content in an entry's place; nothing happens when it has left the log. */
  change(entry: Entry, content: Content): Entry {
    const entries = this.chats.get(entry.chat) ?? [];
    const place = entries.findIndex(({ id }) => id === entry.id);
    this.newest += 1;
    const changed = { ...entry, revision: this.newest, content };
    if (place === -1) return changed;
    entries[place] = changed;
    this.tell(changed);
    return changed;
  }

  /** The newest entry of a chat that is so. */
  last(chat: string, is: (entry: Entry) => boolean): Entry | undefined {
    return this.chats.get(chat)?.findLast(is);
  }

  find(id: number): Entry | undefined {
    for (const entries of this.chats.values()) {
      const found = entries.find(entry => entry.id === id);
      if (found) return found;
    }
    return undefined;
  }

  /** What has been added or changed since a revision, oldest change first. */
  since(revision: number): Entry[] {
    const all = [...this.chats.values()].flat();
    return all.filter(entry => entry.revision > revision).toSorted((a, b) => a.revision - b.revision);
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(entry: Entry): void {
    for (const listener of this.listeners) listener(entry);
  }
}

/** What a quotation of an entry says: WeChat Work passes on words only, neither author nor id (docs/wecom-protocol.md 3.8). */
export function wordsOf({ content }: Entry): string {
  if (content.kind === 'fault') return content.text;
  const card = content.kind === 'answer' || content.kind === 'push' ? content.card : undefined;
  const title = card && [card.main_title?.title, card.main_title?.desc].filter(Boolean).join('\n');
  return [content.text, title].filter(Boolean).join('\n');
}
