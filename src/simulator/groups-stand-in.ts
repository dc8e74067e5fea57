import { JoinWaysStandIn } from './join-ways-stand-in.js';

type Json = Readonly<Record<string, unknown>>;

/** A task of 企业群发 as its sender sees it. */
export interface MassTask {
  readonly msgid: string;
  readonly sender: string;
  readonly chatIds: readonly string[];
  readonly text: string;
  readonly links: readonly string[];
  readonly madeMs: number;
  status: 'unsent' | 'sent' | 'cancelled';
  readonly reminded: number[];
}

interface Link {
  readonly url?: string;
  readonly title?: string;
  readonly desc?: string;
}

const hour = 3_600_000;
const textMaxBytes = 4000;

/** Customer groups and 企业群发 as WeChat Work does them: nothing is said before a member confirms (docs/wecom-doors.md 24, 29). */
export class GroupsStandIn {
  /** The groups, each with its owner. */
  readonly groups = new Map<string, string>();
  /** Who is in a group beside its owner: outsiders, by their ids. */
  readonly outsiders = new Map<string, readonly string[]>();
  /** How outsiders call themselves in a group. */
  readonly nicknames = new Map<string, string>();
  /** By which code an outsider came in. */
  readonly cameBy = new Map<string, string>();
  readonly joins = new JoinWaysStandIn(chatId => this.groups.has(chatId));
  /** Owners whom the app may not see. */
  readonly outOfRange = new Set<string>();
  readonly tasks: MassTask[] = [];
  /** Told when a task reaches its sender, when they have tapped, and when it is taken back. */
  onTask: ((task: MassTask) => void) | null = null;
  /** Groups that have had their messages of the month. */
  readonly full = new Set<string>();

  constructor(private readonly now: () => Date) {}

  /** A member taps 发送 on a task. */
  confirm({ msgid }: MassTask): void {
    const task = this.tasks.find(one => one.msgid === msgid);
    if (task?.status !== 'unsent') return;
    task.status = 'sent';
    this.onTask?.(task);
  }

  call(path: string, json: Json): Json {
    if (path === 'groupchat/list') return this.list(json);
    if (path === 'groupchat/get') return this.get(json);
    const joined = this.joins.call(path, json);
    if (joined) return joined;
    if (path === 'add_msg_template') return this.add(json);
    const task = this.tasks.find(({ msgid }) => msgid === json['msgid']);
    if (!task) return { errcode: 41_047 };
    if (task.status === 'cancelled') return { errcode: 41_093 };
    const { sender, chatIds } = task;
    const isSent = task.status === 'sent';
    if (path === 'cancel_groupmsg_send') {
      task.status = 'cancelled';
      this.onTask?.(task);
      return {};
    }
    if (path === 'remind_groupmsg_send') {
      if (task.reminded.filter(at => this.now().getTime() - at < 24 * hour).length >= 3) return { errcode: 41_094 };
      task.reminded.push(this.now().getTime());
      return {};
    }
    if (this.now().getTime() - task.madeMs < 30_000) return { errcode: 41_063 };
    if (path === 'get_groupmsg_task') return { task_list: [{ userid: sender, status: isSent ? 2 : 0 }] };
    if (path !== 'get_groupmsg_send_result') return { errcode: 40_066 };
    const status = (chatId: string): number => (isSent ? (this.full.has(chatId) ? 3 : 1) : 0);
    return { send_list: chatIds.map(chat_id => ({ chat_id, userid: sender, status: status(chat_id) })) };
  }

  private list(json: Json): Json {
    const owners = ((json['owner_filter'] ?? {}) as { userid_list?: readonly string[] }).userid_list;
    if (owners && owners.length > 100) return { errcode: 40_058 };
    if (owners?.some(owner => this.outOfRange.has(owner))) return { errcode: 60_011 };
    const found = [...this.groups].filter(([, owner]) => !owners || owners.includes(owner));
    return { group_chat_list: found.map(([chat_id]) => ({ chat_id, status: 0 })), next_cursor: '' };
  }

  private get(json: Json): Json {
    const chat_id = String(json['chat_id']);
    const owner = this.groups.get(chat_id);
    if (owner === undefined) return { errcode: 90_501 };
    if (this.outOfRange.has(owner)) return { errcode: 60_011 };
    const join_time = Math.floor(this.now().getTime() / 1000);
    const outside = (this.outsiders.get(chat_id) ?? []).map(userid => {
      const group_nickname = this.nicknames.get(userid) ?? '';
      const state = this.joins.ways.get(this.cameBy.get(userid) ?? '')?.state;
      return { userid, type: 2, join_time, join_scene: 3, group_nickname, ...(state && { state }) };
    });
    const member_list = [{ userid: owner, type: 1, join_time, join_scene: 1 }, ...outside];
    return { group_chat: { chat_id, name: '', owner, member_list, admin_list: [] } };
  }

  private add(json: Json): Json {
    const text = ((json['text'] ?? {}) as { content?: string }).content ?? '';
    const chatIds = (json['chat_id_list'] ?? []) as readonly string[];
    const sender = String(json['sender'] ?? '');
    const attachments = (json['attachments'] ?? []) as readonly { link?: Link }[];
    if (json['chat_type'] !== 'group' || sender === '' || chatIds.length === 0) return { errcode: 41_048 };
    if (Buffer.byteLength(text) > textMaxBytes) return { errcode: 40_058 };
    if (chatIds.length > 2000 || attachments.some(({ link }) => isLong(link))) return { errcode: 40_058 };
    if (attachments.length > 9) return { errcode: 41_064 };
    if (chatIds.some(id => !this.groups.has(id))) return { errcode: 90_501 };
    if (chatIds.some(id => this.groups.get(id) !== sender)) return { errcode: 60_011 };
    const links = attachments.map(({ link }) => link?.url ?? '');
    const msgid = `msgGC${this.tasks.length + 1}`;
    const madeMs = this.now().getTime();
    const task: MassTask = { msgid, sender, chatIds, text, links, madeMs, status: 'unsent', reminded: [] };
    this.tasks.push(task);
    this.onTask?.(task);
    return { fail_list: [], msgid };
  }
}

function isLong({ url = '', title = '', desc = '' }: Link = {}): boolean {
  return Buffer.byteLength(title) > 128 || Buffer.byteLength(desc) > 512 || Buffer.byteLength(url) > 2048;
}
