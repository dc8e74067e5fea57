import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createDispatch } from '../../src/talk/dispatch.js';
import type { DispatchParts } from '../../src/talk/turn.js';
import { readPicture } from '../../src/domain/picture.js';
import type { DoorId } from '../../src/domain/people/identity.js';
import type { RoleId } from '../../src/domain/permissions.js';
import { createUnderstanding } from '../../src/language/reading/understand.js';
import type { Body, FilledForm, Message } from '../../src/talk/message.js';
import { loadIntents, loadJobs, phrasesOf } from '../../src/process/registry.js';
import type { Card, Reply, Yes } from '../../src/talk/reply.js';
import { Scheduler } from '../../src/clock/scheduler.js';
import { JournalLine } from '../../src/store/engine/journal-line.js';
import { Post } from '../../src/store/notice/post.js';
import { tellingBy } from '../../src/operations/notice/tell-fact.js';
import { tellers } from '../../src/publish/tellers.js';
import type { Store } from '../../src/store/engine/store.js';
import type { Unit } from '../../src/store/engine/unit.js';
import { sample, sampleResidents, type SampleResident } from '../../src/trial/sample-grid.js';
import { seedTrial } from '../../src/trial/seed.js';
import { testBytes } from './chance.js';
import { holding } from './offices.js';
import { ensurePlain } from './plain-words.js';
import { type Contents, aStore, contentsOf } from './store.js';

let loaded: ReturnType<typeof load> | undefined;

/** What all neighbourhoods of a worker share: the deeds, the jobs and the language. */
async function load() {
  const intents = await loadIntents();
  return { intents, understand: createUnderstanding(phrasesOf(intents)), jobs: await loadJobs() };
}

interface Means {
  readonly model?: DispatchParts['model'];
  readonly patience?: DispatchParts['patience'];
}

/** A grid with its people, a clock that is moved by hand, and the bot without the wire. */
export async function aNeighbourhood({
  now = '2026-03-02T10:00:00+08:00',
  households = 118,
  ...means
}: { now?: string; households?: number } & Means = {}): Promise<Neighbourhood> {
  return living(await aSettledStore(new Date(now), households), new Date(now), means);
}

/** The records that were settled in this worker: to settle 118 households takes longer than most tests. */
const settled = new Map<string, Promise<Contents>>();
/** A record in memory is a megabyte and a half. */
const mostSettled = 40;

async function aSettledStore(now: Date, households: number): Promise<Store> {
  const name = `${households} ${now.toISOString()}`;
  const known = settled.get(name);
  if (known) return aStore(await known);
  const store = await aStore();
  await seedTrial(store, now, sampleResidents().slice(0, households));
  if (settled.size < mostSettled) settled.set(name, contentsOf(store));
  await settled.get(name);
  return store;
}

/**
 * A beginning that several tests have in common. It is played for the first of them, and the others go on from a copy of what then stood in
 * the record; what only stands in memory they begin without, as after a restart.
 */
export function playedOnce(begin: () => Promise<Neighbourhood>): () => Promise<Neighbourhood> {
  let played: { contents: Contents; now: Date; messages: number } | undefined;
  return async () => {
    if (played) return living(await aStore(played.contents), played.now, {}, played.messages);
    const grid = await begin();
    played = { contents: await contentsOf(grid.store), now: grid.now, messages: grid.messages };
    return grid;
  };
}

async function living(store: Store, now: Date, { model = null, patience }: Means, messages = 0) {
  onTestFinished(() => store.dataSource.destroy());
  loaded ??= load();
  const { intents, understand, jobs } = await loaded;
  const neighbourhood = new Neighbourhood(store, now, messages);
  const log = pino({ level: 'silent' });
  // A picture is whatever its address says, behind the first bytes of a JPEG; what begins like a PDF is none.
  const fetchPicture = async ({ url }: { url: string }) =>
    readPicture(Buffer.from(url.startsWith('picture:%PDF') ? url : `\xff\xd8\xff${url}`, 'latin1')) ?? 'none';
  const later: Promise<void>[] = [];
  const answer = createDispatch({
    random: testBytes,
    model,
    ...(patience && { patience }),
    store,
    intents,
    understand,
    now: () => neighbourhood.now,
    boardUrl,
    log,
    fetchPicture,
    takePicture: async bytes => readPicture(bytes) ?? 'none',
    // `sheet vote 12 57 …` is a picture of that form.
    readCode: async ({ bytes }) => {
      const named = /picture:sheet ([a-z]+ \d+ \d+)/u.exec(bytes.toString('latin1'))?.[1];
      return named ? `众议表 ${named}` : null;
    },
    // A file is what its address holds.
    fetchFile: async ({ url }) => Buffer.from(url.slice('file:'.length), 'base64'),
    afterwards: work => void later.push(work()),
  });
  neighbourhood.answer = async message => {
    const reply = await answer(message);
    await Promise.all(later.splice(0));
    return reply;
  };
  neighbourhood.scheduler = new Scheduler({
    store,
    jobs,
    now: () => neighbourhood.now,
    boardUrl,
    tell,
    log: pino({ level: 'error' }),
    afterRound: async () => undefined,
  });
  return neighbourhood;
}

