/** The only writer of logs: one JSON line an event, with everything blanked that must not be read there. */
import { pino } from 'pino';

const SECRETS = ['token', 'key', 'code', 'ticket', 'cookie', 'authorization', 'name', 'text', 'pin'];

export const createLog = (level: string = process.env['BARAZA_LOG'] ?? 'warn') =>
  pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS.flatMap((secret) => [secret, `*.${secret}`, `*.*.${secret}`]), censor: '[hidden]' },
  });

export type Log = ReturnType<typeof createLog>;
