type Json = Readonly<Record<string, unknown>>;

interface JoinWay {
  readonly chats: readonly string[];
  readonly state: string;
}

const mostTemplates = 100;
const templateMaxBytes = 3000;

/** Codes that lead into customer groups, and the greetings of groups, as WeChat Work does them (docs/wecom-doors.md 24.2, 24.3, 29). */
export class JoinWaysStandIn {
  readonly ways = new Map<string, JoinWay>();
  readonly templates = new Map<string, string>();
  private made = 0;

  constructor(private readonly hasGroup: (chatId: string) => boolean) {}

  /** Answers what is asked of it; null for what is not. */
  call(path: string, json: Json): Json | null {
    if (path.startsWith('group_welcome_template/')) return this.template(path.split('/')[1] ?? '', json);
    if (!path.endsWith('_join_way')) return null;
    const id = String(json['config_id'] ?? '');
    if (path === 'groupchat/add_join_way') return this.keep(`config-${(this.made += 1)}`, json);
    const way = this.ways.get(id);
    if (!way) return { errcode: 40_058 };
    if (path === 'groupchat/update_join_way') return this.keep(id, json);
    if (path === 'groupchat/del_join_way') this.ways.delete(id);
    const join_way = { config_id: id, chat_id_list: way.chats, state: way.state, qr_code: `https://qr.example/${id}` };
    return path === 'groupchat/get_join_way' ? { join_way } : {};
  }

  private keep(id: string, json: Json): Json {
    const chats = (json['chat_id_list'] ?? []) as readonly string[];
    const [state, remark, name] = ['state', 'remark', 'room_base_name'].map(field => String(json[field] ?? ''));
    if (chats.length < 1 || chats.length > 5) return { errcode: 41_091 };
    if (json['scene'] !== 1 && json['scene'] !== 2) return { errcode: 40_058 };
    const isLong = [...(state ?? '')].length > 30 || [...(remark ?? '')].length > 30 || [...(name ?? '')].length > 40;
    if (isLong) return { errcode: 40_058 };
    if (!chats.every(chat => this.hasGroup(chat))) return { errcode: 90_501 };
    this.ways.set(id, { chats, state: state ?? '' });
    return { config_id: id };
  }

  private template(what: string, json: Json): Json {
    const id = String(json['template_id'] ?? '');
    const words = ((json['text'] ?? {}) as { content?: string }).content ?? '';
    if (what !== 'add' && !this.templates.has(id)) return { errcode: 41_058 };
    if (what === 'get') return { text: { content: this.templates.get(id) ?? '' } };
    if (what === 'del') {
      this.templates.delete(id);
      return {};
    }
    if (words === '' || Buffer.byteLength(words) > templateMaxBytes) return { errcode: 40_058 };
    if (what === 'edit') {
      this.templates.set(id, words);
      return {};
    }
    if (what !== 'add') return { errcode: 40_066 };
    if (this.templates.size >= mostTemplates) return { errcode: 41_055 };
    const made = `template-${(this.made += 1)}`;
    this.templates.set(made, words);
    return { template_id: made };
  }
}