const boardUrl = (grid: string, no?: number): string => `http://board/${grid}${no === undefined ? '' : `/${no}`}`;

/** Lets everybody hear of a fact, as the program does. */
export const tell = tellingBy(tellers, boardUrl);

export class Neighbourhood {
  answer!: (message: Message) => Promise<Reply>;
  scheduler!: Scheduler;

  constructor(
    readonly store: Store,
    public now: Date,
    /** How many messages were said so far. */
    public messages = 0,
  ) {}

  /** The resident with that place in the sample (0 is the first), or anybody else by their userid. */
  resident(who: number | string): Person {
    const known = typeof who === 'number' ? sampleResidents()[who] : undefined;
    return new Person(this, known?.userid ?? String(who), known);
  }

  /** Somebody who has only personal WeChat, as a door from outside knows them. */
  async outsider(name: string, kind: DoorId['kind'] = 'external'): Promise<Person> {
    const door = { corpId: 'wwc0ffee0123456789', kind, value: `${kind}-${name}` };
    const userid = await this.store.inUnit(open =>
      open.identities.meet(door, { now: this.now, random: testBytes(12) }),
    );
    return new Person(this, userid, undefined, 'single');
  }

  /** The first sample resident who holds a role, or the `index`-th. */
  role(role: RoleId, index = 0): Person {
    const holder = holding(role)[index];
    if (!holder) throw new Error(`nobody in the sample holds ${role}`);
    return new Person(this, holder.userid, holder);
  }

  async deliver(
    userid: string,
    body: Body,
    { chat = 'group' as 'group' | 'single', id = '', group = sample.chatId as string } = {},
  ): Promise<Reply> {
    this.messages += 1;
    const reply = await this.answer({
      id: id || `m${this.messages}`,
      userid,
      chat: chat === 'group' ? { kind: 'group', id: group } : { kind: 'single' },
      body,
    });
    // Of a list that was sent its rows are quoted as they stand.
    if (body.kind !== 'sent') ensurePlain(reply.text, 'text' in body ? body.text : '');
    return reply;
  }

  /** Moves the clock, running on the way everything that falls due. */
  async until(moment: string | Date): Promise<void> {
    const to = new Date(moment);
    for (;;) {
      const wake = await this.scheduler.nextWake(this.now);
      if (!wake || wake.at > to) break;
      this.now = wake.at;
      await this.scheduler.runAll(wake.names);
    }
    this.now = to;
  }

  async inUnit<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    const cause = { by: 'operator', at: this.now, messageId: 'by hand', tell };
    return this.store.inUnit(async open => {
      const [grid] = await open.grids.all();
      if (!grid) throw new Error('there is no grid');
      return work(await open.within(grid));
    }, cause);
  }

  /** The words posted to the group so far, oldest first. */
  async posts(): Promise<string[]> {
    return this.postsTo(null);
  }

  /** The words waiting for, or shown to, one member in private. */
  async postsTo(userid: string | null): Promise<string[]> {
    const posts = await this.store.dataSource.manager.find(Post, { order: { id: 'ASC' } });
    return posts
      .filter(post => post.userid === userid)
      .map(({ content }) => {
        if ('text' in content) ensurePlain(content.text);
        return 'text' in content ? content.text : `[${content.type}]`;
      });
  }

  /** The deeds of the journal, oldest first. */
  async journal(): Promise<string[]> {
    const lines = await this.store.dataSource.manager.find(JournalLine, { order: { seq: 'ASC' } });
    return lines
      .map(({ deed }) => deed)
      .filter(deed => !['grid.create', 'grid.change', 'roster.import'].includes(deed));
  }
}

export class Person {
  /** The reply to the last thing said or pressed. */
  last: Reply = { text: '' };

