import { onlyOne } from '../../domain/only-one.js';
import type { ProjectState } from '../../domain/lifecycle.js';
import { type RoleId, roles } from '../../domain/permissions.js';
import { projectName } from '../../domain/project-words.js';
import { nextLine } from '../../operations/next-steps.js';
import { contacts, ofBuilding } from '../../publish/people/contacts.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import type { Parts, Turn } from '../turn.js';

/** One question as it was asked, and what the record knows that answers it. */
export class Asked {
  constructor(
    readonly parts: Parts,
    readonly turn: Turn,
    readonly text: string,
    /** The matter that the words name. */
    readonly no: number | undefined,
  ) {}

  get isPrivate(): boolean {
    return this.turn.message.chat.kind === 'single';
  }

  /** The matter: the named one, the one that was just spoken of, or the only one in those states. */
  async matter(...states: readonly ProjectState[]): Promise<Project | null> {
    const { projects } = this.turn.unit;
    const fits = (project: Project | null): boolean =>
      project !== null && (states.length === 0 || states.includes(project.state));
    for (const no of [this.no, this.parts.spoken.own(this.turn)?.no]) {
      const project = no === undefined ? null : await projects.byNo(no);
      if (fits(project) || (no !== undefined && no === this.no)) return fits(project) ? project : null;
    }
    return onlyOne(states.length === 0 ? await projects.underWay() : await projects.inStates(states)) ?? null;
  }

  /** The vote that is open: on the matter that is named, or else the one that was just spoken of, or the only one. */
  async poll(): Promise<Poll | null> {
    const open = await this.turn.unit.polls.open();
    if (this.no !== undefined) return open.find(({ no }) => no === this.no) ?? null;
    const last = this.parts.spoken.own(this.turn)?.no;
    return open.find(({ no }) => no === last) ?? onlyOne(open) ?? null;
  }

  /** `下一步：……。` */
  async next(project: Project): Promise<string> {
    return `下一步：${await nextLine(this.turn.unit, project, this.turn.now)}。`;
  }

  /** `出纳：刘＊＊` of who holds the office here, as everybody may read it; the office alone where nobody does. */
  async holder(role: RoleId): Promise<string> {
    const held = ofBuilding(await contacts(this.turn.unit, [role]), this.turn.member.household?.building ?? null);
    return held.length === 0
      ? roles[role]
      : held
          .slice(0, 2)
          .map(({ said }) => said)
          .join('、');
  }

  /** What is the household's own is told to its members alone. */
  async own(words: (householdId: number) => Promise<Told>): Promise<Told> {
    const { householdId } = this.turn.member;
    if (householdId === null)
      return '我还不知道您是哪一户：先发送例如“我是5号楼2单元301的周桂兰”，绑定以后在私聊里再问我。';
    return this.isPrivate ? words(householdId) : '您家的事只告诉您本人：点我的头像，在私聊里再问一遍。';
  }
}

type Told = string | null;

/** The first lines of a list, and how many more there are. */
export function firstOf(lines: readonly string[], most: number): readonly string[] {
  return lines.length > most ? [...lines.slice(0, most), `还有${lines.length - most}条。`] : lines;
}

/** `12号「装路灯」` */
export function titled({ no, title }: Pick<Project, 'no' | 'title'>): string {
  return projectName({ no, title });
}
