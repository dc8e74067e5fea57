#!/usr/bin/env node
// Proves a project's dossier (项目档案) without the bot, without a database and without the network: one file, no dependencies.
//
//   node verify-dossier.mjs DOSSIER.zip [--digest DIGEST] [--head DIGEST]
//
// --digest  what the bot said when it made the dossier: the SHA-256 of manifest.json, or its first 16 characters or more.
// --head    the end of the record's chain as the notice board or a report printed it at that time.
//
// It ends with status 1 at the first thing that does not hold, and names the file or the line. The canonical encoding that
// digests are taken over is told in the README: JSON without white space, keys sorted by UTF-16 code units, nulls left out.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const beginning = '0'.repeat(64);

class Broken extends Error {}

function main() {
  const [path, ...rest] = process.argv.slice(2);
  const option = name => (rest.includes(name) ? (rest[rest.indexOf(name) + 1] ?? '') : undefined);
  if (!path) throw new Broken('用法：node verify-dossier.mjs 档案.zip [--digest 摘要] [--head 链尾摘要]');
  const files = unzipped(readFileSync(path));
  const say = words => process.stdout.write(`通过    ${words}\n`);
  const manifest = checkFiles(files, option('--digest'), say);
  const entries = checkLedger(files, say);
  checkBalances(files, entries, say);
  checkJournal(files, manifest, option('--head'), say);
  checkPictures(files, say);
  checkPolls(files, say);
  checkRules(files, entries, say);
  say(`${manifest.project.no}号项目“${manifest.project.title}”的档案完整，${manifest.madeAt}导出`);
}

/** Every file that the manifest lists is there as it was, and no other. */
function checkFiles(files, digest, say) {
  const bytes = files.get('manifest.json');
  if (!bytes) throw new Broken('manifest.json：档案里没有目录文件');
  const own = sha256(bytes);
  if (digest !== undefined && (!/^[0-9a-f]{16,64}$/.test(digest) || !own.startsWith(digest)))
    throw new Broken(`manifest.json：摘要是${own}，不是您给的${digest}，这不是当时导出的那份档案`);
  const manifest = JSON.parse(text(bytes));
  if (!['zhongyi-dossier-1', 'zhongyi-dossier-2'].includes(manifest.format))
    throw new Broken('manifest.json：不认识的档案格式');
  for (const [name, { bytes: length, sha256: expected }] of Object.entries(manifest.files)) {
    const file = files.get(name);
    if (!file) throw new Broken(`${name}：目录里有，档案里没有`);
    if (file.length !== length || sha256(file) !== expected)
      throw new Broken(`${name}：内容和目录里的摘要不符，被改动过`);
  }
  for (const name of files.keys())
    if (name !== 'manifest.json' && !(name in manifest.files)) throw new Broken(`${name}：目录里没有的文件`);
  say(`文件：${Object.keys(manifest.files).length}个，摘要全部相符；目录的摘要是${own}`);
  return manifest;
}

/** The project's entries are as they were written, each continues the one before, and money only moves. */
function checkLedger(files, say) {
  const shown = [];
  let count = 0;
  let previous;
  for (const [index, entry] of jsonLines(files, '08-ledger.jsonl').entries()) {
    const where = `08-ledger.jsonl第${index + 1}行`;
    if ((entry.link ?? entry.no) !== index + 1) throw new Broken(`${where}：凭证号不连续`);
    count += 1;
    // Entries from before the chain carry no digest.
    if (entry.digest === undefined && previous === undefined) {
      if (entry.postings) shown.push({ ...entry, where });
      continue;
    }
    if (entry.previous !== (previous ?? beginning)) throw new Broken(`${where}：没有接上前一笔`);
    previous = entry.digest;
    if (entry.link !== undefined) continue;
    const { digest, ...sealed } = entry;
    if (sha256(canonical(sealed)) !== digest) throw new Broken(`${where}：凭证${entry.no}被改动过`);
    shown.push({ ...entry, where });
  }
  say(`分录：本项目${shown.length}笔逐笔相符，全网格${count}笔链条不断`);
  return shown;
}