  constructor(
    private readonly neighbourhood: Neighbourhood,
    readonly userid: string,
    readonly known: SampleResident | undefined,
    /** Where they speak unless told otherwise: nobody from outside is in the group. */
    private readonly place: 'group' | 'single' = 'group',
  ) {}

  get name(): string {
    return this.known?.name ?? this.userid;
  }

  /** Says something, in the group unless told otherwise, and hears the words of the answer. */
  async says(
    text: string,
    options: {
      chat?: 'group' | 'single';
      quoted?: string;
      id?: string;
      group?: string;
      /** Pictures sent with the words: the same name makes the same picture. */
      pictures?: readonly string[];
    } = {},
  ): Promise<string> {
    const { quoted, pictures = [], ...given } = options;
    const rest = { chat: this.place, ...given };
    this.last = await this.neighbourhood.deliver(
      this.userid,
      // In a group the bot hears only what mentions it, and the mention stands in the words.
      {
        kind: 'said',
        text: rest.chat === 'single' ? text : `@${sample.botName} ${text}`,
        pictures: pictures.map(name => ({ url: `picture:${name}` })),
        ...(quoted ? { quoted } : {}),
      },
      rest,
    );
    return this.last.text;
  }

  async opensPrivateChat(): Promise<string> {
    this.last = await this.neighbourhood.deliver(this.userid, { kind: 'entered' }, { chat: 'single' });
    return this.last.text;
  }

  /** Sends a picture alone, in private: the same words make the same picture. */
  async sends(picture: string): Promise<string> {
    const attachment = { url: `picture:${picture}` };
    this.last = await this.neighbourhood.deliver(
      this.userid,
      { kind: 'sent', type: 'image', attachment },
      { chat: 'single' },
    );
    return this.last.text;
  }

  /** Sends a file alone, in private. */
  async sendsFile(bytes: Buffer | string): Promise<string> {
    const attachment = { url: `file:${Buffer.from(bytes).toString('base64')}` };
    this.last = await this.neighbourhood.deliver(
      this.userid,
      { kind: 'sent', type: 'file', attachment },
      { chat: 'single' },
    );
    return this.last.text;
  }

  /** Fills in the form of a deed on the desk and hands it in once. */
  async fills(
    intent: string,
    slots: FilledForm['slots'],
    { id, ...rest }: { id?: string; yes?: Yes; revision?: string; pictures?: readonly Buffer[]; gridId?: number } = {},
  ): Promise<Reply> {
    const gridId = rest.gridId ?? (await this.neighbourhood.inUnit(async unit => unit.grid.id));
    const form: FilledForm = { kind: 'filled', intent, slots, revision: '', pictures: [], ...rest, gridId };
    this.last = await this.neighbourhood.deliver(this.userid, form, { chat: 'single', ...(id ? { id } : {}) });
    return this.last;
  }

  /** Hands in a form and says yes to whatever is read back, as often as it is. */
  async handsIn(
    intent: string,
    slots: FilledForm['slots'],
    { id = '', pictures = [] }: { id?: string; pictures?: readonly Buffer[] } = {},
  ): Promise<Reply> {
    let reply = await this.fills(intent, slots, { id });
    while (reply.outcome?.kind === 'readBack') {
      const { typed, yes, revision } = reply.outcome;
      reply = await this.fills(intent, typed, { id, yes, revision, pictures });
    }
    return reply;
  }

  /** Presses a button of a card, or picks an option and submits; hears the card that takes its place. */
  async presses(
    card: Card | undefined,
    text: string,
    options: { chat?: 'group' | 'single'; id?: string } = {},
  ): Promise<Reply> {
    const button = card?.buttons?.find(one => one.text === text);
    const option = card?.choices?.options.find(one => one.text === text || one.id === text);
    const pressed = button ?? card?.choices?.submit;
    if (!card || !pressed || (!button && !option)) throw new Error(`the card has no “${text}”`);
    const slots = { ...pressed.slots, ...(option && card.choices ? { [card.choices.slot]: option.id } : {}) };
    const press = {
      taskId: card.about,
      cardType: button ? 'button_interaction' : 'vote_interaction',
      intent: pressed.intent,
      slots,
      revision: pressed.revision ?? '',
    };
    this.last = await this.neighbourhood.deliver(
      this.userid,
      { kind: 'pressed', press },
      { chat: this.place, ...options },
    );
    return this.last;
  }
}
