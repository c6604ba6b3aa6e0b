/** The result of one check of `baraza doctor`. */
export type State = 'ok' | 'warn' | 'fail';

export interface Finding {
  /** Stable across releases, for other tools. */
  id: string;
  state: State;
  /** The observation, in one line. */
  says: string;
  /** The remedy, in one line; set unless the state is `ok`. */
  remedy?: string | undefined;
}

export const ok = (id: string, says: string): Finding => ({ id, state: 'ok', says });
export const warn = (id: string, says: string, remedy: string): Finding => ({ id, state: 'warn', says, remedy });
export const fail = (id: string, says: string, remedy: string): Finding => ({ id, state: 'fail', says, remedy });

/** The settings of the server to check. */
export interface Subject {
  port: number;
  host: string;
  dataFolder: string;
  scenarios: string;
  /** The backup folder of the server. */
  backups: string;
  /** True if the server takes automatic backups. */
  automatic: boolean;
}

export type Check = (subject: Subject) => Finding[] | Promise<Finding[]>;

export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