/** The balances are the sums of the postings, and no account of money was ever below zero. */
function checkBalances(files, entries, say) {
  const sums = new Map();
  let total = 0;
  // An expense stands under its line of the budget, spent/材料, and with all others in spent.
  // Residents' money stands as sums alone, so that nobody can tell whose it is; those come first.
  const residents = files.has('08-residents.json') ? json(files, '08-residents.json') : null;
  const sheet = residents ? [{ postings: residents, where: '08-residents.json' }, ...entries] : entries;
  const moved = account => (account.startsWith('spent/') ? [account, 'spent'] : [account]);
  const neverNegative = /^(?:(?:cash|received|retained|spent|passed)\/|(?:promised|spent|refunded|unclaimed)$)/;
  for (const { postings, where } of sheet) {
    for (const { from, to, amountFen } of postings) {
      if (!Number.isSafeInteger(amountFen) || amountFen <= 0) throw new Broken(`${where}：金额${amountFen}分不对`);
      for (const account of moved(from)) sums.set(account, (sums.get(account) ?? 0) - amountFen);
      for (const account of moved(to)) sums.set(account, (sums.get(account) ?? 0) + amountFen);
      for (const account of [...moved(from), ...moved(to)])
        if (!residents && neverNegative.test(account) && sums.get(account) < 0)
          throw new Broken(`${where}：账户${account}成了负数`);
    }
  }
  for (const [account, fen] of sums) {
    if (neverNegative.test(account) && fen < 0) throw new Broken(`08-balances.json：账户${account}成了负数`);
    if (!account.startsWith('spent/')) total += fen;
  }
  const balances = json(files, '08-balances.json');
  for (const account of new Set([...Object.keys(balances), ...sums.keys()]))
    if ((balances[account] ?? 0) !== (sums.get(account) ?? 0))
      throw new Broken(
        `08-balances.json：账户${account}写的是${balances[account] ?? 0}分，分录合计${sums.get(account) ?? 0}分`,
      );
  if (total !== 0) throw new Broken(`08-balances.json：借贷不平，差${total}分`);
  say(`余额：${sums.size}个账户等于分录合计，借贷相平`);
}

/** The lines about the project are as they were written, the chain has no gap, and it ends where the manifest says. */
function checkJournal(files, manifest, head, say) {
  let previous = beginning;
  let own = 0;
  let isHeadSeen = head === undefined;
  const lines = jsonLines(files, 'journal.jsonl');
  for (const [index, line] of lines.entries()) {
    const where = `journal.jsonl第${index + 1}行`;
    if ((line.link ?? line.seq) !== index + 1) throw new Broken(`${where}：序号不连续`);
    if (line.previous !== previous) throw new Broken(`${where}：没有接上前一行`);
    previous = line.digest;
    if (head !== undefined && /^[0-9a-f]{16,64}$/.test(head) && line.digest.startsWith(head)) isHeadSeen = true;
    if (line.link !== undefined) continue;
    const { digest, ...sealed } = line;
    if (sha256(canonical(sealed)) !== digest) throw new Broken(`${where}：被改动过`);
    own += 1;
  }
  if (manifest.head && (manifest.head.digest !== previous || manifest.head.seq !== lines.length))
    throw new Broken('journal.jsonl：链尾和目录里写的不一样');
  if (!isHeadSeen) throw new Broken(`journal.jsonl：链上没有您给的${head}，记录被重写过，或者它是导出以后才有的`);
  say(`记录：关于本项目的${own}行逐行相符，全网格${lines.length}行链条不断，链尾${previous}`);
}

/** A picture is named by its digest. */
function checkPictures(files, say) {
  let count = 0;
  for (const [name, bytes] of files) {
    const [, digest] = /^pictures\/([0-9a-f]{64})\./.exec(name) ?? [];
    if (digest === undefined) continue;
    if (sha256(bytes) !== digest) throw new Broken(`${name}：不是登记时的那张照片`);
    count += 1;
  }
  say(`照片和凭证：${count}张，都是登记时的原件`);
}

/** Each poll counted again from its sheet, in whole numbers, by the shares of its rule. */
function checkPolls(files, say) {
  for (const name of [...files.keys()].filter(file => file.startsWith('06-polls/'))) {
    const sheet = json(files, name);
    if (sheet.noSheet !== undefined) {
      say(`${name}：没有计票单（${sheet.noSheet}）`);
      continue;
    }
    if (sheet.result.passed === undefined || sheet.silence !== 'not_counted') {
      say(`${name}：选项表决或沉默计票，请用npm run recount重新计票`);
      continue;
    }
    const { quorum, passed } = recount(sheet, name);
    if (quorum !== sheet.result.quorum || passed !== sheet.result.passed)
      throw new Broken(`${name}：按规则重新计票，${passed ? '通过' : '未通过'}，和公布的结果不一样`);
    say(`${name}：按“${sheet.rule.said}”重新计票，${passed ? '通过' : '未通过'}，和公布的一样`);
  }
}

/** Owners by the sums of their areas, which the sheet tells instead of each one's (format 2). */
function recountBySums({ voters, ballots, rule, areas, withSilent, result }) {
  const took = ballots.filter(({ choice }) => choice !== 'conflict').length;
  const agree = ballots.filter(({ choice }) => choice === 'agree').length;
  const decides = withSilent ?? { voted: took, agree, areaTook: areas.took, areaAgree: areas.agree };
  const both = (heads, area, share) => !share || (reaches(...heads, share) && (!area || reaches(...area, share)));
  const quorum = both([decides.voted, voters.length], [decides.areaTook, areas.whole], rule.quorum);
  const area = decides.areaAgree === undefined ? null : [decides.areaAgree, decides.areaTook];
  const byHeads = quorum && both([decides.agree, decides.voted], area, rule.pass);
  // Where the area of those who agree is not told, it may still have been too little.
  return { quorum, passed: !area && byHeads ? result.passed : byHeads };
}

