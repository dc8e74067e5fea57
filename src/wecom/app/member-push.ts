import { z } from 'zod';
import type { Message } from '../../talk/message.js';
import type { Reply } from '../../talk/reply.js';
import { WeComError, passesByItself, refusesCard } from '../errors.js';
import { type KeySeal, withSealedKeys } from '../faces/key-seal.js';
import { imageMaxBytes, textMaxBytes } from '../faces/lengths.js';
import { cardInWords, withAddresses } from '../faces/markdown.js';
import { splitText } from '../faces/split.js';
import { answerBody, leftUnsaid, spoken } from '../robot/answer.js';
import { receiverOf } from '../robot/callback.js';
import type { AppApi } from './api.js';

const Taken = z.object({ invaliduser: z.string().optional() });
const Answer = z.object({
  response_type: z.string().optional(),
  userids: z.array(z.string()).optional(),
  stream: z.object({ content: z.string() }).optional(),
  template_card: z.record(z.string(), z.unknown()).optional(),
});

/** What goes to a member in private. */
type MemberWords =
  | { readonly kind: 'markdown'; readonly text: string }
  | { readonly kind: 'image' | 'file'; readonly name: string; readonly bytes: Buffer };

/** Speaks to members by the 自建应用, who need not have spoken first (docs/wecom-doors.md 25). */
export class MemberPush {
  constructor(
    private readonly api: AppApi,
    private readonly keys: KeySeal,
    /** Told of a card that was refused: its words are said, and the fault in it is ours. */
    private readonly onRefused: (error: WeComError) => void,
    /** Where cards can be read in words by those to whom WeChat shows none (docs/wecom-doors.md 25). */
    private readonly deskUrl = '',
  ) {}

  /**
   * Says something. `mayHaveCome` is for words that may have arrived: what WeChat Work was told within so many seconds it does not tell
   * again (docs/wecom-protocol.md 9.3). It is for nothing else, for who asks the same twice is answered twice.
   */
  async push(userid: string, words: MemberWords, mayHaveCome?: number): Promise<void> {
    if (words.kind !== 'markdown') {
      const type = words.kind === 'image' && words.bytes.length <= imageMaxBytes ? 'image' : 'file';
      const media_id = await this.api.uploadMedia(type, words.name, words.bytes);
      await this.send(userid, { msgtype: type, [type]: { media_id } }, mayHaveCome);
      return;
    }
    for (const [index, content] of piecesOf(words.text).entries())
      try {
        await this.send(userid, { msgtype: 'text', text: { content } }, mayHaveCome);
      } catch (error) {
        // The pieces before it have come: said again, they are left out.
        if (index > 0 && error instanceof WeComError && passesByItself.has(error.kind))
          throw new WeComError({ kind: 'unknown', detail: `message/send: ${index} pieces came: ${error.message}` });
        throw error;
      }
  }

  /** As how many messages these words leave: of what is over 30 a minute WeChat Work drops the rest without a word (25). */
  messagesOf(words: MemberWords): number {
    return words.kind === 'markdown' ? piecesOf(words.text).length : 1;
  }

  /** The part of an answer that a text in answer cannot hold; a pressed card gets its new face by the code of its click. */
  async answer(message: Message, reply: Reply, responseCode: string | null): Promise<void> {
    const { userid } = message;
    const { text, card } = reply;
    const json = withSealedKeys(answerBody(message, { text, card }), receiverOf(message), this.keys);
    const said = json === '' ? {} : Answer.parse(JSON.parse(json));
    if (said.response_type) {
      const whom = { userids: [userid], agentid: this.api.agentId, response_code: responseCode };
      const isShown = await this.shows(() =>
        this.api.post('message/update_template_card', { ...whom, template_card: said.template_card }),
      );
      const rest = isShown ? leftUnsaid(message, reply) : spoken(reply);
      if (rest) await this.push(userid, { kind: 'markdown', text: rest });
    } else {
      if (said.stream?.content) await this.push(userid, { kind: 'markdown', text: said.stream.content });
      const { template_card } = said;
      const isShown =
        !template_card || (await this.shows(() => this.send(userid, { msgtype: 'template_card', template_card })));
      if (!isShown && card) await this.push(userid, { kind: 'markdown', text: cardInWords(card) });
      const isAlone = isShown && card && !said.stream?.content && this.deskUrl !== '';
      if (isAlone)
        await this.push(userid, { kind: 'markdown', text: `看不到“${card.title}”的卡片，就点${this.deskUrl}` });
    }
    for (const bytes of reply.pictures ?? []) await this.push(userid, { kind: 'image', name: 'picture.png', bytes });
  }

  /** False where WeChat Work refuses the card itself: nobody waits for a face that never comes. */
  private async shows(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      return true;
    } catch (error) {
      if (!(error instanceof WeComError) || !refusesCard.has(error.kind)) throw error;
      this.onRefused(error);
      return false;
    }
  }

  private async send(userid: string, message: object, mayHaveCome?: number): Promise<void> {
    const check = mayHaveCome && { enable_duplicate_check: 1, duplicate_check_interval: mayHaveCome };
    try {
      const body = { touser: userid, agentid: this.api.agentId, ...message, ...check };
      const { invaliduser = '' } = Taken.parse(await this.api.post('message/send', body));
      // It comes back in lower case whatever was sent (25).
      if (invaliduser.toLowerCase().split('|').includes(userid.toLowerCase()))
        throw new WeComError({ kind: 'recipient', detail: 'message/send: the member is not in reach of the app' });
    } catch (error) {
      // The same card of the same answer: it had arrived.
      if (!(error instanceof WeComError) || error.kind !== 'card-id') throw error;
    }
  }
}

function piecesOf(markdown: string): string[] {
  return splitText(withAddresses(markdown), textMaxBytes);
}
