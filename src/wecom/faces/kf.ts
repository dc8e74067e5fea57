import type { Button, Card, Reply } from '../../talk/reply.js';
import { beginning, byteLength, imageMaxBytes, textMaxBytes } from './lengths.js';
import { cardInWords, withAddresses } from './markdown.js';
import { splitText } from './split.js';

/** One message of 微信客服 (docs/wecom-doors.md 22.6); a picture is uploaded when it is sent. */
export type KfBody =
  | { readonly msgtype: 'text'; readonly text: { readonly content: string } }
  | {
      readonly msgtype: 'msgmenu';
      readonly msgmenu: { readonly head_content: string; readonly list: readonly KfLine[] };
    }
  | { readonly msgtype: 'image'; readonly base64: string };

type KfLine =
  | { readonly type: 'click'; readonly click: { readonly id: string; readonly content: string } }
  | { readonly type: 'text'; readonly text: { readonly content: string } };

/** What a row stands for, under the key that its tap brings back. */
interface KfChoice {
  readonly key: string;
  readonly press: {
    readonly intent: string;
    readonly slots: Readonly<Record<string, unknown>>;
    readonly revision: string;
  };
}

const headMaxBytes = 1024;
const rowMaxBytes = 128;
/** WeChat Work takes ten rows; one is left for the hint that there are more. */
const mostRows = 9;

/**
 * A reply as messages of 微信客服, and what its rows stand for. `keyOf` makes the key of the nth row, at most 64 bytes.
 *
 * One menu holds text and buttons together, because each message counts against the five of a window (27.4). A choice of several is
 * said in words: ticking by taps would cost a message each.
 */
export function kfMessages(
  { text, card, answers = [], pictures = [] }: Reply,
  keyOf: (row: number) => string,
): { readonly bodies: KfBody[]; readonly choices: KfChoice[] } {
  const images = pictures
    .filter(bytes => bytes.length <= imageMaxBytes)
    .map((bytes): KfBody => ({ msgtype: 'image', base64: bytes.toString('base64') }));
  const rows = answers.map(answer => ({ words: answer.text, press: pressOf(answer) }));
  // WeChat Work takes no row without words.
  const offered = (rows.length > 0 ? rows : card ? rowsOf(card) : []).filter(({ words }) => words.trim() !== '');
  if (offered.length === 0) {
    const words = [text, card && cardInWords(card)].filter(Boolean).join('\n');
    return { bodies: [...texts(withAddresses(words)), ...images], choices: [] };
  }

  const choices = offered.slice(0, mostRows).map(({ press }, i) => ({ key: keyOf(i), press }));
  const list: KfLine[] = offered.slice(0, mostRows).map(({ words }, i) => ({
    type: 'click',
    click: { id: keyOf(i), content: beginning(words, rowMaxBytes) },
  }));
  if (offered.length > mostRows) list.push({ type: 'text', text: { content: '还有别的选项，请直接打字回复' } });
  const words = withAddresses([text, rows.length === 0 && card && headOf(card)].filter(Boolean).join('\n'));
  const isShort = byteLength(words) <= headMaxBytes;
  const head_content = isShort
    ? words
    : beginning(withAddresses(rows.length === 0 ? (card?.title ?? '') : ''), headMaxBytes);
  const menu: KfBody = { msgtype: 'msgmenu', msgmenu: { head_content: head_content || '请选择：', list } };
  return { bodies: [...(isShort ? [] : texts(words)), menu, ...images], choices };
}

/** What a message says, in plain words, where WeChat Work has refused its form. */
export function inWords(body: KfBody): KfBody {
  if (body.msgtype === 'image') return asText('有一张图没有发出来，请到办事台或公示栏看。');
  if (body.msgtype === 'text') return asText('回答没有发出来，您说的已经收到。发送“待办”看看现在怎样。');
  const rows = body.msgmenu.list.map(line => (line.type === 'click' ? line.click.content : line.text.content));
  return asText(
    beginning([body.msgmenu.head_content, ...rows.map((row, i) => `${i + 1} ${row}`)].join('\n'), textMaxBytes),
  );
}

function asText(content: string): KfBody {
  return { msgtype: 'text', text: { content } };
}

interface Row {
  readonly words: string;
  readonly press: KfChoice['press'];
}

function rowsOf({ buttons = [], choices, aside }: Card): Row[] {
  if (aside) return [{ words: aside.button.text, press: pressOf(aside.button) }];
  if (!choices) return buttons.map(button => ({ words: button.text, press: pressOf(button) }));
  if (choices.many || choices.closed) return [];
  return choices.options.map(({ id, text }) => ({
    words: text,
    press: pressOf({ ...choices.submit, slots: { ...choices.submit.slots, [choices.slot]: id } }),
  }));
}

function pressOf({ intent, slots = {}, revision = '' }: Button): KfChoice['press'] {
  return { intent, slots, revision };
}

function headOf(card: Card): string {
  const { aside, choices } = card;
  // Options that are no rows are read.
  const head = cardInWords({ ...card, buttons: [], choices: aside && choices });
  return aside ? `${head}\n${aside.text}` : head;
}

function texts(words: string): KfBody[] {
  if (words === '') return [];
  return splitText(words, textMaxBytes).map(content => ({ msgtype: 'text', text: { content } }));
}
