/**
 * `npm run audit [-- FILE]`: asks the registry for advisories about what the running program is made of. Where it does not serve them, npm asks a
 * stand-in on this machine that answers from a file instead: by default dev/scripts/advisories.json, which is as old as it says and knows
 * no more than it holds. The file is what the registry answers (`{ "package": [{ id, url, title, severity, vulnerable_versions }] }`), so
 * that one may be fetched elsewhere and brought along.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What `npm audit` finds, asked at that registry or at its own; null where it gets no answer. */
export function auditAt(registry, folder = root) {
  const own = registry === null ? [] : [`--registry=${registry}`];
  return new Promise(resolve => {
    execFile('npm', ['audit', '--omit=dev', '--json', ...own], { cwd: folder, maxBuffer: 1e8 }, (_, out) =>
      resolve(foundIn(out)),
    );
  });
}

function foundIn(out) {
  try {
    const { metadata, vulnerabilities } = JSON.parse(out);
    return metadata ? Object.values(vulnerabilities) : null;
  } catch {
    return null;
  }
}

/** What `npm audit` finds when it is answered from advisories in a file. */
export async function auditBy(advisories, folder = root) {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', part => parts.push(part));
    request.on('end', () => {
      const name = decodeURIComponent((request.url ?? '').slice(1));
      const versions = Object.entries(packages).flatMap(([path, { version }]) =>
        path.endsWith(`node_modules/${name}`) ? [[version, { name, version }]] : [],
      );
      // npm also asks which versions there are of what it has found: those of the lock file.
      const answer =
        request.method === 'POST' ? asked(parts, advisories) : { name, versions: Object.fromEntries(versions) };
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    return await auditAt(`http://127.0.0.1:${server.address().port}/`, folder);
  } finally {
    server.close();
  }
}

/** The advisories about the packages that npm asks for; npm itself holds their versions against them. */
function asked(parts, advisories) {
  const bytes = Buffer.concat(parts);
  const body = JSON.parse((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'));
  return Object.fromEntries(Object.entries(advisories).filter(([name]) => Object.hasOwn(body, name)));
}

async function main() {
  const [file] = process.argv.slice(2);
  const path = file ?? join(root, 'dev', 'scripts', 'advisories.json');
  const { date = 'undated', advisories } = { advisories: {}, ...JSON.parse(readFileSync(path, 'utf8')) };
  const fresh = file === undefined ? await auditAt(null) : null;
  const found = fresh ?? (await auditBy(advisories));
  if (found === null) throw new Error('npm audit gave no answer');
  const source = fresh ? 'the registry' : `${path} (${date}), which knows ${Object.keys(advisories).length} packages`;
  process.stdout.write(`Asked ${source}: ${found.length} found\n`);
  for (const { name, severity, range } of found) process.stdout.write(`  ${severity}  ${name} ${range}\n`);
  if (found.length > 0) process.exitCode = 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
