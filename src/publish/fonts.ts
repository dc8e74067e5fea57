import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const find = createRequire(import.meta.url).resolve;

/**
 * A weight of Noto Sans SC (SIL Open Font License): posters and pictures need no font of the system. The build puts the weights that are named here
 * beside what it compiles (`dev/scripts/fonts.mjs`), so that the running program does without the package, which has seven more.
 */
function weight(name: string): string {
  const built = fileURLToPath(new URL(`../../fonts/${name}.ttf`, import.meta.url));
  if (existsSync(built)) return built;
  return find(`@expo-google-fonts/noto-sans-sc/${name.replace('NotoSansSC_', '')}/${name}.ttf`);
}

export const fontFiles = { regular: weight('NotoSansSC_400Regular'), bold: weight('NotoSansSC_700Bold') } as const;
