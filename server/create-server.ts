/** Assembles the server: store, exercises, rooms and routes on one HTTP server. Tests start it on port 0. */
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defineRoom, defineServer, matchMaker } from '@colyseus/core';
import type { Router } from 'express';
import { seatedIn } from './exercises/asker.ts';
import { createBot } from '../shared/bots/create-bot.ts';
import { AuditTrail } from './audit/audit-trail.ts';
import { lanAddresses } from './host/addresses.ts';
import { ExerciseRegistry, type Opener } from './exercises/exercise-registry.ts';
import { systemTiming } from './exercises/timing.ts';
import { createGuardedServer } from './http/guarded-server.ts';
import { isSameOrigin } from './access/identity.ts';
import { createCallers } from './access/callers.ts';
import { FailureLimit, PaceLimit, Turnstile } from './access/limits.ts';
import type { OwnNetwork } from './host/own-names.ts';
import { addRoutes } from './http/routes.ts';
import { type HostSettings, Housekeeping, type Stage } from './operations/housekeeping.ts';
import { hashToken } from './host/ids.ts';
import type { Log } from './host/log.ts';
import { PersonalData } from './personal-data/personal-data.ts';
import { createTransport, hardenMatchmaker, quietLogger } from './rooms/colyseus-setup.ts';
import { EXERCISE_ROOM, ExerciseRoom } from './rooms/exercise-room.ts';
import { HardenedRoom } from './rooms/hardened-room.ts';
import type { Admission } from './rooms/room-services.ts';
import { closeRoomsOf } from './rooms/signed-out.ts';
import type { ScenarioLibrary } from './cases/scenario-library.ts';
import type { ExerciseStore } from './storage/exercise-store.ts';
import type { CutOff } from './storage/marked-store.ts';
import type { TrainerAccess } from './access/trainer-access.ts';

export interface ServerOptions {
  store: ExerciseStore;
  library: ScenarioLibrary;
  trainers: TrainerAccess;
  log: Log;
  /** Folder of the built client; undefined while Vite serves it. */
  clientFolder?: string | undefined;
  /** Adds the routes of the author's preview and allows frames; undefined on an ordinary server. */
  preview?: ((exercises: ExerciseRegistry) => Router) | undefined;
  /** Settings of the operator; undefined in previews and most tests. */
  host?: HostSettings | undefined;
  /** Host names and proxies; undefined if clients reach the server directly at an IP address or a local name. */
  network?: OwnNetwork | undefined;
  /** Acknowledged data that is missing; undefined if it was not checked. */
  cutOff?: CutOff | undefined;
}

export interface RunningServer {
  port: number;
  addresses: string[];
  exercises: ExerciseRegistry;
  stop(): Promise<void>;
}

/** The room connections of an expired session close within this time. */
const SESSION_CHECK_MS = 5000;

/** Listens on `host` and `port`. Resolves when all stored exercises are open under their ids. */
export async function startServer(
  options: ServerOptions,
  { port, host }: { port: number; host: string },
): Promise<RunningServer> {
  const { library, trainers, log, network = {} } = options;
  const now: ServerState = { addresses: () => [], ready: false, stage: 'opening' };
  const { house, exercises, audit, personal } = createServices(options, now);
  const { store } = house;
  trainers.onSignedOut((who) => closeRoomsOf(who, exercises.list()));
  hardenMatchmaker(isSameOrigin);
  const { http, settled } = createGuardedServer(network);
  const server = defineServer({
    greet: false,
    logger: quietLogger(log),
    gracefullyShutdown: false,
    transport: createTransport({ http, settled, isOwnOrigin: isSameOrigin, log }),
    rooms: { [EXERCISE_ROOM]: defineRoom(ExerciseRoom) },
    express: (app) => {
      if (network.trustProxy !== undefined) app.set('trust proxy', network.trustProxy);
      const services = {
        store,
        exercises,
        library,
        trainers,
        callers: createCallers(trainers, store, log),
        log,
        now,
        host: house.routes,
        audit,
        personal,
        ...limits(),
      };
      addRoutes(app, services, options.clientFolder, options.preview?.(exercises));
    },
  });
  // Rooms can open only after the matchmaker listens; until all are open, the routes answer `server-busy`.
  await Promise.race([server.listen(port, host), rejectOnListenError(http)]);
  const { port: listening } = http.address() as AddressInfo;
  // Read for every answer, because the laptop may enter the network of the room after the start.
  now.addresses = () => lanAddresses(host, listening);
  await personal.reapply();
  await house.restoreAll(exercises);
  if (options.cutOff) await reportCutOff(options.cutOff, { store, log });
  Object.assign(now, { ready: true, stage: 'open' });
  house.start();
  personal.start();
  const sessions = watchSessions(trainers, log);
  const end = async () => {
    Object.assign(now, { ready: false, stage: 'stopping' });
    clearInterval(sessions);
    house.stop();
    personal.close();
    await stop(server, exercises, options);
  };
  return { port: listening, addresses: now.addresses(), exercises, stop: end };
}

