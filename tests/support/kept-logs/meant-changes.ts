/**
 * Intended changes since a set of logs was recorded. A log is compared byte for byte; if a later version adds content
 * on purpose, an entry here removes it before the comparison, with the reason. Recorded files are never edited.
 */
import { isVictimFact } from '../../../shared/vocabulary/victim-facts.ts';

export interface MeantChange {
  /** Why the result differs, and how old exercises benefit. */
  reason: string;
  of: 'debrief' | 'deskDebrief' | 'view' | 'export';
  /** The sets that were recorded before the change. */
  sets: readonly string[];
  /** The rules version (`shared/debrief/rules-version.ts`) that changed a mark; `same` if no mark changed. */
  rules: number | 'same';
  /** Converts today's result into the recorded one. `recorded` fills in what today's result no longer holds. */
  undo: (value: unknown, name: string, recorded: unknown) => unknown;
}

/** The set of the first version with stored logs. */
const FIRST = '0.1.0';

const REASONS =
  'Every mark says why: its steps, what it lacked, and lines for events that no timeline has. Marks and ratings are as they were.';

interface Marked {
  evidence: number[];
}
interface DebriefWithReasons {
  timeline: { seq: number }[];
  competencies: { tasks: Marked[]; measures: Marked[] }[];
  redLines: Marked[];
  victimEye: object[];
}

const without = <T extends object>(value: T, ...fields: string[]): T =>
  Object.fromEntries(Object.entries(value).filter(([field]) => !fields.includes(field))) as T;

/** A debrief without reasons. A desk's marks cited only events of its timeline. */
function withoutReasons(value: unknown, ofDesk: boolean): unknown {
  const debrief = without(value as DebriefWithReasons, 'evidence');
  const lines = new Set(debrief.timeline.map(({ seq }) => seq));
  const plain = (mark: Marked): Marked => ({
    ...without(mark, 'because', 'lacked', 'notOpened', 'withheld'),
    ...(ofDesk && { evidence: mark.evidence.filter((seq) => lines.has(seq)) }),
  });
  return {
    ...debrief,
    competencies: debrief.competencies.map((mark) => ({
      ...mark,
      tasks: mark.tasks.map(plain),
      measures: mark.measures.map(plain),
    })),
    redLines: debrief.redLines.map(plain),
    victimEye: debrief.victimEye.map((line) => without(line, 'evidence')),
  };
}

const FACTS =
  'The view of a victim begins with facts counted from the log, for all who are owed protection. Its earlier lines are as they were.';

/** Lines that counted already when the first set was recorded. */
const FIRST_FACTS = ['asked-again', 'waited', 'waited-in-vain', 'moved'];

interface WithVictimEye {
  paths: { person: string; presumedVictim: boolean }[];
  victimEye: { at: number; person: string; line: string }[];
  evidence?: { seq: number }[];
}

/**
 * The lines that the first version had, in its order: by time; authored ones before counted ones. Without the log lines that
 * only the new facts cite.
 */
function withFirstFacts(value: unknown, _name: string, recorded: unknown): unknown {
  const debrief = value as WithVictimEye;
  const owed = new Set(debrief.paths.flatMap(({ person, presumedVictim }) => (presumedVictim ? [person] : [])));
  const authored = debrief.victimEye.filter(({ line }) => !isVictimFact(line));
  const counted = debrief.victimEye.filter(({ line, person }) => FIRST_FACTS.includes(line) && owed.has(person));
  const then = (recorded as Partial<WithVictimEye>).evidence;
  const seqs = new Set(then?.map(({ seq }) => seq));
  const evidence = debrief.evidence?.filter(({ seq }) => then === undefined || seqs.has(seq));
  return {
    ...debrief,
    ...(evidence && { evidence }),
    victimEye: [...authored, ...counted].toSorted((a, b) => a.at - b.at),
  };
}

const COUNTS = 'A measure counts acts of desks, not moves of the case, and every fault of a share, not only the first.';

/** Measures that count otherwise today. */
const OTHER_COUNTS = [
  'risk-before-acting',
  'shared-without-basis',
  'sensitive-in-group-chat',
  'over-shared',
  'indicators-seen',
];

interface CountedMark {
  competency: string;
  rating: string;
  measures: { id: string }[];
}
interface Counted {
  competencies: CountedMark[];
  ledger: object[];
}

/** The recorded counts of these measures, also of those without data today, and a ledger with one fault a line. */
function withOldCounts(value: unknown, _name: string, recorded: unknown): unknown {
  const now = value as Counted;
  const then = (recorded as Partial<Counted>).competencies ?? [];
  return {
    ...now,
    ledger: now.ledger.map((line) => without(line, 'also')),
    competencies: now.competencies.map((mark) => {
      const old = then.find(({ competency }) => competency === mark.competency)?.measures ?? [];
      const kept = old.map((one) =>
        OTHER_COUNTS.includes(one.id) ? one : mark.measures.find(({ id }) => id === one.id),
      );
      const added = mark.measures.filter(({ id }) => !OTHER_COUNTS.includes(id) && !old.some((one) => one.id === id));
      return { ...mark, measures: [...kept, ...added] };
    }),
  };
}

const REPAIRS =
  'A task that was done wrong is repaired by a later act only. A road block counted as the calm stop that repaired it.';

