import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { unknownWords, yearUnknown } from '../../domain/holidays.js';
import { type RoleId, roleCalled, roles } from '../../domain/permissions.js';
import { type RecordMode, recordModes } from '../../domain/ballot/record-mode.js';
import { buildingLabel, buildingWords } from '../../domain/label.js';
import { TableTrouble } from '../../language/tables/trouble.js';
import { adoptRules } from '../../operations/ballot/adopt-rules.js';
import { bindByOperator, changeGrid, createGrid, endRole, giveRole } from '../../operations/people/set-up-grid.js';
import type { Store } from '../../store/engine/store.js';
import type { OpenUnit, Unit } from '../../store/engine/unit.js';
import { exportPoll } from '../../publish/poll/export-poll.js';
import { byOperator } from './by-operator.js';
import { contestExport } from './contest-export.js';
import { printPaper } from './paper.js';
import { exportPrecedents, learnPrecedents } from './precedents.js';
import { importCounty, listMissing, merge, split } from './county-grids.js';
import { usage } from './grid-usage.js';
import { printLine } from './print-line.js';
import { onRecord } from './record.js';
import { rosterCommand } from './roster-command.js';
import { type Print, type Tongue, inTongue, tongueOf } from './tongue.js';
import { Unusable } from './unusable.js';

/** Runs one of the operator's commands; the exit status is 0 when it was done, 1 when it could not be. */
export async function runGrid(
  store: Store,
  argv: readonly string[],
  { now, print: write, tongue = 'en' }: { now: Date; print: (line: string) => void; tongue?: Tongue },
): Promise<0 | 1> {
  const print = inTongue(write, tongue);
  try {
    await run(store, argv, now, print);
    return 0;
  } catch (error) {
    if (!(error instanceof Unusable) && !(error instanceof TableTrouble)) throw error;
    print({ zh: error.zh, en: error.message });
    return 1;
  }
}

async function run(store: Store, argv: readonly string[], now: Date, print: Print): Promise<void> {
  if (asksHelp(argv)) return print(usage);
  const { values, positionals } = parsed(argv);
  const [command, code = '', ...rest] = positionals;
  const within = <T>(work: (unit: Unit, open: OpenUnit) => Promise<T>): Promise<T> =>
    store.inUnit(async open => {
      const grid = await open.grids.byCode(code);
      if (!grid)
        throw new Unusable({
          en: `There is no grid ${JSON.stringify(code)}; make it first: grid -- create CODE --name NAME --community NAME.`,
          zh: `没有网格“${code}”，请先新建：grid -- create 代码 --name 名称 --community 社区。`,
        });
      return work(await open.within(grid), open);
    }, byOperator(now));

  switch (command) {
    case 'create': {
      const { name, community, subdistrict } = values;
      return create(store, { code, name, community, subdistrict, now }, print);
    }
    case 'county':
      return importCounty(store, code, now, print);
    case 'missing':
      return listMissing(store, print);
    case 'split':
      return split(store, { code, to: rest[0], name: values.name, buildings: values.buildings, now }, print);
    case 'merge':
      return merge(store, { code, to: rest[0], renumber: values.renumber, now }, print);
    case 'roster':
      return rosterCommand(
        within,
        { file: rest[0], preview: values.preview, undo: values.undo, out: values.out },
        print,
      );
    case 'role':
      return role(within, { userid: rest[0], role: rest[1], building: values.building, end: values.end, now }, print);
    case 'bind':
      return bind(within, { code, chatId: rest[0], now }, print);
    case 'code':
      return makeCode(within, print);
    case 'webhook':
      return webhook(within, { code, webhookKey: rest[0] ?? '', now }, print);
    case 'account':
      return account(within, { code, holder: rest[0] ?? '', tail: rest[1] ?? '', now }, print);
    case 'rules':
      return rules(within, { file: rest[0], silence: values.silence, recordMode: values['record-mode'], now }, print);
    case 'poll':
      return poll(within, Number(rest[0]), print);
    case 'paper':
      return within(unit => printPaper(unit, { folder: rest[0] ?? '', now }, print));
    case 'precedents':
      return exportPrecedents(store, code, print);
    case 'learn':
      return learnPrecedents(store, { file: code, code: rest[0] ?? '', now }, print);
    case 'contest':
      return print(JSON.stringify(await contestExport(store, code), null, 1));
    case 'show':
      return within(unit => show(unit, print, now));
    default:
      throw new Unusable({
        en: `There is no command ${JSON.stringify(command)}; see grid -- --help.`,
        zh: `没有“${command}”这个命令，请看 grid -- --help。`,
      });
  }
}

