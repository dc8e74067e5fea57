import type { Router } from 'koa-router';
import { plain } from '../domain/plain-text.js';
import { type SignIn, signInPage } from '../publish/people/desk-signin.js';
import type { MemberView } from '../store/people/members.js';
import type { Unit } from '../store/engine/unit.js';
import { type DeskParts, deskReader, deskSeat } from './desk-session.js';
import { show } from './show.js';

/** The sign-in codes of what the reader has called: meetings, and volunteer work. */
export function addSignIn(router: Router, { store, now, oauth, isSecure }: DeskParts): void {
  router.get('/desk/signin', async context => {
    const { grid, member } = deskReader(context);
    const desk = oauth?.deskUrl ?? `${isSecure ? 'https' : 'http'}://${context.host}/desk`;
    const open = await store.inGrid(grid, unit => signInsOf(unit, member, { desk, now: now() }));
    show(context, 200, signInPage(deskSeat(context), open, now()));
  });
}

async function signInsOf(
  unit: Unit,
  { id }: MemberView,
  { desk, now }: { desk: string; now: Date },
): Promise<SignIn[]> {
  const meetings = (await unit.meetings.open()).filter(({ calledById }) => calledById === id);
  const services = (await unit.service.openSessions(now)).filter(({ openedById }) => openedById === id);
  return [
    ...meetings.map(({ no, agenda }) => ({
      title: `${no}号议事会：${plain(agenda, 40)}`,
      until: null,
      url: `${desk}/do/meeting.signin?no=${no}`,
    })),
    ...services.map(({ no, title, code, closesAt }) => ({
      title: `志愿活动${no}：${plain(title, 40)}`,
      until: closesAt,
      url: `${desk}/do/service.checkin?code=${code}`,
      urlOut: `${desk}/do/service.checkout?code=${code}`,
    })),
  ];
}
