/**
 * Puts the server together from its parts: the store, the cases, the rooms, the routes. Tests start it on port 0.
 * Hardened here, before anything can reach a listener: origins, body sizes, what clients may ask of the matchmaker.
 */
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
import { EXERCISE_ROOM, ExerciseRoom } from './rooms/exercise-room.ts';
import { GuardedTransport } from './rooms/guarded-transport.ts';
import { HardenedRoom } from './rooms/hardened-room.ts';
import type { Admission } from './rooms/room-services.ts';
import { closeRoomsOf } from './rooms/signed-out.ts';
import type { ScenarioLibrary } from './cases/scenario-library.ts';
import type { ExerciseStore } from './storage/exercise-store.ts';
import type { CutOff } from './storage/marked-store.ts';
import type { TrainerAccess } from './access/trainer-access.ts';

export interface ServerParts {
  store: ExerciseStore;
  library: ScenarioLibrary;
  trainers: TrainerAccess;
  log: Log;
  /** The built client; left out while Vite serves it. */
  clientFolder?: string | undefined;
  /** Routes of the author's preview, which shows several desks in frames of one page. Never on an ordinary server. */
  preview?: ((exercises: ExerciseRegistry) => Router) | undefined;
  /** What whoever runs the machine has settled; left out in previews and most tests. */
  host?: HostSettings | undefined;
  /** Names and proxies; left out where people reach it directly, under a number or a local name. */
  network?: OwnNetwork | undefined;
  /** What was acknowledged once and is missing now; left out where nobody has looked. */
  cutOff?: CutOff | undefined;
}

export interface RunningServer {
  port: number;
  addresses: string[];
  exercises: ExerciseRegistry;
  stop(): Promise<void>;
}

/** How soon a session that has run out takes its open rooms along. */
const SESSION_CHECK_MS = 5000;

/** `closeTimeout`: how long somebody who was asked to close may take. */
const SOCKETS = { maxPayload: 64 * 1024, maxFragments: 64, closeTimeout: 1500, pingInterval: 5000, pingMaxRetries: 2 };

/** Listens on `host` and `port`. Resolves when every exercise that was kept is open again, under its old id. */
export async function startServer(
  parts: ServerParts,
  { port, host }: { port: number; host: string },
): Promise<RunningServer> {
  const { library, trainers, log, network = {} } = parts;
  const now: Now = { addresses: [], ready: false, stage: 'opening' };
  const { house, exercises, audit, personal } = makeKeepers(parts, now);
  const { store } = house;
  trainers.onSignedOut((who) => closeRoomsOf(who, exercises.list()));
  hardenMatchmaker();
  const { http, settled } = createGuardedServer(network);
  const server = defineServer({
    greet: false,
    logger: quietLogger(log),
    gracefullyShutdown: false,
    transport: guardedTransport(http, settled, log),
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
      addRoutes(app, services, parts.clientFolder, parts.preview?.(exercises));
    },
  });
  // Rooms can be opened only once the matchmaker accepts; until they are, the routes answer that the server is busy.
  await Promise.race([server.listen(port, host), refusedPort(http)]);
  const { port: listening } = http.address() as AddressInfo;
  now.addresses = lanAddresses(host, listening);
  await personal.reapply();
  await house.restoreAll(exercises);
  if (parts.cutOff) await tellCutOff(parts.cutOff, { store, log });
  Object.assign(now, { ready: true, stage: 'open' });
  for (const keeper of [house, personal]) keeper.start();
  const sessions = watchSessions(trainers, log);
  const end = async () => {
    Object.assign(now, { ready: false, stage: 'stopping' });
    clearInterval(sessions);
    house.stop();
    personal.close();
    await stop(server, exercises, parts);
  };
  return { port: listening, addresses: now.addresses, exercises, stop: end };
}

/** A look that fails is made again; nothing is ended by it. */
function watchSessions(trainers: TrainerAccess, log: Log): NodeJS.Timeout {
  const look = () =>
    void trainers.endExpired().catch((err: unknown) => log.error({ err }, 'the sessions could not be looked at'));
  return setInterval(look, SESSION_CHECK_MS).unref();
}

interface Now {
  addresses: string[];
  ready: boolean;
  stage: Stage;
}