/** Help needs no record. */
function asksHelp(argv: readonly string[]): boolean {
  return argv.length === 0 || argv.includes('--help');
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        community: { type: 'string' },
        subdistrict: { type: 'string' },
        building: { type: 'string' },
        end: { type: 'boolean' },
        buildings: { type: 'string' },
        renumber: { type: 'string' },
        silence: { type: 'string' },
        'record-mode': { type: 'string' },
        preview: { type: 'boolean' },
        undo: { type: 'boolean' },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Unusable({
      en: `${error instanceof Error ? error.message : String(error)} See grid -- --help.`,
      zh: `命令写得不对（${error instanceof Error ? error.message : String(error)}），请看 grid -- --help。`,
    });
  }
}

async function create(
  store: Store,
  {
    code,
    name,
    community,
    subdistrict,
    now,
  }: Readonly<Record<'name' | 'community' | 'subdistrict', string | undefined>> & { code: string; now: Date },
  print: Print,
): Promise<void> {
  if (!/^[a-z0-9-]{1,40}$/.test(code))
    throw new Unusable({
      en: `CODE ${JSON.stringify(code)} is not usable; it is 1 to 40 lower-case letters, digits and "-".`,
      zh: `代码“${code}”不能用，要写成1到40位小写字母、数字或“-”。`,
    });
  if (!name || !community)
    throw new Unusable({
      en: 'create needs both names: grid -- create CODE --name NAME --community NAME.',
      zh: '名称和社区都要写：grid -- create 代码 --name 名称 --community 社区。',
    });
  const unit = await store.inUnit(open =>
    createGrid(open, { code, name, community, subdistrict: subdistrict ?? null, now, boardSince: now }),
  );
  if (!unit)
    throw new Unusable({
      en: `The grid ${code} exists already; see grid -- show ${code}.`,
      zh: `网格${code}已经有了，请看 grid -- show ${code}。`,
    });
  print({
    en: `The grid ${code} is made. Next: grid -- roster ${code} FILE.`,
    zh: `网格${code}建好了。下一步：grid -- roster ${code} 文件。`,
  });
}

type Within = <T>(work: (unit: Unit, open: OpenUnit) => Promise<T>) => Promise<T>;

async function role(
  within: Within,
  given: Readonly<Record<'userid' | 'role' | 'building', string | undefined>> & { end: boolean | undefined; now: Date },
  print: Print,
): Promise<void> {
  const { userid } = given;
  if (!userid || !given.role)
    throw new Unusable({
      en: 'role needs a user and a role: grid -- role CODE USERID ROLE.',
      zh: '请写账号和角色：grid -- role 代码 账号 角色。',
    });
  const id = roleCalled(given.role);
  if (!id)
    throw new Unusable({
      en: `There is no role ${JSON.stringify(given.role)}; there are ${Object.keys(roles).join(', ')}.`,
      zh: `没有“${given.role}”这个角色，有：${Object.values(roles).join('、')}。`,
    });
  const building = given.building === undefined ? null : buildingLabel(given.building);
  if (given.building !== undefined && building === null)
    throw new Unusable({
      en: '--building is the name of a building, such as --building 3 or --building A.',
      zh: '--building 写楼号，例如 --building 3 或 --building A。',
    });
  if (given.end) {
    const ended = await within(unit => endRole(unit, { userid, role: id, building }));
    return print(
      ended
        ? { en: `${userid} is ${id} no more.`, zh: `${userid}不再是${roles[id]}。` }
        : {
            en: `${userid} is no ${id} there; nothing is changed. See grid -- show.`,
            zh: `${userid}没有这个角色（${roles[id]}），没有改动，请看 grid -- show。`,
          },
    );
  }
  const done = await within(unit => giveRole(unit, { userid, role: id, building }));
  print(
    done
      ? { en: `${userid} is now ${id}.`, zh: `${userid}现在是${roles[id]}。` }
      : { en: `${userid} was ${id} already; nothing is changed.`, zh: `${userid}本来就是${roles[id]}，没有改动。` },
  );
}

async function bind(
  within: Within,
  { code, chatId, now }: { code: string; chatId: string | undefined; now: Date },
  print: Print,
): Promise<void> {
  if (!chatId)
    throw new Unusable({
      en: 'bind needs the group: grid -- bind CODE CHATID.',
      zh: '请写群聊ID：grid -- bind 代码 群聊ID。',
    });
  const done = await within((unit, open) => bindByOperator(open, unit, chatId, now));
  if (!done)
    throw new Unusable({
      en: 'That group is bound to a grid already; a group belongs to one grid.',
      zh: '这个群已经绑定了网格，一个群只能属于一个网格。',
    });
  print({ en: `The group is bound to ${code}.`, zh: `群已经绑定到${code}。` });
}

async function makeCode(within: Within, print: Print): Promise<void> {
  const bindCode = String(randomInt(1_000_000)).padStart(6, '0');
  await within(unit => changeGrid(unit, { bindCode }));
  print({
    en: `${bindCode}\nA member with a role types in the group: 绑定网格 ${bindCode}`,
    zh: `${bindCode}\n有职务的成员在群里发送：绑定网格 ${bindCode}`,
  });
}

