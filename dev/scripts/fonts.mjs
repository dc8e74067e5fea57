// Puts the weights of the font that are drawn with, and its licence, into dist/fonts: the package has nine, 90 MB of them, and only the build needs it.
import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const fonts = join(root, 'dist/fonts');
const source = readFileSync(join(root, 'src/publish/fonts.ts'), 'utf8');
const weights = [...source.matchAll(/weight\('NotoSansSC_(\w+)'\)/gu)].map(([, weight]) => weight);
const wanted = [...weights.map(weight => `${weight}/NotoSansSC_${weight}.ttf`), 'LICENSE_FONT'];

mkdirSync(fonts, { recursive: true });
for (const file of wanted) {
  const from = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${file}`);
  const to = join(fonts, file.slice(file.lastIndexOf('/') + 1));
  // What a running bot reads from is not written again.
  if (statSync(to, { throwIfNoEntry: false })?.size !== statSync(from).size) cpSync(from, to);
}
