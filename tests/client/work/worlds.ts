/** Small worlds for the selectors of the working screens. */
import {
  emptyWorld,
  type Charge,
  type Conference,
  type Interview,
  type OperationState,
  type PersonState,
  type World,
} from '../../../shared/exercise/world.ts';

export const world = (parts: Partial<World>): World => ({ ...emptyWorld(), ...parts });

export const person = (knownBy: string[], parts: Partial<PersonState> = {}): PersonState => ({
  known: Object.fromEntries(knownBy.map((role) => [role, { named: true, at: 0 }])),
  indicators: {},
  screenings: [],
  referrals: [],
  consents: [],
  ...parts,
});

export const interview = (parts: Partial<Interview> = {}): Interview => ({
  script: 'nyota-first',
  person: 'nyota',
  kind: 'first-questions',
  by: 'police',
  place: 'station',
  briefed: false,
  recorded: false,
  lead: 's1',
  state: 'planned',
  engaged: [],
  closed: [],
  offered: [],
  suggested: [],
  shown: [],
  breaks: 0,
  turns: [],
  startedAt: 0,
  ...parts,
});

export const conference = (parts: Partial<Conference> = {}): Conference => ({
  by: 'police',
  with: ['prosecutor', 'child-protection'],
  joined: [],
  agenda: [],
  statements: [],
  actions: [],
  state: 'open',
  at: 0,
  ...parts,
});

export const operation = (parts: Partial<OperationState> = {}): OperationState => ({
  openedAt: 0,
  sections: {},
  standby: {},
  approvedBy: [],
  state: 'drafting',
  ...parts,
});

export const charge = (parts: Partial<Charge> = {}): Charge => ({
  person: 'coach',
  offence: 'trafficking',
  act: [],
  means: [],
  purposeItems: [],
  child: false,
  nonPunishment: 'not-checked',
  remedies: [],
  state: 'draft',
  ...parts,
});

export const item = (
  role: string,
  at: number,
  assessed: World['items'][string]['assessed'] = {},
): World['items'][string] => ({
  known: { [role]: { parts: [], how: 'found', by: role, at } },
  custody: [],
  assessed,
  board: {},
});
