import type { Answer, Stream, Trigger } from './answer.js';
import { type Place, callbackOf, enterBody, messageBody, pressBody, refreshBody } from './callback.js';
import type { TemplateCard } from './card-rules.js';
import { type ChatLog, type Content, type Entry, type Quotation, wordsOf } from './chat-log.js';
import type { Delivered, Fault, Line } from './line.js';
import type { Pictures } from './pictures.js';
import { type PressChoice, checkPress, faceFor } from './press.js';
import type { TaskIds, Tickets } from './tickets.js';

interface ConversationParts {
  readonly line: Line;
  readonly log: ChatLog;
  readonly pictures: Pictures;
  readonly tickets: Tickets;
  readonly taskIds: TaskIds;
  readonly now: () => Date;
  readonly today: () => string;
  readonly newId: () => string;
  readonly responseUrl: (code: string) => string;
  readonly botName: string;
  /** Waits between two refreshes of an unfinished answer. */
  readonly pause: (ms: number) => Promise<void>;
  readonly stopped: AbortSignal;
}

interface Saying {
  readonly text: string;
  readonly voice: boolean;
  /** False: said to the neighbours, without mentioning the bot. */
  readonly mention: boolean;
  readonly pictures: readonly string[];
  readonly quote?: { readonly entry: Entry; readonly by: string };
}

type AnswerContent = Extract<Content, { kind: 'answer' }>;
type Fresh = Extract<Answer, { kind: 'said' | 'welcome' }>;

const refreshEveryMs = 1000;
const streamMs = 6 * 60_000;

/** What members do in the simulated chats, and what becomes of the bot's answers. */
export class Conversation {
  private readonly entered = new Map<string, string>();

  constructor(private readonly parts: ConversationParts) {}

  /** Shows what a member says and, when it is meant for the bot, hands it over; returns once the first answer is there. */
  async say(place: Place, saying: Saying): Promise<Entry> {
    const { log, pictures, botName } = this.parts;
    if (place.chatId === undefined) await this.enter(place);

    const inGroup = place.chatId !== undefined;
    const mention = `@${botName}`;
    const text =
      inGroup && saying.mention && !saying.text.includes(mention) ? `${mention} ${saying.text}`.trimEnd() : saying.text;
    const heard = !inGroup || text.includes(mention);
    const quote = saying.quote && { by: saying.quote.by, text: wordsOf(saying.quote.entry) };
    const shown = { by: place.userid, text, voice: saying.voice, heard, pictures: saying.pictures, quote };
    const entry = log.add(place.chat, { kind: 'said', ...shown });
    if (!heard) return entry;

    const pictureUrls = saying.pictures.map(id => pictures.linkFor(id));
    const body = messageBody({
      text,
      voice: saying.voice,
      pictureUrls,
      quoted: quote?.text,
      mediaKey: this.parts.line.mediaKey,
    });
    const answer = await this.deliver(place, body, { kind: 'message' }, { by: place.userid, text });
    this.show(place, answer);
    return entry;
  }

  /** Opens a member's private chat: told to the bot once a day (docs/wecom-protocol.md 4.2). */
  async enter(place: Place): Promise<void> {
    const { today } = this.parts;
    if (this.entered.get(place.userid) === today()) return;
    this.entered.set(place.userid, today());
    this.show(place, await this.deliver(place, enterBody, { kind: 'enter' }));
  }

  /** Presses a card; true when its look changed for the presser. Throws a `BadPress` for what the card does not offer. */
  async press(place: Place, entry: Entry, choice: PressChoice): Promise<boolean> {
    const card = checkPress(entry, place.userid, choice);
    const trigger = { kind: 'press', taskId: card.task_id ?? '' } as const;
    const answer = await this.deliver(place, pressBody(card, choice.key, choice.selected), trigger);
    if (answer.kind === 'fault') this.fault(place.chat, answer.fault);
    if (answer.kind !== 'update') return false;

    // Somebody else may have pressed while the bot was thinking.
    const newest = this.parts.log.find(entry.id);
    if (newest?.content.kind !== 'answer') return false;
    const { content } = newest;
    const changed = this.parts.log.change(newest, { ...content, faces: facesAfter(content, answer) });
    return faceFor(changed, place.userid) !== card;
  }

