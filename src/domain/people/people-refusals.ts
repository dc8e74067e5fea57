import type { Place } from '../label.js';

/** What each refusal about who somebody is, an office or the roster tells its wording. */
export interface PeopleRefusals {
  'grid.unbound': object;
  'grid.wrongCode': object;
  'grid.otherBound': { grid: string };
  'member.unbound': object;
  'member.noHousehold': Place;
  'member.whichHousehold': { building: string; candidates: number };
  'member.alreadyBound': { place: string };
  'member.tooManyTries': object;
  'member.confirmsSelf': object;
  'member.notOfHousehold': object;
  'member.objectionLate': { userid: string };
  'member.notAsked': object;
  'member.noCode': object;
  'member.notBound': { userid: string };
  'role.membersOnly': object;
  'roster.private': object;
  'roster.gone': { roster: number };
  'roster.undo': { why: 'none' | 'late' | 'used' | 'own' };
  'identity.twoHomes': object;
  'permission.missing': { deed: string; roles: readonly string[]; people?: readonly string[] };
  'permission.otherBuilding': { building: string };
  'card.none': object;
  'data.none': object;
  'data.hasRole': object;
  'member.unknown': { said: string };
  'member.several': { said: string; count: number };
}
