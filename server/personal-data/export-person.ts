/** Everything that is kept about one person, for that person: as data, and to be read. */
import { TRAINER } from '../../shared/access/stored-names.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { formatCaseTime } from '../../shared/time.ts';
import type { ExerciseRecord, ExerciseStore, KeptCommand } from '../storage/exercise-store.ts';
import { refsOf } from './refs.ts';
import { goesAt } from './retention.ts';

export interface PersonExport {
  /** Made in training: nothing in it is about a real case. */
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
  /** What the person asked for and was accepted, with every word. */
  acts: { caseTime: string; act: string; fields: Record<string, unknown> }[];
  /** What the log says of the person's seat. */
  events: Record<string, unknown>[];
  /** What trainers wrote to the person's desk or seat, or noted about the desk. */
  toAndAbout: { caseTime: string; act: string; text: string }[];
}

type Source = Pick<ExerciseStore, 'commands' | 'allTexts' | 'participants' | 'read'>;
type Texts = Readonly<Record<string, string>>;

/** Undefined where there is no such seat. */
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
    events: events.map(({ audience: _whoKnows, ...event }) => withWords(event, texts)),
    toAndAbout: commands.flatMap((command) => fromTrainer(command, seat, desks, texts)),
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
  keptUntil: iso(goesAt(record)),
});

const iso = (at: number): string => new Date(at).toISOString();

const isAbout = (event: Event, seat: string): boolean =>
  ('seat' in event && event.seat === seat) ||
  ('lead' in event && event.lead === seat) ||
  (event.type === 'lead-passed' && event.to === seat);

function actOf({ at, body }: KeptCommand, texts: Texts): PersonExport['acts'][number] {
  const { type, ...fields } = body;
  return { caseTime: formatCaseTime(at), act: type, fields: withWords(fields, texts) };
}

/** References replaced by the words they stand for. */
function withWords(fields: Readonly<Record<string, unknown>>, texts: Texts): Record<string, unknown> {
  const word = (value: unknown): unknown =>
    typeof value === 'string' && Object.hasOwn(texts, value) ? texts[value] : value;
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, Array.isArray(value) ? value.map(word) : word(value)]),
  );
}

function fromTrainer(
  { by, at, body }: KeptCommand,
  seat: string,
  desks: readonly string[],
  texts: Texts,
): PersonExport['toAndAbout'] {
  if (by !== TRAINER) return [];
  const to = 'to' in body && Array.isArray(body.to) ? body.to : [];
  const about = body.type === 'take-note' ? [body.about] : [];
  const meant = [...to, ...about].some((target) => target === seat || (target !== undefined && desks.includes(target)));
  if (!meant) return [];
  return refsOf(body).map((ref) => ({ caseTime: formatCaseTime(at), act: body.type, text: texts[ref] ?? '' }));
}

/** The same, as a page of plain text. */
export function readableExport(data: PersonExport): string {
  const { class: of, person, acts, toAndAbout, events } = data;
  return [
    'EXERCISE: made in training, about an invented case.',
    '',
    `Everything kept about ${person.name === '' ? `seat ${person.seat}` : person.name} (seat ${person.seat})`,
    '',
    `Class        ${of.label ?? of.code} (case ${of.case}, code ${of.code})`,
    `Opened       ${of.openedAt}`,
    `Ended        ${of.endedAt ?? 'not ended'}`,
    `Kept until   ${of.keptUntil}`,
    `Desk         ${person.desks.join(', ') || 'none'}`,
    `Language     ${person.language}`,
    '',
    `What the person did (${acts.length}), in case time`,
    ...acts.map(({ caseTime, act, fields }) => `  ${caseTime}  ${act}${listed(fields)}`),
    '',
    `What trainers wrote to the desk or noted about it (${toAndAbout.length})`,
    ...toAndAbout.map(({ caseTime, act, text }) => `  ${caseTime}  ${act}: ${text}`),
    '',
    `The log has ${events.length} entries of this seat; they are in the JSON file.`,
    '',
  ].join('\n');
}

const listed = (fields: Readonly<Record<string, unknown>>): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `\n      ${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('');