async function webhook(
  within: Within,
  { code, webhookKey }: { code: string; webhookKey: string; now: Date },
  print: Print,
): Promise<void> {
  if (!/^[\w-]{1,100}$/.test(webhookKey))
    throw new Unusable({
      en: 'webhook needs the key alone, the part after key= in the address: grid -- webhook CODE KEY.',
      zh: '只写地址里key=后面的部分：grid -- webhook 代码 KEY。',
    });
  await within(unit => changeGrid(unit, { webhookKey }));
  print({ en: `The webhook key of ${code} is set.`, zh: `${code}的webhook key已经设好。` });
}

async function account(
  within: Within,
  { code, holder, tail }: { code: string; holder: string; tail: string; now: Date },
  print: Print,
): Promise<void> {
  if (holder.trim() === '' || [...holder].length > 40 || !/^\d{4}$/u.test(tail))
    throw new Unusable({
      en: 'account needs the holder and the last four digits of the number: grid -- account CODE HOLDER 1234.',
      zh: '要户名和账号的最后四位：grid -- account 代码 户名 1234。',
    });
  await within(unit => changeGrid(unit, { accountHolder: holder.trim(), accountTail: tail }));
  print({ en: `The account of ${code} is set.`, zh: `${code}的收款账户已经写好，开始收款时会公示。` });
}

async function poll(within: Within, no: number, print: Print): Promise<void> {
  if (!Number.isSafeInteger(no) || no < 1)
    throw new Unusable({
      en: 'poll needs the number: grid -- poll CODE NO.',
      zh: '请写表决的号：grid -- poll 代码 号。',
    });
  const sheet = await within(unit => exportPoll(unit, no, Math.random));
  if (typeof sheet === 'string') throw new Unusable({ en: sheet, zh: sheet });
  print(JSON.stringify(sheet, null, 2));
}

const policies = ['not_counted', 'deemed_abstain', 'follow_majority'] as const;

async function rules(
  within: Within,
  given: { file: string | undefined; silence: string | undefined; recordMode: string | undefined; now: Date },
  print: Print,
): Promise<void> {
  const silence = policies.find(policy => policy === (given.silence ?? 'not_counted'));
  if (!silence)
    throw new Unusable({
      en: `--silence is one of ${policies.join(', ')}.`,
      zh: `--silence 只能是${policies.join('、')}。`,
    });
  const modes = Object.keys(recordModes) as RecordMode[];
  const recordMode = modes.find(mode => mode === (given.recordMode ?? 'chat_plus_paper'));
  if (!recordMode)
    throw new Unusable({
      en: `--record-mode is one of ${modes.join(', ')}.`,
      zh: `--record-mode 只能是${modes.join('、')}。`,
    });
  const text = given.file ? textOf(given.file) : '';
  if ([...text].length < 10)
    throw new Unusable({
      en: 'rules needs the adopted article as a text file of ten characters or more: grid -- rules CODE FILE.',
      zh: '请给通过的条文，十个字以上的文本文件：grid -- rules 代码 文件。',
    });
  await within(unit => adoptRules(unit, { silence, recordMode, text }));
  print({
    en: `Owners' votes opened from now on: silence ${silence}, ballots ${recordMode}.`,
    zh: `今后的业主表决：未表态票${silence}，记录方式${recordMode}。`,
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Unusable({
      en: `The file ${file} cannot be read; give the path of a text file.`,
      zh: `文件${file}读不了，请写一个文本文件的路径。`,
    });
  }
}

async function show(unit: Unit, print: Print, now: Date): Promise<void> {
  const { code, name, community, subdistrict, webhookKey, closedAt } = unit.grid;
  const members = await unit.members.all();
  print([code, name, community, subdistrict, closedAt && 'closed'].filter(Boolean).join('  '));
  const households = await unit.members.householdCount();
  const bound = members.filter(({ householdId }) => householdId !== null).length;
  print({
    en: `households ${households}, members ${members.length}, bound ${bound}`,
    zh: `住户${households}户，成员${members.length}人，已绑定${bound}人`,
  });
  for (const held of await unit.members.roles())
    print({
      en: `${held.role}  ${held.userid}${held.building === null ? '' : `  building ${held.building}`}`,
      zh: `${roles[held.role as RoleId]}  ${held.userid}${held.building === null ? '' : `  ${buildingWords(held.building)}`}`,
    });
  const chatId = await unit.members.chatId();
  print({
    en: `group ${chatId ?? 'not bound'}, webhook ${webhookKey === null ? 'not set' : 'set'}`,
    zh: `群${chatId ?? '没有绑定'}，webhook${webhookKey === null ? '没有设' : '已设'}`,
  });
  const year = yearUnknown(now);
  if (year !== null) print(unknownWords(year));
}

export async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (asksHelp(argv)) return printLine(usage[tongueOf(process.env)]);
  const means = { now: new Date(), print: printLine, tongue: tongueOf(process.env) };
  const makes = argv[0] === 'create' || argv[0] === 'county';
  await onRecord(makes ? 'makes' : 'needs', async store => (await runGrid(store, argv, means)) === 0);
}
