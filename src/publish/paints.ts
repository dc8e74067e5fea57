/** The colours of the house: of the board by day, the wall, sheets and pictures. */
export const paints = {
  ground: '#fbfaf7',
  card: '#ffffff',
  ink: '#1d1b18',
  soft: '#57524a',
  line: '#d9d3c7',
  track: '#e9e3d8',
  accent: '#a3231b',
  green: '#1e6b35',
  yellow: '#7a5200',
  red: '#b01818',
  blue: '#1d4f91',
  grey: '#57524a',
  stopped: '#57524a',
} as const;

/** The paints of shares, told apart without hue by their order, and always with words beside them. */
export const sharePaints = ['#a3231b', '#1d4f91', '#1e6b35', '#8a5a00', '#6b3fa0', '#57524a'] as const;

/** The fonts of a page, Chinese first. */
export const pageFonts =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';
