/**
 * The only writer of logs: one JSON line an event, on standard error, and nothing in it that must not be read there.
 *
 * A string is written only under a name that is known to hold no words of people and no secret (`SAID`); whatever else a log
 * call carries, at any depth, becomes `[hidden]`. So a forgotten field is a riddle in the log and never a leak.
 */
import { destination as toStream, pino } from 'pino';
import { hideSecrets } from './log-secrets.ts';

/** Fields whose strings are ids, addresses of machines, or words of this program. */
const SAID: ReadonlySet<string> = new Set([
  'address',
  'answer',
  'backup',
  'by',
  'error',
  'exercise',
  'file',
  'folder',
  'incident',
  'kind',
  'method',
  'node',
  'reason',
  'role',
  'room',
  'route',
  'scenario',
  'seat',
  'signal',
  'type',
  'version',
  'where',
]);
export const HIDDEN = '[hidden]';

const DEEPEST = 6;
const MOST_FIELDS = 50;
const LONGEST_TEXT = 500;

/** `lines` is where the lines go, standard error by default. */
export const createLog = (level: string = process.env['BARAZA_LOG'] ?? 'warn', lines?: { write(line: string): void }) =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (fields) => tell(fields) as Record<string, unknown> },
      serializers: { err: (told: unknown) => told },
      hooks: {
        logMethod(words, write) {
          write.apply(this, words.map((word) => (typeof word === 'string' ? short(word) : word)) as typeof words);
        },
      },
    },
    // Written at once: what explains an end must be there before it.
    lines ?? toStream({ dest: 2, sync: true }),
  );

export type Log = ReturnType<typeof createLog>;

const short = (text: string): string => {
  const hidden = hideSecrets(text);
  return hidden.length > LONGEST_TEXT ? `${hidden.slice(0, LONGEST_TEXT)}…` : hidden;
};

/** `field` under which `value` stands; undefined in a list of anything. */
function tell(value: unknown, field = '', depth = 0): unknown {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Error) return tellError(value, depth);
  if (typeof value === 'string') return SAID.has(field) ? short(value) : HIDDEN;
  if (typeof value !== 'object' || depth >= DEEPEST) return value === undefined ? undefined : HIDDEN;
  if (ArrayBuffer.isView(value)) return HIDDEN;
  if (Array.isArray(value)) return value.slice(0, MOST_FIELDS).map((one) => tell(one, field, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MOST_FIELDS)
      .map(([key, inner]) => [isPlain(key) ? key : HIDDEN, tell(inner, key, depth + 1)]),
  );
}

/** A key that a program chose; people's words can be keys, too. */
const isPlain = (key: string): boolean => SAID.has(key) || /^[a-z][a-zA-Z]{0,30}$/.test(key);

/** Of an error only what says where and why: its other fields may hold anything that was worked on. */
function tellError(error: Error, depth: number): unknown {
  const { code, reason, cause } = error as { code?: unknown; reason?: unknown; cause?: unknown };
  return {
    type: short(error.constructor.name),
    // A parser quotes what it could not read.
    message: error instanceof SyntaxError ? HIDDEN : short(error.message),
    ...(isCode(code) && { code }),
    ...(isCode(reason) && { reason }),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .map((line) => hideSecrets(line.trim())),
    ...(cause !== undefined && depth < DEEPEST && { cause: tell(cause, '', depth + 1) }),
  };
}

const isCode = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^[A-Za-z_-]{1,40}$/.test(value));