/** The recorded marks of the tasks that count as not repaired today. */
function withOldRepairs(value: unknown, recorded: unknown): unknown {
  const now = value as MarkedTasks;
  const then = new Map(tasksIn(recorded).map((task) => [task.task, task]));
  const ratings = new Map(
    ((recorded as Partial<Counted>).competencies ?? []).map((mark) => [mark.competency, mark.rating]),
  );
  return {
    ...now,
    competencies: now.competencies.map((mark) => ({
      ...mark,
      // The rating follows from the tasks that an empty desk missed.
      ...(mark.tasks.some(({ unstaffed }) => unstaffed) && { rating: ratings.get(mark.competency) }),
      tasks: mark.tasks.map((task) => (task.unrepaired || task.unstaffed ? then.get(task.task) : task)),
    })),
  };
}

/** The recorded rows of the table for tasks that were repaired then and are missed today. */
function withOldRows(today: string, recorded: string): string {
  const then = recorded.split('\n');
  return today
    .split('\n')
    .map((row, index) => (row.includes('"missed"') && then[index]?.includes('"repaired"') ? then[index] : row))
    .join('\n');
}

interface MarkedTasks {
  competencies: { competency: string; tasks: { task: string; unrepaired?: true; unstaffed?: true }[] }[];
}
const tasksIn = (debrief: unknown) =>
  ((debrief as Partial<MarkedTasks>).competencies ?? []).flatMap(({ tasks }) => tasks);

/** Sentences of the export of a person: today's, then those of the first set. Words that people wrote stand behind them. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^EXERCISE: training data about a fictional case\.$/m, 'EXERCISE: made in training, about an invented case.'],
  [/^All stored data about/m, 'Everything kept about'],
  [/^Stored until /m, 'Kept until   '],
  [/^Acts of the person \((\d+)\), in case time$/m, 'What the person did ($1), in case time'],
  [/^Texts of trainers to the desk or about it \((\d+)\)$/m, 'What trainers wrote to the desk or noted about it ($1)'],
  [
    /^The log has (\d+) events about this seat; the JSON export lists them\.$/m,
    'The log has $1 entries of this seat; they are in the JSON file.',
  ],
];
const inFirstSentences = (text: string): string =>
  SENTENCES.reduce((now, [today, first]) => now.replace(today, first), text);

/** The sets that were recorded before facts and repairs. */
const BEFORE_FACTS = [FIRST, 'speaking-for-people'];

/** A recording begins with why it no longer plays to the same end. */
const ASKED_UNEARNED =
  /^# this file:\d+ .*\n# +[a-z0-9 -]+: ask .*\n# +expected: accepted\n# +actual: +refused: not-offered\n/;

/** The same change of the debrief of the trainer, of each desk, and of the exported one. */
const inEveryDebrief = (change: Pick<MeantChange, 'reason' | 'rules' | 'undo'>): MeantChange[] => [
  ...(['debrief', 'deskDebrief'] as const).map((of): MeantChange => ({ ...change, of, sets: BEFORE_FACTS })),
  {
    ...change,
    of: 'export',
    sets: BEFORE_FACTS,
    undo: (value, name, recorded) => (name === 'debrief.json' ? change.undo(value, name, recorded) : value),
  },
];

export const MEANT_CHANGES: readonly MeantChange[] = [
  ...inEveryDebrief({ reason: COUNTS, rules: 2, undo: withOldCounts }),
  ...inEveryDebrief({ reason: FACTS, rules: 'same', undo: withFirstFacts }),
  ...inEveryDebrief({ reason: REPAIRS, rules: 2, undo: (value, _name, recorded) => withOldRepairs(value, recorded) }),
  { reason: REASONS, of: 'debrief', sets: [FIRST], rules: 'same', undo: (value) => withoutReasons(value, false) },
  { reason: REASONS, of: 'deskDebrief', sets: [FIRST], rules: 'same', undo: (value) => withoutReasons(value, true) },
  {
    reason: REASONS,
    of: 'export',
    sets: [FIRST],
    rules: 'same',
    undo: (value, name) => (name === 'debrief.json' ? withoutReasons(value, false) : value),
  },
  {
    reason: REPAIRS,
    of: 'export',
    sets: [FIRST],
    rules: 2,
    undo: (value, name, recorded) => (name === 'debrief.csv' ? withOldRows(String(value), String(recorded)) : value),
  },
  {
    reason: 'A recorded playthrough names the lines of the victims’ views too. Its steps and marks are as they were.',
    of: 'export',
    sets: BEFORE_FACTS,
    rules: 'same',
    undo: (value, name) => (name === 'playthrough.yaml' ? String(value).replace(/^ {2}victim-eye: .*\n/m, '') : value),
  },
  {
    reason:
      'A question builds only on what the asking desk knows. A recording in which a desk asked on what others knew says in its first lines that this question is refused today.',
    of: 'export',
    sets: [FIRST],
    rules: 'same',
    undo: (value, name, recorded) =>
      name === 'playthrough.yaml' && ASKED_UNEARNED.test(String(value)) ? recorded : value,
  },
  {
    reason: 'The sentences around the export of a person are plain English. What it holds is as it was.',
    of: 'export',
    sets: [FIRST],
    rules: 'same',
    undo: (value, name) => (typeof value === 'string' && name.endsWith('.txt') ? inFirstSentences(value) : value),
  },
];

/** Today's text as it was when the set was recorded. `name` is the desk, viewer or file. */
export function asRecorded(
  of: MeantChange['of'],
  name: string,
  text: string,
  recorded: string | undefined,
  set = FIRST,
): string {
  const changes = MEANT_CHANGES.filter((change) => change.of === of && change.sets.includes(set));
  if (changes.length === 0) return text;
  const isJson = text.startsWith('{');
  const before: unknown = isJson ? JSON.parse(recorded ?? '{}') : recorded;
  const value = changes.reduce<unknown>((now, { undo }) => undo(now, name, before), isJson ? JSON.parse(text) : text);
  return isJson ? JSON.stringify(value) : String(value);
}
