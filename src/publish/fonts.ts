import { createRequire } from 'node:module';

const find = createRequire(import.meta.url).resolve;

/** Noto Sans SC (SIL Open Font License), as packaged: posters and pictures need no font of the system. */
export const fontFiles = {
  regular: find('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: find('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
} as const;
