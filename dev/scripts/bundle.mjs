// Puts the bot into a few files, dist/bundle: of the 1,400 files that it is made of, finding, reading and compiling took half of its start.
// What is loaded only when first needed stays apart; workers, commands and packages stay files of their own.
import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const dist = join(dirname(fileURLToPath(import.meta.url)), '../../dist');
const bundle = join(dist, 'bundle');
const registry = join(dist, 'src/process/registry.js');
const found = 'import(pathToFileURL(join(path, file)).href)';

/** Of the packages only this one comes as a hundred small files. */
const isWithin = /^(?:[./]|zod$)/;

/** The registry finds deeds and jobs by their files; here they are in the bundle, under the same names. */
function withDefinitions(code) {
  if (!code.includes(found)) throw new Error(`the registry does not load its files by ${found} any more`);
  const files = ['intents', 'jobs'].flatMap(folder =>
    readdirSync(join(dist, folder), { recursive: true })
      .filter(file => file.endsWith('.js'))
      .toSorted()
      .map(file => `${folder}/${file}`),
  );
  const imports = files.map((file, at) => `import * as definition${at} from '../../${file}';`);
  const names = files.map((file, at) => `'${file}': definition${at}`);
  return [
    ...imports,
    `const inBundle = { ${names.join(', ')} };`,
    code.replace(found, 'inBundle[join(folder, file)]'),
  ].join('\n');
}

const places = {
  name: 'places',
  transform(code, path) {
    if (!path.startsWith(dist)) return null;
    const whole = path === registry ? withDefinitions(code) : code;
    // A file finds others beside itself: it is told where it would stand.
    const own = `new URL('${relative(bundle, path)}', import.meta.url).href`;
    return { code: whole.replaceAll('import.meta.url', own) };
  },
};

const made = await rolldown({
  input: { server: join(dist, 'src/process/server.js') },
  platform: 'node',
  external: name => !isWithin.test(name),
  plugins: [places],
});
await made.write({
  dir: bundle,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  keepNames: true,
  // V8 keeps the text, two bytes a letter, and has no use for these; lines and names stay for the traces in the log.
  comments: { legal: true, annotation: false, jsdoc: false },
});
