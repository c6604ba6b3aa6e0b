/** What one look tells: whether it is well, what was seen, and what to do where it is not. */
export type State = 'ok' | 'warn' | 'fail';

export interface Finding {
  /** Stays the same from release to release, for other tools. */
  id: string;
  state: State;
  /** One line. */
  says: string;
  /** One line; under everything that is not well. */
  remedy?: string | undefined;
}

export const ok = (id: string, says: string): Finding => ({ id, state: 'ok', says });
export const warn = (id: string, says: string, remedy: string): Finding => ({ id, state: 'warn', says, remedy });
export const fail = (id: string, says: string, remedy: string): Finding => ({ id, state: 'fail', says, remedy });

/** What is looked at: where the server would be, as its settings say. */
export interface Subject {
  port: number;
  host: string;
  dataFolder: string;
  scenarios: string;
  /** Where backups are, by default those of the server. */
  backups: string;
  /** Whether the server takes backups by itself. */
  automatic: boolean;
}

export type Look = (subject: Subject) => Finding[] | Promise<Finding[]>;

export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
