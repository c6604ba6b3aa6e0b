/**
 * The format of a stored log: the database rows of one exercise, and the results computed from them when it was
 * recorded.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { AnyCommand } from '../../../shared/vocabulary/commands.ts';
import type { Event } from '../../../shared/exercise/events.ts';
import { compileScenario } from '../../../shared/scenario/compile-scenario.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { checkCase } from '../../../shared/scenario/parse-case.ts';
import type {
  ExerciseRecord,
  ExerciseStore,
  Participant,
  SourceFiles,
} from '../../../server/storage/exercise-store.ts';

export const LOGS = join(import.meta.dirname, '../../fixtures/logs');

/** Columns of the table `commands`, without the exercise and the checksum. */
export interface CommandRow {
  by: string;
  id: string;
  answer: string;
  seq: number;
  at: number;
  body: string;
}

export interface KeptLog {
  record: ExerciseRecord;
  /** The column `payload` of the table `events`, in order. */
  events: string[];
  commands: CommandRow[];
  texts: Record<string, string>;
  people: Participant[];
}

/** Texts are stored byte for byte, as the server would send or store them. */
export interface Told {
  debrief: string;
  /** One per desk. */
  deskDebriefs: Record<string, string>;
  /** Worlds by the number of their last event, then by viewer: `truth`, `trainer` and each seat. */
  views: Record<string, Record<string, string>>;
  /** Exported files, by name. */
  exports: Record<string, string>;
}

const SETTINGS = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  },
};

const readPacked = (file: string): unknown => JSON.parse(brotliDecompressSync(readFileSync(file)).toString('utf8'));
const writePacked = (file: string, value: unknown): void =>
  writeFileSync(file, brotliCompressSync(JSON.stringify(value), SETTINGS));

const LOG = '.log.json.br';

/** Sets of stored logs, one folder each. */
export const keptSets = (): string[] =>
  readdirSync(LOGS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Names of the logs in a set. */
export const keptLogs = (set: string): string[] =>
  readdirSync(join(LOGS, set))
    .filter((name) => name.endsWith(LOG))
    .map((name) => name.slice(0, -LOG.length));

export const readLog = (set: string, name: string): KeptLog => readPacked(join(LOGS, set, name + LOG)) as KeptLog;
export const readTold = (set: string, name: string): Told =>
  readPacked(join(LOGS, set, `${name}.told.json.br`)) as Told;
/** The sources of the logs of a set, by content hash. */
export const readSources = (set: string): Record<string, SourceFiles> =>
  readPacked(join(LOGS, set, 'sources.json.br')) as Record<string, SourceFiles>;

export function writeLog(set: string, name: string, log: KeptLog, told: Told): void {
  writePacked(join(LOGS, set, name + LOG), log);
  writePacked(join(LOGS, set, `${name}.told.json.br`), told);
}
export const writeSources = (set: string, sources: Record<string, SourceFiles>): void =>
  writePacked(join(LOGS, set, 'sources.json.br'), sources);

const opened = new Map<string, CompiledScenario>();

/**
 * The case of a log, read like the server reads the sources stored with an exercise. Reading takes a second, so each case
 * is read once.
 */
export function openPinned(files: SourceFiles, hash: string): CompiledScenario {
  const known = opened.get(hash);
  if (known) return known;
  const { scenario, law } = checkCase(files, hash);
  if (!scenario || !law) throw new Error(`the case ${hash} can no longer be read`);
  const compiled = compileScenario(scenario, law, hash);
  opened.set(hash, compiled);
  return compiled;
}

export const eventsOf = ({ events }: KeptLog): Event[] => events.map((payload) => JSON.parse(payload) as Event);

/** A read-only store with the content of the log. */
export function storeOf(
  log: KeptLog,
): Pick<ExerciseStore, 'read' | 'commands' | 'texts' | 'allTexts' | 'participants'> {
  return {
    read: (_exercise, afterSeq) => Promise.resolve(eventsOf(log).filter(({ seq }) => seq > afterSeq)),
    commands: () =>
      Promise.resolve(
        log.commands.map(({ by, seq, at, body }) => ({ by, seq, at, body: JSON.parse(body) as AnyCommand })),
      ),
    texts: (_exercise, refs) =>
      Promise.resolve(Object.fromEntries(Object.entries(log.texts).filter(([ref]) => refs.includes(ref)))),
    allTexts: () => Promise.resolve(log.texts),
    participants: () => Promise.resolve(log.people),
  };
}
