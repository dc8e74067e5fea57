import { day, hour } from './days.js';
import type { Life, Verdict } from './model.js';
import { type Deed, type Kind, team, type Who } from './town.js';

const atWork = ['in_progress', 'completed_pending_acceptance', 'rectification'];

type WorksKind = 'progress' | 'reach' | 'accept' | 'find' | 'mend' | 'look' | 'stop' | 'resume' | 'sign';

/** How far the works are, what the team finds, and when they are accepted. */
export const worksRules: Readonly<Record<WorksKind & Kind, (life: Life, deed: Deed) => Verdict>> = {
  progress(life, { n }) {
    if (!['funded', 'in_progress', 'rectification'].includes(life.state)) return 'no works';
    const percent = percentOf(n);
    if (percent < life.percent && life.state !== 'rectification') return 'backwards';
    if (life.stopped) return 'works stand still';
    if (percent === 100 && life.milestones.some(({ doneBy }) => doneBy === null)) return 'a milestone is not reached';
    return () => {
      life.percent = percent;
      if (life.state === 'funded') life.go('in_progress');
      if (percent === 100) life.go('completed_pending_acceptance');
    };
  },
  reach(life, { n, who }) {
    if (!atWork.includes(life.state)) return 'no works';
    if (life.stopped) return 'works stand still';
    const milestone = life.milestones[n % Math.max(1, life.milestones.length)];
    if (!milestone || milestone.doneBy !== null) return 'no such milestone';
    return () => void (milestone.doneBy = who);
  },
  accept(life, { n }) {
    if (!atWork.includes(life.state)) return 'no works';
    const milestone = life.milestones[n % Math.max(1, life.milestones.length)];
    if (!milestone?.doneBy || milestone.accepted) return 'nothing to accept';
    return () => void (milestone.accepted = true);
  },
  find: life =>
    atWork.includes(life.state)
      ? made => void life.findings.push({ no: made.no ?? 0, state: 'open', mender: null })
      : 'no works',
  mend(life, { n, who }) {
    const finding = life.findings[n % Math.max(1, life.findings.length)];
    if (finding?.state !== 'open') return 'nothing to mend';
    return () => void Object.assign(finding, { state: 'mended', mender: who });
  },
  look(life, { n }) {
    const finding = life.findings[n % Math.max(1, life.findings.length)];
    if (finding?.state !== 'mended') return 'nothing to look at';
    return () => void (finding.state = n < 4 ? 'closed' : 'open');
  },
  stop(life, { who }) {
    if (!['funded', 'in_progress', 'rectification'].includes(life.state)) return 'no works';
    if (life.stopped) return 'they stand still already';
    return () => {
      life.stopped = sideOf(who);
      life.stops += 1;
    };
  },
  resume(life, { who }) {
    if (!life.stopped) return 'they go on';
    return life.stopped === sideOf(who) ? () => void (life.stopped = null) : 'the other side stopped them';
  },
  sign(life, { n, who }) {
    if (!['completed_pending_acceptance', 'rectification'].includes(life.state)) return 'not finished';
    const pass = n < 4;
    if (pass && life.state === 'rectification') return 'it is being mended';
    if (pass && life.findings.some(({ state }) => state !== 'closed')) return 'a fault is open';
    if (pass && life.stopped) return 'works stand still';
    if (pass && life.milestones.some(({ doneBy }) => doneBy === null)) return 'a milestone is not reached';
    const own = life.signatures.findLast(one => one.who === who && one.at >= life.stateSince);
    if (own?.pass === pass) return 'signed already';
    return () => {
      life.signatures.push({ who, pass, at: life.now });
      if (life.state !== 'completed_pending_acceptance') return;
      if (!pass && team.includes(who)) return life.go('rectification');
      const passes = team.filter(
        one => life.signatures.findLast(({ who: by, at }) => by === one && at >= life.stateSince)?.pass === true,
      );
      if (passes.length * 3 < team.length * 2) return;
      life.acceptedAt = life.now;
      life.go('accepted');
    };
  },
};

export function percentOf(n: number): number {
  return [0, 30, 60, 100, 100, 100][n] ?? 100;
}

/** How far the clock is moved. */
export function waitOf(n: number): number {
  return [hour, 25 * hour, 25 * hour, 3 * day, 8 * day, 31 * day][n] ?? day;
}

function sideOf(who: Who): 'team' | 'decision' {
  return team.includes(who) ? 'team' : 'decision';
}
