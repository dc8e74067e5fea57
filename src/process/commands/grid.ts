import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ormconfig } from '../../../ormconfig.js';
import { roles, isRole } from '../../domain/permissions.js';
import { type RecordMode, recordModes } from '../../domain/ballot/record-mode.js';
import { buildingLabel } from '../../domain/label.js';
import { readRoster } from '../../language/tables/roster.js';
import { TableTrouble } from '../../language/tables/trouble.js';
import { adoptRules } from '../../operations/ballot/adopt-rules.js';
import { importRoster } from '../../operations/people/import-roster.js';
import { bindByOperator, changeGrid, createGrid, giveRole } from '../../operations/people/set-up-grid.js';
import { openStore } from '../../store/engine/open.js';
import type { OpenUnit, Store, Unit } from '../../store/engine/unit.js';
import { readTable } from './table-file.js';
import { exportPoll } from '../../publish/poll/export-poll.js';
import { contestExport } from './contest-export.js';
import { importCounty, listMissing, merge, split } from './county-grids.js';
import { printLine } from './print-line.js';
import { Unusable } from './unusable.js';

export const usage = `npm run --silent grid -- COMMAND
  create CODE --name NAME --community NAME [--subdistrict NAME]
                                             a grid; CODE is lower-case letters, digits and "-"
  county FILE.xlsx                           all grids of a county from one workbook: the sheets 网格, 住户 and 角色;
                                             the same file twice changes nothing; ends with the list of what is missing
  missing                                    which grids lack what: roster, secretary, group, webhook, key project …
  split CODE NEWCODE --name NAME --buildings 3,4
                                             cuts buildings off into a new grid; what they decided and paid stays
  merge CODE INTO [--renumber 1=11,2=12]     joins a grid to another and closes it; its board can still be read
  roster CODE FILE                           imports households from CSV or XLSX
  role CODE USERID ROLE [--building N]       gives a WeCom user a role
  bind CODE CHATID                           binds a group chat to the grid
  code CODE                                  prints a one-time code; a member with a role types 绑定网格 123456 in the group
  webhook CODE KEY                           the 消息推送 webhook key of the grid's group
  rules CODE FILE [--silence POLICY] [--record-mode MODE]
                                             what the owners' assembly has adopted about silent votes (not_counted,
                                             deemed_abstain, follow_majority) and ballots of record (chat_plus_paper,
                                             paper_of_record); FILE is the adopted article as plain text
  poll CODE NO                               prints the count sheet of a closed poll, for npm run --silent recount
  contest EDITION                            prints a contest's whole file, for npm run --silent contest
  show CODE                                  the grid, its roster counts, roles, bindings
Roles: ${Object.keys(roles).join(', ')}`;

/** Runs one of the operator's commands; the exit status is 0 when it was done, 1 when it could not be. */
export async function runGrid(
  store: Store,
  argv: readonly string[],
  { now, print }: { now: Date; print: (line: string) => void },
): Promise<0 | 1> {
  try {
    await run(store, argv, now, print);
    return 0;
  } catch (error) {
    if (!(error instanceof Unusable) && !(error instanceof TableTrouble)) throw error;
    print(error.message);
    return 1;
  }
}

