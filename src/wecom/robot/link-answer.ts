import type { Message } from '../../talk/message.js';
import type { Reply } from '../../talk/reply.js';
import { answerBody } from './answer.js';
import { receiverOf } from './callback.js';
import { type KeySeal, withSealedKeys } from '../faces/key-seal.js';

type LinkCommand = 'aibot_respond_msg' | 'aibot_respond_welcome_msg' | 'aibot_respond_update_msg';

/** One frame of an answer; all of them carry the request id of the callback they answer. */
export interface LinkFrame {
  readonly cmd: LinkCommand;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * The answer to a message over the long connection: the same body as in callback mode, but a text and its card are two frames,
 * and pictures are not part of the text; they follow as uploads (docs/wecom-protocol.md 8.5).
 */
export function linkAnswer(message: Message, { text, card }: Reply, keys: KeySeal): LinkFrame[] {
  const json = withSealedKeys(answerBody(message, { text, card }), receiverOf(message), keys);
  if (json === '') return [];
  const whole = JSON.parse(json) as Record<string, unknown>;
  const cmd = commandFor(message);
  if (whole['msgtype'] !== 'stream_with_template_card') return [{ cmd, body: whole }];
  const { stream, template_card } = whole;
  return [
    { cmd, body: { msgtype: 'stream', stream } },
    { cmd, body: { msgtype: 'template_card', template_card } },
  ];
}

function commandFor({ body }: Message): LinkCommand {
  if (body.kind === 'entered') return 'aibot_respond_welcome_msg';
  return body.kind === 'pressed' ? 'aibot_respond_update_msg' : 'aibot_respond_msg';
}