  /** Shows an answer that came later, by response_url. False when its card's task id was used before. */
  showLater(place: Place, text: string, card: TemplateCard | undefined, quote: Quotation | undefined): boolean {
    if (card && !this.isNew(place, card)) return false;
    const content = { kind: 'answer', text, card, pictures: [], finished: true, dialect: 'stream', quote } as const;
    this.parts.log.add(place.chat, content);
    return true;
  }

  private async deliver(place: Place, body: object, trigger: Trigger, quote?: Quotation): Promise<Delivered> {
    const { line, tickets, newId, now, responseUrl } = this.parts;
    const code = newId();
    const withTicket = trigger.kind === 'message' || trigger.kind === 'press';
    if (withTicket) tickets.issue(code, { place, quote, at: now() });
    const said = withTicket ? responseUrl(code) : undefined;
    const frame = { msgid: newId(), botId: line.botId, place, at: now(), responseUrl: said };
    return line.deliver(callbackOf(body, frame), trigger, place);
  }

  /** Shows an answer where the message was said. */
  show(place: Place, answer: Delivered): void {
    if (answer.kind === 'fault') this.fault(place.chat, answer.fault);
    if (answer.kind !== 'said' && answer.kind !== 'welcome') return;
    if (!this.isNew(place, answer.card)) return;

    const content = contentOf(answer, answer.kind === 'said' ? this.keep(answer.stream) : []);
    const entry = this.parts.log.add(place.chat, content);
    if (answer.kind === 'said' && answer.stream && !answer.stream.finish)
      void this.follow(place, entry, content, answer.stream.id);
  }

  /** Asks for the rest of an unfinished answer until it is there, for six minutes at most (docs/wecom-protocol.md 2.7). */
  private async follow(place: Place, first: Entry, shown: AnswerContent, streamId: string): Promise<void> {
    const { pause, now, log, stopped } = this.parts;
    const began = now().getTime();
    let entry = first;
    let content = shown;
    while (!content.finished) {
      await pause(refreshEveryMs);
      if (stopped.aborted) return;
      if (now().getTime() - began > streamMs)
        return this.fault(place.chat, { text: '回答 6 分钟还没有说完，企业微信不再刷新。' });

      const answer = await this.deliver(place, refreshBody(streamId), { kind: 'refresh', streamId });
      if (stopped.aborted) return;
      if (answer.kind === 'fault') return this.fault(place.chat, answer.fault);
      if (answer.kind !== 'said' || !answer.stream) continue;
      if (answer.card && content.card)
        return this.fault(place.chat, { text: '一条消息只能带一张卡片，后来的卡片没有显示。' });
      if (!this.isNew(place, answer.card)) return;
      const newest = log.find(entry.id)?.content;
      const faces = newest?.kind === 'answer' ? newest.faces : undefined;
      content = { ...contentOf(answer, this.keep(answer.stream)), card: answer.card ?? content.card, faces };
      entry = log.change(entry, content);
    }
  }

  private keep(stream: Stream | undefined): string[] {
    return (stream?.pictures ?? []).flatMap(bytes => this.parts.pictures.keep(bytes) ?? []);
  }

  private isNew(place: Place, card: TemplateCard | undefined): boolean {
    if (!card || this.parts.taskIds.take(card.task_id)) return true;
    this.fault(place.chat, { errcode: 42014, text: `企业微信不接受这张卡片：task_id ${card.task_id ?? ''} 已经用过` });
    return false;
  }

  private fault(chat: string, fault: Fault): void {
    this.parts.log.add(chat, { kind: 'fault', ...fault });
  }
}

function contentOf(answer: Fresh, pictures: readonly string[]): AnswerContent {
  const shared = { kind: 'answer', card: answer.card, pictures } as const;
  if (answer.kind === 'welcome') return { ...shared, text: answer.text ?? '', finished: true, dialect: 'text' };
  return { ...shared, text: answer.stream?.content ?? '', finished: answer.stream?.finish ?? true, dialect: 'stream' };
}

/** An update for named members changes what these see; one without names, what everybody sees (docs/wecom-protocol.md 5.5). */
function facesAfter(
  { faces }: AnswerContent,
  { card, userids }: Extract<Answer, { kind: 'update' }>,
): AnswerContent['faces'] {
  if (!userids) return { '*': card };
  return { ...faces, ...Object.fromEntries(userids.map(userid => [userid, card])) };
}