/** Everything that lives as long as the server and is no socket: the exercises, the record of acts, people's data, the house. */
function makeKeepers(parts: ServerParts, now: Now) {
  const { library, log } = parts;
  const house = new Housekeeping({
    store: parts.store,
    log,
    settings: parts.host,
    open: () => exercises.list(),
    stage: () => now.stage,
    trustsProxy: parts.network?.trustProxy !== undefined,
  });
  const { store, metrics } = house;
  const exercises = new ExerciseRegistry({
    store,
    library,
    timing: systemTiming,
    opener: roomOpener(house),
    makeBot: createBot,
    onError: reportTo(log),
    cutOff: parts.cutOff,
  });
  const audit = new AuditTrail(store, log);
  const personal = new PersonalData({ store, exercises, audit, log, dataFolder: parts.host?.dataFolder });
  HardenedRoom.services = { exercises, log, audit, metrics, admit: (pass) => admit(parts, exercises, pass) };
  return { house, exercises, audit, personal };
}

/** Sockets of our own origin only, and a frame that makes a listener throw ends its own socket and no other. */
const guardedTransport = (http: HttpServer, settled: ConstructorParameters<typeof GuardedTransport>[1], log: Log) =>
  new GuardedTransport(
    {
      ...SOCKETS,
      server: http,
      beforeUpgrade: ({ headers }) =>
        isSameOrigin(headers.get('origin'), headers.get('host')) ? undefined : new Response(null, { status: 403 }),
    },
    settled,
    (err) => log.error({ err }, 'a frame could not be read, its sender was cut off'),
  );

/** How often somebody may guess, join, open classes and sign in. */
const limits = () => ({
  codes: new FailureLimit(20, 60),
  invitations: new FailureLimit(20, 60),
  keys: new FailureLimit(10, 60),
  joins: new PaceLimit(120, 300),
  openings: new PaceLimit(120, 60),
  signIns: new Turnstile(20),
});

/** Rejects where the port is taken or the address is not ours: Colyseus would wait for ever. */
const refusedPort = (http: HttpServer): Promise<never> =>
  new Promise((_, reject) => {
    http.once('error', reject);
    http.once('listening', () => http.off('error', reject));
  });

/** No second of the case passes while nobody can act: the clocks stand before the first socket closes. */
async function stop(
  server: { gracefullyShutdown(exit: boolean): Promise<unknown> },
  exercises: ExerciseRegistry,
  { store, log }: ServerParts,
): Promise<void> {
  const pauses = await Promise.allSettled(exercises.list().map(({ live }) => live.pauseAt(live.caseNow())));
  for (const pause of pauses)
    if (pause.status === 'rejected') log.error({ err: pause.reason as unknown }, 'a pause could not be kept');
  await server.gracefullyShutdown(false);
  await exercises.close();
  await store.close();
}

/** The trainer reads it in the console of each class; here it is told to whoever looks after the machine, and written down. */
async function tellCutOff({ shorter, gone, audit }: CutOff, { store, log }: Pick<ServerParts, 'store' | 'log'>) {
  const what = 'acts that were acknowledged are missing: the log of the database was taken away or cut off';
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

/** Colyseus writes every refused frame to the console with its stack; in our log it is one line, and only if asked for. */
const quietLogger = (log: Log) => ({
  debug: (message: unknown) => log.debug(String(message)),
  info: (message: unknown) => log.debug(String(message)),
  warn: (message: unknown) => log.info(String(message)),
  error: (message: unknown) => log.info(String(message)),
});

const reportTo = (log: Log) => (err: unknown, exercise: string) =>
  log.error({ err, exercise }, 'an exercise met an error');

/** A seat token opens its seat's exercise, a ticket the one it was made for. */
async function admit(
  { store, trainers }: ServerParts,
  exercises: ExerciseRegistry,
  pass: string,
): Promise<Admission | undefined> {
  const ticketed = trainers.takeTicket(pass);
  if (ticketed !== undefined) return { exercise: ticketed.exercise, actor: ticketed.actor, session: ticketed.who };
  const person = await store.participantByToken(hashToken(pass));
  const live = person && exercises.get(person.exercise)?.live;
  return person && live && { exercise: person.exercise, actor: seatedIn(live.record, person.seat) };
}

/** By default it lets clients create rooms, and answers every origin with credentials allowed. */
function hardenMatchmaker(): void {
  matchMaker.controller.exposedMethods = ['joinById', 'reconnect'];
  const defaults: Record<string, string> = matchMaker.controller.DEFAULT_CORS_HEADERS;
  for (const header of ['Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials']) delete defaults[header];
  matchMaker.controller.getCorsHeaders = (headers: Headers): Record<string, string> => {
    const origin = headers.get('origin');
    return origin && isSameOrigin(origin, headers.get('host'))
      ? { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' }
      : {};
  };
}