/** The rules between the deeds (docs/payments.md): nothing is open when accounts are final, no money is left when a project is archived. */
function checkRules(files, entries, say) {
  const { state } = json(files, '01-issue.json');
  const isFinal = state === 'settlement_published' || state === 'closed';
  for (const { no, state: at, amountFen, photo, released, entryNo } of json(files, '11-spending.json')) {
    const where = `11-spending.json：支出申请${no}`;
    if (isFinal && at !== 'paid' && at !== 'refused') throw new Broken(`${where}还没有付清或退回，就公布了决算`);
    if (at !== 'paid') continue;
    const payment = entries.find(entry => entry.no === entryNo);
    const paidFen = (payment?.postings ?? []).reduce((sum, posting) => sum + posting.amountFen, 0);
    if (paidFen !== amountFen) throw new Broken(`${where}批准的是${amountFen}分，付的是${paidFen}分`);
    // Dossiers of earlier versions do not tell what was released; their pictures are nulls that were left out.
    if (!photo && released === false) throw new Broken(`${where}没有凭据，也没有公开说明`);
  }
  for (const [account, fen] of Object.entries(json(files, '08-balances.json')))
    if (state === 'closed' && /^(?:cash|received|retained)\//.test(account) && fen !== 0)
      throw new Broken(`08-balances.json：项目已归档，账户${account}还有${fen}分`);
  const finished = isFinal || state === 'accepted' || state === 'completed_pending_acceptance';
  for (const { name, doneAt } of json(files, '04-plan.json').milestones ?? [])
    if (finished && !doneAt) throw new Broken(`04-plan.json：已完工，节点“${name}”没有完成`);
  say('规则：付的就是批准的，决算时没有未了的事，归档时账上没有余款，完工时节点都完成');
}

function recount(sheet, name) {
  const { voters, ballots, rule } = sheet;
  const areas = new Map(voters.map(({ voter, areaCentiM2 }) => [voter, areaCentiM2]));
  if (areas.size !== voters.length) throw new Broken(`${name}：有人在名册里出现两次`);
  if (new Set(ballots.map(({ voter }) => voter)).size !== ballots.length) throw new Broken(`${name}：有人投了两票`);
  if (sheet.areas) return recountBySums(sheet);
  const byArea = voters.some(({ areaCentiM2 }) => areaCentiM2 !== undefined);
  const weights = choices => {
    const counted = ballots.filter(({ choice }) => choices.includes(choice));
    for (const { voter } of counted) if (!areas.has(voter)) throw new Broken(`${name}：${voter}不在名册里`);
    return { heads: counted.length, area: counted.reduce((sum, { voter }) => sum + (areas.get(voter) ?? 0), 0) };
  };
  const whole = { heads: voters.length, area: voters.reduce((sum, { areaCentiM2 }) => sum + (areaCentiM2 ?? 0), 0) };
  const took = weights(['agree', 'disagree', 'abstain']);
  const agree = weights(['agree']);
  const both = (part, of, share) =>
    !share || (reaches(part.heads, of.heads, share) && (!byArea || reaches(part.area, of.area, share)));
  const quorum = whole.heads > 0 && both(took, whole, rule.quorum);
  return { quorum, passed: quorum && both(agree, took, rule.pass) };
}

function reaches(part, whole, share) {
  return share.more === 'at least' ? share.of * part >= share.part * whole : share.of * part > share.part * whole;
}

/** The files of a ZIP: its central directory, each file stored or deflated. */
function unzipped(zip) {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== 0x06054b50) end -= 1;
  if (end < 0) throw new Broken('这个文件不是档案（ZIP），或者没有下载完整');
  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Broken('档案的目录损坏了');
    const [method, size, nameLength] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
    ];
    const name = text(zip.subarray(at + 46, at + 46 + nameLength));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    if (files.has(name)) throw new Broken(`${name}：在档案里出现两次`);
    files.set(name, unpacked(zip.subarray(start, start + size), method, name));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function unpacked(packed, method, name) {
  if (method === 0) return packed;
  try {
    return inflateRawSync(packed);
  } catch {
    throw new Broken(`${name}：解不开，内容损坏了`);
  }
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .filter(key => value[key] !== null && value[key] !== undefined)
    .map(key => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}

function jsonLines(files, name) {
  const words = text(fileOf(files, name));
  return words === '' ? [] : words.split('\n').map(line => JSON.parse(line));
}

function json(files, name) {
  return JSON.parse(text(fileOf(files, name)));
}

function fileOf(files, name) {
  const file = files.get(name);
  if (!file) throw new Broken(`${name}：档案里没有这个文件`);
  return file;
}

function text(bytes) {
  return Buffer.from(bytes).toString('utf8');
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

try {
  main();
} catch (error) {
  process.stdout.write(`不通过  ${error instanceof Broken ? error.message : `档案读不出来：${error.message}`}\n`);
  process.exitCode = 1;
}