async function run(store: Store, argv: readonly string[], now: Date, print: (line: string) => void): Promise<void> {
  const { values, positionals } = parsed(argv);
  const [command, code = '', ...rest] = positionals;
  if (values.help || command === undefined) return print(usage);
  const within = <T>(work: (unit: Unit, open: OpenUnit) => Promise<T>): Promise<T> =>
    store.inUnit(async open => {
      const grid = await open.grids.byCode(code);
      if (!grid)
        throw new Unusable(
          `There is no grid ${JSON.stringify(code)}; make it first: grid -- create CODE --name NAME --community NAME.`,
        );
      return work(await open.within(grid), open);
    });

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
      return roster(within, rest[0], now, print);
    case 'role':
      return role(within, { userid: rest[0], role: rest[1], building: values.building, now }, print);
    case 'bind': {
      const chatId = rest[0];
      if (!chatId) throw new Unusable('bind needs the group: grid -- bind CODE CHATID.');
      const done = await within((unit, open) => bindByOperator(open, unit, chatId, now));
      if (!done) throw new Unusable('That group is bound to a grid already; a group belongs to one grid.');
      return print(`The group is bound to ${code}.`);
    }
    case 'code': {
      const bindCode = String(randomInt(1_000_000)).padStart(6, '0');
      await within(unit => changeGrid(unit, { bindCode }, now));
      return print(`${bindCode}\nA member with a role types in the group: 绑定网格 ${bindCode}`);
    }
    case 'webhook': {
      const webhookKey = rest[0] ?? '';
      if (!/^[\w-]{1,100}$/.test(webhookKey))
        throw new Unusable(
          'webhook needs the key alone, the part after key= in the address: grid -- webhook CODE KEY.',
        );
      await within(unit => changeGrid(unit, { webhookKey }, now));
      return print(`The webhook key of ${code} is set.`);
    }
    case 'rules':
      return rules(within, { file: rest[0], silence: values.silence, recordMode: values['record-mode'], now }, print);
    case 'poll': {
      const no = Number(rest[0]);
      if (!Number.isSafeInteger(no) || no < 1) throw new Unusable('poll needs the number: grid -- poll CODE NO.');
      const sheet = await within(unit => exportPoll(unit, no, Math.random));
      if (typeof sheet === 'string') throw new Unusable(sheet);
      return print(JSON.stringify(sheet, null, 2));
    }
    case 'contest':
      return print(JSON.stringify(await contestExport(store, code), null, 1));
    case 'show':
      return within(unit => show(unit, print));
    default:
      throw new Unusable(`There is no command ${JSON.stringify(command)}; see grid -- --help.`);
  }
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
        buildings: { type: 'string' },
        renumber: { type: 'string' },
        silence: { type: 'string' },
        'record-mode': { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : String(error)} See grid -- --help.`);
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
  print: (line: string) => void,
): Promise<void> {
  if (!/^[a-z0-9-]{1,40}$/.test(code))
    throw new Unusable(`CODE ${JSON.stringify(code)} is not usable; it is 1 to 40 lower-case letters, digits and "-".`);
  if (!name || !community)
    throw new Unusable('create needs both names: grid -- create CODE --name NAME --community NAME.');
  const unit = await store.inUnit(open =>
    createGrid(open, { code, name, community, subdistrict: subdistrict ?? null, now, boardSince: now }),
  );
  if (!unit) throw new Unusable(`The grid ${code} exists already; see grid -- show ${code}.`);
  print(`The grid ${code} is made. Next: grid -- roster ${code} FILE.`);
}

type Within = <T>(work: (unit: Unit, open: OpenUnit) => Promise<T>) => Promise<T>;

async function roster(
  within: Within,
  file: string | undefined,
  now: Date,
  print: (line: string) => void,
): Promise<void> {
  if (!file) throw new Unusable('roster needs a file: grid -- roster CODE FILE.');
  await within(async () => undefined);
  const read = readRoster(await readTable(file));
  const { added, changed, unchanged } = await within(unit => importRoster(unit, read.rows, now));
  print(`added ${added}, changed ${changed}, unchanged ${unchanged}, refused ${read.refused.length}`);
  for (const { sheet, row, reason } of read.refused) print(`${sheet === '' ? '' : `${sheet} `}row ${row}: ${reason}`);
  for (const note of read.notes) print(note);
}

async function role(
  within: Within,
  given: { userid: string | undefined; role: string | undefined; building: string | undefined; now: Date },
  print: (line: string) => void,
): Promise<void> {
  const { userid, now } = given;
  if (!userid || !given.role) throw new Unusable('role needs a user and a role: grid -- role CODE USERID ROLE.');
  const id = given.role;
  if (!isRole(id))
    throw new Unusable(`There is no role ${JSON.stringify(id)}; there are ${Object.keys(roles).join(', ')}.`);
  const building = given.building === undefined ? null : buildingLabel(given.building);
  if (given.building !== undefined && building === null)
    throw new Unusable('--building is the name of a building, such as --building 3 or --building A.');
  const done = await within(unit => giveRole(unit, { userid, role: id, building, now }));
  print(done ? `${userid} is now ${id}.` : `${userid} was ${id} already; nothing is changed.`);
}

const policies = ['not_counted', 'deemed_abstain', 'follow_majority'] as const;

async function rules(
  within: Within,
  given: { file: string | undefined; silence: string | undefined; recordMode: string | undefined; now: Date },
  print: (line: string) => void,
): Promise<void> {
  const silence = policies.find(policy => policy === (given.silence ?? 'not_counted'));
  if (!silence) throw new Unusable(`--silence is one of ${policies.join(', ')}.`);
  const modes = Object.keys(recordModes) as RecordMode[];
  const recordMode = modes.find(mode => mode === (given.recordMode ?? 'chat_plus_paper'));
  if (!recordMode) throw new Unusable(`--record-mode is one of ${modes.join(', ')}.`);
  const text = given.file ? textOf(given.file) : '';
  if ([...text].length < 10)
    throw new Unusable(
      'rules needs the adopted article as a text file of ten characters or more: grid -- rules CODE FILE.',
    );
  await within(unit => adoptRules(unit, { silence, recordMode, text, now: given.now }));
  print(`Owners' votes opened from now on: silence ${silence}, ballots ${recordMode}.`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Unusable(`The file ${file} cannot be read; give the path of a text file.`);
  }
}

async function show(unit: Unit, print: (line: string) => void): Promise<void> {
  const { code, name, community, subdistrict, webhookKey, closedAt } = unit.grid;
  const members = await unit.members.all();
  print([code, name, community, subdistrict, closedAt && 'closed'].filter(Boolean).join('  '));
  print(
    `households ${await unit.members.householdCount()}, members ${members.length}, bound ${members.filter(({ householdId }) => householdId !== null).length}`,
  );
  for (const held of await unit.members.roles())
    print(`${held.role}  ${held.userid}${held.building === null ? '' : `  building ${held.building}`}`);
  print(`group ${(await unit.members.chatId()) ?? 'not bound'}, webhook ${webhookKey === null ? 'not set' : 'set'}`);
}

export async function main(): Promise<void> {
  const store = await openStore(ormconfig(process.env['DATABASE_URL'] || 'sqlite:data/zhongyi.sqlite'));
  process.exitCode = await runGrid(store, process.argv.slice(2), {
    now: new Date(),
    print: printLine,
  });
  await store.dataSource.destroy();
}
