/** What a month of watching over one project's works came to. Counts only: nobody's name, and nobody who missed a round. */
export interface MonthFigures {
  /** Working days on which somebody was to look, and those on which somebody did. */
  readonly days: number;
  readonly seen: number;
  readonly rounds: number;
  readonly found: number;
  /** Of the faults found or still open in the month: looked at again and closed within it. */
  readonly closed: number;
  /** Not closed when the month was over. */
  readonly open: number;
  /** Times that works were called off by the team, and were to stand by decision. */
  readonly stops: number;
}

/** `应看20个工作日，看了18天，有2天没有人看；巡查19次；查出问题3处，已改好2处，还有1处在改；叫停1次`. */
export function monthFigureWords({ days, seen, rounds, found, closed, open, stops }: MonthFigures): string {
  const missed = days > seen ? `，有${days - seen}天没有人看` : '，天天有人看';
  const faults =
    found + closed + open === 0 ? '没有查出问题' : `新查出问题${found}处，改好${closed}处，月底还有${open}处在改`;
  return `应看${days}个工作日，看了${seen}天${missed}；巡查${rounds}次；${faults}；${stops === 0 ? '没有停工' : `停工${stops}次`}`;
}
