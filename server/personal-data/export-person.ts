/** Exports everything stored about one person, for that person: as JSON and as text. */
import { TRAINER } from '../../shared/access/stored-names.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { formatCaseTime } from '../../shared/time.ts';
import type { ExerciseRecord, ExerciseStore, KeptCommand } from '../storage/exercise-store.ts';
import { refsOf } from './refs.ts';
import { erasureDueAt } from './retention.ts';

export interface PersonExport {
  /** Marks training data: nothing in it is about a real case. */
  exercise: true;
  format: 'baraza-person';
  version: 1;
  class: {
    id: string;
    case: string;
    code: string;
    label?: string | undefined;
    openedAt: string;
    endedAt?: string | undefined;
    keptUntil: string;
  };
  person: { seat: string; name: string; language: string; desks: string[] };
  /** The accepted commands of the person, with their texts. */
  acts: { caseTime: string; act: string; fields: Record<string, unknown> }[];
  /** The events about the person's seat. */
  events: Record<string, unknown>[];
  /** Texts of trainers to the person's desk or seat, and notes about the desk. */
  toAndAbout: { caseTime: string; act: string; text: string }[];
}

type Source = Pick<ExerciseStore, 'commands' | 'allTexts' | 'participants' | 'read'>;
type Texts = Readonly<Record<string, string>>;

/** Undefined if there is no such seat. */
export async function exportPerson(
  store: Source,
  record: ExerciseRecord,
  seat: string,
): Promise<PersonExport | undefined> {
  const person = (await store.participants(record.id)).find((one) => one.seat === seat);
  if (!person) return undefined;
  const [commands, texts, log] = await Promise.all([
    store.commands(record.id),
    store.allTexts(record.id),
    store.read(record.id, 0),
  ]);
  const events = log.filter((event) => isAbout(event, seat));
  const desks = [
    ...new Set(events.flatMap((event) => ('role' in event && seatEvents.has(event.type) ? [event.role] : []))),
  ];
  return {
    exercise: true,
    format: 'baraza-person',
    version: 1,
    class: classOf(record),
    person: { seat, name: person.name, language: person.language, desks },
    acts: commands.filter(({ by }) => by === seat).map((command) => actOf(command, texts)),
    events: events.map(({ audience: _audience, ...event }) => resolveTexts(event, texts)),
    toAndAbout: commands.flatMap((command) => fromTrainer(command, seat, desks, { texts, log })),
  };
}

const seatEvents: ReadonlySet<string> = new Set(['seat-taken', 'seat-moved', 'seat-freed']);

const classOf = (record: ExerciseRecord): PersonExport['class'] => ({
  id: record.id,
  case: record.scenario,
  code: record.pin,
  label: record.label,
  openedAt: iso(record.createdAt),
  endedAt: record.endedAt === undefined ? undefined : iso(record.endedAt),
  keptUntil: iso(erasureDueAt(record)),
});

const iso = (at: number): string => new Date(at).toISOString();

const isAbout = (event: Event, seat: string): boolean =>
  ('seat' in event && event.seat === seat) ||
  ('lead' in event && event.lead === seat) ||
  (event.type === 'lead-passed' && event.to === seat);

function actOf({ at, body }: KeptCommand, texts: Texts): PersonExport['acts'][number] {
  const { type, ...fields } = body;
  return { caseTime: formatCaseTime(at), act: type, fields: resolveTexts(fields, texts) };
}

/** Replaces references by the texts they refer to. */
function resolveTexts(fields: Readonly<Record<string, unknown>>, texts: Texts): Record<string, unknown> {
  const resolve = (value: unknown): unknown =>
    typeof value === 'string' && Object.hasOwn(texts, value) ? texts[value] : value;
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, Array.isArray(value) ? value.map(resolve) : resolve(value)]),
  );
}

function fromTrainer(
  { by, at, body }: KeptCommand,
  seat: string,
  desks: readonly string[],
  { texts, log }: { texts: Texts; log: readonly Event[] },
): PersonExport['toAndAbout'] {
  if (by !== TRAINER) return [];
  const to = 'to' in body && Array.isArray(body.to) ? body.to : hearersOf(body, log);
  const about = body.type === 'take-note' ? [body.about] : [];
  const isAddressed = [...to, ...about].some(
    (target) => target === seat || (target !== undefined && desks.includes(target)),
  );
  if (!isAddressed) return [];
  return refsOf(body).map((ref) => ({ caseTime: formatCaseTime(at), act: body.type, text: texts[ref] ?? '' }));
}

/** The desks to which a person of the case said something; the command leaves them to the exercise. */
function hearersOf(body: KeptCommand['body'], log: readonly Event[]): readonly string[] {
  if (body.type !== 'speak-for') return [];
  return log.flatMap((event) => (event.type === 'person-spoke' && event.text === body.text ? event.to : []));
}

/** The export as plain text. */
export function readableExport(data: PersonExport): string {
  const { class: of, person, acts, toAndAbout, events } = data;
  return [
    'EXERCISE: training data about a fictional case.',
    '',
    `All stored data about ${person.name === '' ? `seat ${person.seat}` : person.name} (seat ${person.seat})`,
    '',
    `Class        ${of.label ?? of.code} (case ${of.case}, code ${of.code})`,
    `Opened       ${of.openedAt}`,
    `Ended        ${of.endedAt ?? 'not ended'}`,
    `Stored until ${of.keptUntil}`,
    `Desk         ${person.desks.join(', ') || 'none'}`,
    `Language     ${person.language}`,
    '',
    `Acts of the person (${acts.length}), in case time`,
    ...acts.map(({ caseTime, act, fields }) => `  ${caseTime}  ${act}${listed(fields)}`),
    '',
    `Texts of trainers to the desk or about it (${toAndAbout.length})`,
    ...toAndAbout.map(({ caseTime, act, text }) => `  ${caseTime}  ${act}: ${text}`),
    '',
    `The log has ${events.length} events about this seat; the JSON export lists them.`,
    '',
  ].join('\n');
}

const listed = (fields: Readonly<Record<string, unknown>>): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `\n      ${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('');
