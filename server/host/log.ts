/**
 * The only log writer: one JSON line per entry on standard error, without secrets and without words of people.
 *
 * A string is written only under a field name that is known to be safe (`SAFE_FIELDS`); every other string, at any depth,
 * becomes `[hidden]`. So a field that was forgotten in the list is unreadable and never a leak.
 */
import { destination as toStream, pino } from 'pino';

/** Fields whose strings are ids, network addresses, or constants of this program. */
const SAFE_FIELDS: ReadonlySet<string> = new Set([
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

const MAX_DEPTH = 6;
const MAX_FIELDS = 50;
const MAX_TEXT = 500;

/** Writes to `lines`, by default standard error. */
export const createLog = (level: string = process.env['BARAZA_LOG'] ?? 'warn', lines?: { write(line: string): void }) =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (fields) => redact(fields) as Record<string, unknown> },
      serializers: { err: (error: unknown) => error },
      hooks: {
        logMethod(words, write) {
          write.apply(this, words.map((word) => (typeof word === 'string' ? short(word) : word)) as typeof words);
        },
      },
    },
    // Synchronous, so that the last lines before an exit are not lost.
    lines ?? toStream({ dest: 2, sync: true }),
  );

export type Log = ReturnType<typeof createLog>;

const short = (text: string): string => {
  const hidden = hideSecrets(text);
  return hidden.length > MAX_TEXT ? `${hidden.slice(0, MAX_TEXT)}…` : hidden;
};

/** Returns `value` without unsafe strings; `field` is the name that holds it. */
function redact(value: unknown, field = '', depth = 0): unknown {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Error) return redactError(value, depth);
  if (typeof value === 'string') return SAFE_FIELDS.has(field) ? short(value) : HIDDEN;
  if (typeof value !== 'object' || depth >= MAX_DEPTH) return value === undefined ? undefined : HIDDEN;
  if (ArrayBuffer.isView(value)) return HIDDEN;
  if (Array.isArray(value)) return value.slice(0, MAX_FIELDS).map((one) => redact(one, field, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_FIELDS)
      .map(([key, inner]) => [isPlain(key) ? key : HIDDEN, redact(inner, key, depth + 1)]),
  );
}

/** True for a key that a program chose; user content can be a key, too. */
const isPlain = (key: string): boolean => SAFE_FIELDS.has(key) || /^[a-z][a-zA-Z]{0,30}$/.test(key);

/** Only type, message, code and stack of an error: its other fields may hold user content. */
function redactError(error: Error, depth: number): unknown {
  const { code, reason, cause } = error as { code?: unknown; reason?: unknown; cause?: unknown };
  return {
    type: short(error.constructor.name),
    // A parser quotes its input.
    message: error instanceof SyntaxError ? HIDDEN : short(error.message),
    ...(isCode(code) && { code }),
    ...(isCode(reason) && { reason }),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .map((line) => hideSecrets(line.trim())),
    ...(cause !== undefined && depth < MAX_DEPTH && { cause: redact(cause, '', depth + 1) }),
  };
}

const isCode = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^[A-Za-z_-]{1,40}$/.test(value));

const SECRETS: readonly [pattern: RegExp, instead: string][] = [
  // The query of a URL: Colyseus puts session ids and reconnection tokens there.
  [/\?[^\s"'<>]*=[^\s"'<>]*/g, '?[hidden]'],
  [/\b(seat|ticket|session)_[A-Za-z0-9_-]{8,}/g, '$1_[hidden]'],
  [/\bBearer\s+\S+/gi, 'Bearer [hidden]'],
  [/\b(baraza_session|cookie|authorization)\s*[=:]\s*[^\s;]+/gi, '$1=[hidden]'],
  // The trainer key: four groups of five, as printed.
  [/\b[A-Z0-9]{5}(?:-[A-Z0-9]{5}){3}\b/gi, '[hidden]'],
  [/(\/api\/join\/)(?!:)[^\s/?"']+/g, '$1[hidden]'],
  // A quotation of several words is user content, not an identifier of this program.
  [/(["“`'])(?=[^"”`']*\s)[^"”`']{2,}(["”`'])/g, '$1[hidden]$2'],
];

/** Removes secrets from a text: tokens, keys, codes in addresses, the query of a URL. */
const hideSecrets = (text: string): string =>
  SECRETS.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), text);
