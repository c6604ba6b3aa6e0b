/** Cards of cases and exercises for lobby and library: nothing of the story beyond the content card. */
import type { Request } from 'express';
import { toString as qrToString } from 'qrcode';
import { type Words, wordsOf } from '../../shared/cards/words.ts';
import { isSimulated } from '../../shared/exercise/simulated.ts';
import type { ExerciseCard, JoinCard, JoinRole, ScenarioCard, TrainerRole } from '../../shared/protocol/api.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { parseDuration } from '../../shared/time.ts';
import { erasureDueAt } from '../personal-data/retention.ts';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import type { LibraryCase } from '../cases/scenario-library.ts';
import { joinAddresses } from '../host/addresses.ts';
import type { HttpServices } from './services.ts';

const MINUTE = 60_000;

/** The requested language if the class has it, else the first of the class. */
export function languageFor({ live }: OpenExercise, requested: string): string {
  const { languages } = live.record;
  return languages.includes(requested) ? requested : (languages[0] ?? live.compiled.scenario.language);
}

/** Throws if the case has errors; callers pass playable cases only. */
function compiledOf({ compiled, id }: LibraryCase): CompiledScenario {
  if (!compiled) throw new Error(`the case ${id} cannot be played`);
  return compiled;
}

/** The texts of a case in a language. */
export const words = (libraryCase: LibraryCase, language: string): Words =>
  wordsOf({ compiled: compiledOf(libraryCase), translations: libraryCase.translations }, language);

export function contentCard(libraryCase: LibraryCase, language: string): JoinCard['contentCard'] {
  const { intensity, children, ...card } = compiledOf(libraryCase).scenario['content-card'];
  const said = words(libraryCase, language);
  const note = said.maybe('content-card', 'note');
  return {
    themes: said.lines('content-card', 'themes'),
    intensity,
    children,
    sexualViolence: card['sexual-violence'],
    ...(note !== undefined && { note }),
  };
}

/** Occupancy of the desks. */
interface DeskFacts {
  taken: (role: string) => number;
  simulated: (role: string) => boolean;
}
const emptyDesks: DeskFacts = { taken: () => 0, simulated: () => false };

/** The current occupancy of an exercise. */
export const deskFacts = ({ live, seating }: OpenExercise): DeskFacts => ({
  taken: (role) => seating.taken(role),
  simulated: (role) => isSimulated(live.world, role),
});

export function joinRoles(
  libraryCase: LibraryCase,
  language: string,
  roles: readonly string[],
  { taken, simulated }: DeskFacts = emptyDesks,
): JoinRole[] {
  const { scenario, law } = compiledOf(libraryCase);
  const said = words(libraryCase, language);
  return roles.flatMap((role) => {
    const { desk, seats, required } = scenario.roles[role] ?? {};
    const agency = desk === undefined ? undefined : law.agencies[desk];
    if (desk === undefined || !agency || !seats) return [];
    const [title, short] = [said.text('law', 'agencies', desk, 'title'), said.text('law', 'agencies', desk, 'short')];
    const facts = { taken: taken(role), max: seats.max, required: required ?? true, simulated: simulated(role) };
    return [{ role, title, short, emblem: agency.emblem, ...facts }];
  });
}

/** Like `joinRoles`, with the author's settings for simulating an empty desk. */
function trainerRoles(...args: Parameters<typeof joinRoles>): TrainerRole[] {
  const { roles } = compiledOf(args[0]).scenario;
  return joinRoles(...args).map((role) => {
    const { allowed, manner } = roles[role.role]?.simulated ?? { allowed: true, manner: 'rule-bound' };
    return { ...role, mayBeSimulated: allowed, manner };
  });
}

/** The addresses at which a class can join, for the trainer who asks. */
export const joinAddressesFor = ({ now }: Pick<HttpServices, 'now'>, request: Request): string[] =>
  joinAddresses(now.addresses(), `${request.protocol}://${request.get('host') ?? ''}`);

export async function exerciseCard(exercise: OpenExercise, addresses: readonly string[]): Promise<ExerciseCard> {
  const { live, case: libraryCase } = exercise;
  const { record, compiled } = live;
  const joinUrl = addresses[0] === undefined ? '' : `${addresses[0]}/j/${record.pin}`;
  const language = record.languages[0] ?? compiled.scenario.language;
  const roles = trainerRoles(libraryCase, language, live.world.roles, deskFacts(exercise));
  return {
    exercise: record.id,
    room: record.id,
    pin: record.pin,
    scenario: record.scenario,
    title: words(libraryCase, language).text('title'),
    ...(record.label !== undefined && { label: record.label }),
    ...(record.purpose !== undefined && { purpose: record.purpose }),
    status: live.status,
    createdAt: new Date(record.createdAt).toISOString(),
    lengthMinutes: minutesOf(compiled),
    pace: live.pace,
    roles,
    addresses: [...addresses],
    joinUrl,
    qrSvg: joinUrl && (await qrToString(joinUrl, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })),
    seated: roles.reduce((sum, role) => sum + role.taken, 0),
    goesAt: new Date(erasureDueAt(record)).toISOString(),
  };
}

/** The card of a case in the library; a case with errors has only its findings. */
export function scenarioCard(libraryCase: LibraryCase, language: string): ScenarioCard {
  const findings = libraryCase.diagnostics.map(({ severity, file, range, code, message, remedy }) => ({
    severity,
    place: `${file}:${range.start.line}:${range.start.col}`,
    code,
    message,
    remedy,
  }));
  if (!libraryCase.compiled) return { ...unplayable(libraryCase.id), findings };
  const { scenario } = libraryCase.compiled;
  const { credits } = scenario;
  const said = words(libraryCase, language);
  return {
    id: libraryCase.id,
    title: said.text('title'),
    summary: said.text('summary'),
    level: scenario.level,
    lengthMinutes: minutesOf(libraryCase.compiled),
    pace: scenario.pace,
    languages: scenario.languages,
    jurisdiction: scenario.jurisdiction,
    contentCard: contentCard(libraryCase, language),
    objectives: said.lines('objectives'),
    reviewers: credits.reviewers,
    licence: credits.licence,
    roles: trainerRoles(libraryCase, language, Object.keys(scenario.roles)).map((role) => ({
      ...role,
      min: scenario.roles[role.role]?.seats.min ?? 1,
    })),
    findings,
  };
}

const minutesOf = ({ scenario }: CompiledScenario): number => Math.round(durationOf(scenario.length) / MINUTE);
const durationOf = (length: string | number): number =>
  typeof length === 'number' ? length : (parseDuration(length) ?? 0);

const unplayable = (id: string): Omit<ScenarioCard, 'findings'> => ({
  id,
  title: id,
  summary: '',
  level: '',
  lengthMinutes: 0,
  pace: 1,
  languages: [],
  jurisdiction: '',
  contentCard: { themes: [], intensity: 1, children: false, sexualViolence: 'none' },
  objectives: [],
  reviewers: [],
  licence: '',
  roles: [],
});
