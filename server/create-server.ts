/**
 * Puts the server together from its parts: the store, the cases, the rooms, the routes. Tests start it on port 0.
 * Hardened here, before anything can reach a listener: origins, body sizes, what clients may ask of the matchmaker.
 */
import './polyfill.ts';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defineRoom, defineServer, matchMaker } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { Router } from 'express';
import { createBot } from '../shared/bots/create-bot.ts';
import { lanAddresses } from './addresses.ts';
import { ExerciseRegistry } from './exercises/exercise-registry.ts';
import { machine } from './exercises/host.ts';
import { isSameOrigin } from './http/identity.ts';
import { FailureLimit } from './http/limits.ts';
import { addRoutes, BODY_LIMIT } from './http/routes.ts';
import { hashToken } from './ids.ts';
import type { Log } from './log.ts';
import { EXERCISE_ROOM, ExerciseRoom } from './rooms/exercise-room.ts';
import { HardenedRoom } from './rooms/hardened-room.ts';
import type { Admission } from './rooms/room-services.ts';
import type { ScenarioLibrary } from './scenario-library.ts';
import type { ExerciseStore } from './storage/exercise-store.ts';
import type { TrainerAccess } from './trainer-access.ts';

export interface ServerParts {
  store: ExerciseStore;
  library: ScenarioLibrary;
  trainers: TrainerAccess;
  log: Log;
  /** The built client; left out while Vite serves it. */
  clientFolder?: string | undefined;
  /** Routes of the author's preview, which shows several desks in frames of one page. Never on an ordinary server. */
  preview?: ((exercises: ExerciseRegistry) => Router) | undefined;
}

export interface RunningServer {
  port: number;
  addresses: string[];
  exercises: ExerciseRegistry;
  stop(): Promise<void>;
}

const MAX_FRAME = 64 * 1024;

/** Listens on `host` and `port`. Resolves when every exercise that was kept is open again, under its old id. */
export async function startServer(
  parts: ServerParts,
  { port, host }: { port: number; host: string },
): Promise<RunningServer> {
  const { store, library, trainers, log } = parts;
  const now = { addresses: [] as string[], ready: false };
  const exercises = new ExerciseRegistry({
    store,
    library,
    host: machine,
    opener: roomOpener,
    makeBot: createBot,
    onError: reportTo(log),
  });
  HardenedRoom.services = { exercises, log, admit: (pass) => admit(parts, pass) };
  hardenMatchmaker();
  const http = createGuardedHttpServer();
  const server = defineServer({
    greet: false,
    logger: quietLogger(log),
    gracefullyShutdown: false,
    transport: new WebSocketTransport({
      server: http,
      maxPayload: MAX_FRAME,
      pingInterval: 5000,
      pingMaxRetries: 2,
      beforeUpgrade: (request) =>
        isSameOrigin(request.headers.get('origin'), request.headers.get('host'))
          ? undefined
          : new Response(null, { status: 403 }),
    }),
    rooms: { [EXERCISE_ROOM]: defineRoom(ExerciseRoom) },
    express: (app) => {
      const limits = { codes: new FailureLimit(20, 60), keys: new FailureLimit(10, 60) };
      const services = { store, exercises, library, trainers, log, ...limits, now };
      addRoutes(app, services, parts.clientFolder, parts.preview?.(exercises));
    },
  });
  // Rooms can be opened only once the matchmaker accepts; until they are, the routes answer that the server is busy.
  await server.listen(port, host);
  const { port: listening } = http.address() as AddressInfo;
  now.addresses = lanAddresses(host, listening);
  await exercises.restoreAll();
  now.ready = true;
  return { port: listening, addresses: now.addresses, exercises, stop: () => stop(server, exercises, store) };
}

async function stop(
  server: { gracefullyShutdown(exit: boolean): Promise<unknown> },
  exercises: ExerciseRegistry,
  store: ExerciseStore,
): Promise<void> {
  await server.gracefullyShutdown(false);
  await exercises.close();
  await store.close();
}

const roomOpener = {
  opened: async ({ live }: { live: { id: string } }) =>
    void (await matchMaker.createRoom(EXERCISE_ROOM, { exercise: live.id })),
  closed: async (id: string) => void (await matchMaker.getLocalRoomById(id)?.disconnect()),
};

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
async function admit({ store, trainers }: ServerParts, pass: string): Promise<Admission | undefined> {
  const ticketed = trainers.takeTicket(pass);
  if (ticketed !== undefined) return { exercise: ticketed };
  const person = await store.participantByToken(hashToken(pass));
  return person && { exercise: person.exercise, seat: person.seat };
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

/** The matchmaker's own routes read a body of any length before they look at it, so length is judged before every listener. */
function createGuardedHttpServer() {
  const server = createHttpServer();
  const emit = server.emit.bind(server);
  server.emit = ((event: string, ...args: unknown[]) => {
    if (event === 'request' && isTooLong(args[0] as IncomingMessage)) {
      (args[1] as ServerResponse).writeHead(413, { connection: 'close' }).end();
      return true;
    }
    return emit(event, ...args);
  }) as typeof server.emit;
  return server;
}

function isTooLong({ headers, url }: IncomingMessage): boolean {
  const unknownLength = headers['transfer-encoding'] !== undefined && url?.startsWith('/matchmake/') === true;
  return unknownLength || Number(headers['content-length'] ?? 0) > BODY_LIMIT;
}
