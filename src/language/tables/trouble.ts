/** Why a file could not be read as a whole. */
export type TroubleCode =
  | 'empty'
  | 'tooLarge'
  | 'bomb'
  | 'tooLong'
  | 'tooWide'
  | 'locked'
  | 'broken'
  | 'notTable'
  | 'slow'
  | 'noHead'
  | 'noDirection'
  | 'lacks';

interface Details {
  readonly sheet?: string | undefined;
  /** What the file was looked through for: 名册, 流水. */
  readonly kind?: string | undefined;
  readonly names?: string | undefined;
  readonly rows?: number | undefined;
}

type Saying = (details: Details) => { readonly zh: string; readonly en: string };

const sheetZh = (name: string | undefined): string => (name ? `工作表“${name}”` : '这个文件');

/** One sentence each that says what to do next, for residents in Chinese and for operators of other tongues. */
const sayings: Readonly<Record<TroubleCode, Saying>> = {
  empty: () => ({
    zh: '这个文件是空的，请重新导出一次再发。',
    en: 'The file is empty; export it once more.',
  }),
  tooLarge: () => ({
    zh: '这个文件超过5MB，请按月或按楼分开导出再发。',
    en: 'The file is larger than 5 MB; export it in parts, by month or by building.',
  }),
  bomb: () => ({
    zh: '这个文件解开后超过50MB，没有读。请另存为新的xlsx再发。',
    en: 'The file unpacks to more than 50 MB and was not read; save it as a new XLSX.',
  }),
  tooLong: ({ sheet, rows = 100_000 }) => ({
    zh: `${sheetZh(sheet)}超过${rows}行，没有读。请分成几个文件再发。`,
    en: `The file has more than ${rows} rows and was not read; cut it into several files.`,
  }),
  tooWide: ({ sheet }) => ({
    zh: `${sheetZh(sheet)}超过200列，没有读。请只留要用的列再发。`,
    en: 'The file has more than 200 columns and was not read; keep only those that are needed.',
  }),
  locked: () => ({
    zh: '这个文件有打开密码，请去掉密码另存为xlsx再发。',
    en: 'The file is locked with a password; save it without one as XLSX.',
  }),
  broken: () => ({
    zh: '这个文件打不开，请用WPS或Excel打开后另存为xlsx再发。',
    en: 'The file is no XLSX that can be read; save it once more as XLSX.',
  }),
  notTable: () => ({
    zh: '这个文件不是表格，请发Excel（xlsx、xls）或CSV文件。',
    en: 'The file is neither CSV nor XLSX; save it as one of them and try again.',
  }),
  slow: () => ({
    zh: '这个文件20秒还没读完，没有读。请另存为新的xlsx或CSV，分小一些再发。',
    en: 'The file took longer than 20 seconds and was not read; save it as a smaller XLSX or CSV.',
  }),
  noHead: ({ kind, names }) => ({
    zh: `这个文件前20行里没有找到${kind}的表头（要有${names}）。请把表头写成一行再发。`,
    en: `No header row was found in the first 20 rows; the file lacks the column ${names}. Add it to the header row and try again.`,
  }),
  noDirection: ({ names }) => ({
    zh: `看不出哪些是收入，一笔也没有登记：表头有${names}，没有“收/支”或“收入金额”这样的列。请补上再发。`,
    en: `Nothing says which rows are income: the columns are ${names}; add a column 收/支 or 收入金额.`,
  }),
  lacks: ({ sheet, names }) => ({
    zh: `${sheetZh(sheet)}的表头少了这几列：${names}。请补上再发。`,
    en: `The file lacks the column ${names}; add it to the header row and try again.`,
  }),
};

/** A file that cannot be read. Its message is one sentence that says what to do next. */
export class TableTrouble extends Error {
  override readonly name = 'TableTrouble';
  readonly zh: string;

  constructor(
    readonly code: TroubleCode,
    details: Details = {},
  ) {
    const { zh, en } = sayings[code](details);
    super(en);
    this.zh = zh;
  }
}