/** Ends expired sessions at intervals. A check that fails ends no session and is repeated. */
function watchSessions(trainers: TrainerAccess, log: Log): NodeJS.Timeout {
  const check = () =>
    void trainers.endExpired().catch((err: unknown) => log.error({ err }, 'the sessions could not be checked'));
  return setInterval(check, SESSION_CHECK_MS).unref();
}

interface ServerState {
  addresses: () => string[];
  ready: boolean;
  stage: Stage;
}

/** Creates the services without sockets: housekeeping, exercises, audit, personal data. */
function createServices(options: ServerOptions, now: ServerState) {
  const { library, log } = options;
  const house = new Housekeeping({
    store: options.store,
    log,
    settings: options.host,
    open: () => exercises.list(),
    stage: () => now.stage,
    trustsProxy: options.network?.trustProxy !== undefined,
  });
  const { store, metrics } = house;
  const exercises = new ExerciseRegistry({
    store,
    library,
    timing: systemTiming,
    opener: roomOpener(house),
    makeBot: createBot,
    onError: reportTo(log),
    cutOff: options.cutOff,
  });
  const audit = new AuditTrail(store, log);
  const personal = new PersonalData({ store, exercises, audit, log, dataFolder: options.host?.dataFolder });
  HardenedRoom.services = { exercises, log, audit, metrics, admit: (pass) => admit(options, exercises, pass) };
  return { house, exercises, audit, personal };
}

/** Rate limits of guessing codes, joining, opening classes and signing in. */
const limits = () => ({
  codes: new FailureLimit(20, 60),
  invitations: new FailureLimit(20, 60),
  keys: new FailureLimit(10, 60),
  joins: new PaceLimit(120, 300),
  openings: new PaceLimit(120, 60),
  signIns: new Turnstile(20),
});

/** Rejects if the port is in use or the address is not of this machine; Colyseus would wait for ever. */
const rejectOnListenError = (http: HttpServer): Promise<never> =>
  new Promise((_, reject) => {
    http.once('error', reject);
    http.once('listening', () => http.off('error', reject));
  });

/** Pauses all exercises before the sockets close, so that no case time passes while no client can act. */
async function stop(
  server: { gracefullyShutdown(exit: boolean): Promise<unknown> },
  exercises: ExerciseRegistry,
  { store, log }: ServerOptions,
): Promise<void> {
  const pauses = await Promise.allSettled(exercises.list().map(({ live }) => live.pauseAt(live.caseNow())));
  for (const pause of pauses)
    if (pause.status === 'rejected') log.error({ err: pause.reason as unknown }, 'a pause could not be stored');
  await server.gracefullyShutdown(false);
  await exercises.close();
  await store.close();
}

/** Logs and audits missing data for the operator; trainers see it in the console of each class. */
async function reportCutOff({ shorter, gone, audit }: CutOff, { store, log }: Pick<ServerOptions, 'store' | 'log'>) {
  const what = 'acknowledged acts are missing: the WAL of the database was deleted or truncated';
  const note = (exercise: string, detail: string) =>
    store.appendAudit({ at: Date.now(), who: 'server', act: 'acts-missing', exercise, detail });
  for (const [exercise, { had, has }] of shorter) {
    log.error({ exercise, had, has }, what);
    await note(exercise, `${had ?? 'more'} ${has}`);
  }
  for (const { id: exercise } of gone) {
    log.error({ exercise }, what);
    await note(exercise, 'all');
  }
  if (audit > 0) log.error({ lines: audit }, 'lines of the audit are missing');
}

const roomOpener = (house: Housekeeping): Opener => ({
  opened: async (exercise) => {
    house.watch(exercise);
    await matchMaker.createRoom(EXERCISE_ROOM, { exercise: exercise.live.id });
  },
  closed: async (id) => void (await matchMaker.getLocalRoomById(id)?.disconnect()),
});

const reportTo = (log: Log) => (err: unknown, exercise: string) =>
  log.error({ err, exercise }, 'an error in an exercise');

/** Resolves a ticket or a seat token to its exercise and actor; undefined if it is not valid. */
async function admit(
  { store, trainers }: ServerOptions,
  exercises: ExerciseRegistry,
  pass: string,
): Promise<Admission | undefined> {
  const ticketed = trainers.takeTicket(pass);
  if (ticketed !== undefined) return { exercise: ticketed.exercise, actor: ticketed.actor, session: ticketed.who };
  const person = await store.participantByToken(hashToken(pass));
  const live = person && exercises.get(person.exercise)?.live;
  return person && live && { exercise: person.exercise, actor: seatedIn(live.record, person.seat) };
}
