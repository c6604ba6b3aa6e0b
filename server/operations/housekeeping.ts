/** Services for the operator beside the classes: metrics, readiness, automatic backups. Knows no rule of the game. */
import { AutomaticBackups } from '../backup/automatic-backups.ts';
import type { ExerciseRegistry, OpenExercise } from '../exercises/exercise-registry.ts';
import type { BackupSettings } from '../host/config.ts';
import type { Log } from '../host/log.ts';
import { measuredStore } from './measured-store.ts';
import { type Census, Metrics } from './metrics.ts';
import { ReadinessProbe } from './readiness.ts';
import type { ExerciseStore } from '../storage/exercise-store.ts';

/** Settings of the operator; left out in previews and most tests. */
export interface HostSettings {
  dataFolder: string;
  version: string;
  metricsToken?: string | undefined;
  backups?: BackupSettings | undefined;
}

/** What the routes for the operator (`/readyz`, `/metrics`) read. */
export interface HostRouteServices {
  metrics: Metrics;
  readiness: ReadinessProbe;
  token: string | undefined;
  trustsProxy: boolean;
}

export type Stage = 'opening' | 'open' | 'stopping';

interface HousekeepingOptions {
  store: ExerciseStore;
  log: Log;
  settings: HostSettings | undefined;
  /** The open exercises, read when metrics are collected. */
  open: () => readonly OpenExercise[];
  stage: () => Stage;
  trustsProxy: boolean;
}

export class Housekeeping {
  readonly metrics: Metrics;
  /** The store whose writes are timed. */
  readonly store: ExerciseStore;
  readonly routes: HostRouteServices;
  readonly #backups: AutomaticBackups | undefined;

  constructor({ store, log, settings, open, stage, trustsProxy }: HousekeepingOptions) {
    this.metrics = new Metrics(() => censusOf(open()));
    this.store = measuredStore(store, this.metrics);
    const now = () => performance.now();
    const readiness = new ReadinessProbe({ stage, store, folder: settings?.dataFolder, now });
    this.routes = { metrics: this.metrics, readiness, token: settings?.metricsToken, trustsProxy };
    const { dataFolder = '', version = '' } = settings ?? {};
    const onAttempt = (outcome: 'ok' | 'failed') => this.metrics.backupTaken(outcome);
    this.#backups =
      settings?.backups && new AutomaticBackups({ ...settings.backups, dataFolder, version, log, onAttempt });
  }

  /** Takes a backup when this class ends. */
  watch({ live }: OpenExercise): void {
    let ended = live.status === 'ended';
    const changed = () => {
      if (live.status === 'ended' && !ended && live.record.purpose === undefined) this.#backups?.classEnded();
      ended = live.status === 'ended';
    };
    live.listen({ batches: () => undefined, changed });
  }

  /** Opens all stored exercises and counts the outcomes. */
  async restoreAll(exercises: ExerciseRegistry): Promise<void> {
    const began = performance.now();
    await exercises.restoreAll();
    this.metrics.restoringTook(performance.now() - began);
    const opened = new Set(exercises.list().map(({ live }) => live.id));
    for (const { id } of await this.store.list()) this.metrics.restored(opened.has(id) ? 'ok' : 'failed');
  }

  start(): void {
    this.#backups?.start();
  }

  stop(): void {
    this.#backups?.stop();
  }
}

function censusOf(open: readonly OpenExercise[]): Census {
  const census: Census = { exercises: { lobby: 0, running: 0, paused: 0, ended: 0 }, seats: { connected: 0, away: 0 } };
  for (const { live, seating } of open) {
    census.exercises[live.status] = (census.exercises[live.status] ?? 0) + 1;
    for (const { connected, simulated } of seating.roster())
      if (!simulated) census.seats[connected ? 'connected' : 'away'] += 1;
  }
  return census;
}
