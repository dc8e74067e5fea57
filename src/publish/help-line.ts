/** How a deed is explained. */
export interface Help {
  /** What it is called, in the help and on its form. */
  readonly title: string;
  /** Who does it, and when, where the title leaves that open. */
  readonly when?: string;
  /** The one sentence that does it. */
  readonly say: string;
  /** The same in its fixed form, where people say it otherwise. */
  readonly form?: string;
  /** What else there is to know. */
  readonly more?: string;
  /** True where residents may do it and few of them are meant: a list shows it to offices, and it waits for whom it is for. */
  readonly forOffices?: true;
}

/** What stands at the head of its explanation. */
export function helpHead({ title, when }: Help): string {
  return when ?? title;
}

/** `投票，例如“12号同意”；截止前可以改`: all of it in one line. */
export function helpLine(help: Help): string {
  return `${helpHead(help)}，例如“${help.say}”${help.more === undefined ? '' : `；${help.more}`}`;
}
