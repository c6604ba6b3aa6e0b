/** Texts and drawings of the case. A card that the viewer may not read is left out of the answer, without an error. */
import { type Request, Router } from 'express';
import { seatedDesks } from '../exercises/streams.ts';
import { cardFor, type Surroundings } from '../../shared/cards/may-read.ts';
import { textRefsOf } from '../../shared/cards/text-refs.ts';
import type { CardSource } from '../../shared/cards/words.ts';
import { desk, streamsOf, type Viewer, viewerOf } from '../../shared/access/audience.ts';
import type { World } from '../../shared/exercise/world.ts';
import { CardsBody, type CardsAnswer } from '../../shared/protocol/api.ts';
import type { Card } from '../../shared/protocol/cards.ts';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import { HttpError } from '../access/http-error.ts';
import { read } from './api-error.ts';
import { bearerOf, seatedCaller, sessionOf } from '../access/identity.ts';
import type { HttpServices } from './services.ts';

/** A viewer of cards with its view. */
interface CardReader {
  exercise: OpenExercise;
  world: World;
  viewer: Viewer;
}

const TEXT = 'text:';
const ART_NAME = /^([0-9a-f]{32,64})\.svg$/;
const DRAWN = { item: 'items', place: 'places', person: 'people' } as const;

export function cardRoutes(services: HttpServices): Router {
  const router = Router();
  router.post('/api/cards', async (request, response) => {
    const { ids: asked, language, exercise, desk: as } = read(CardsBody, request.body);
    const ids = [...new Set(asked)];
    const cards = new Map<string, Card>();
    const readers = await readersOf(services, request, exercise);
    for (const reader of as === undefined ? readers : readers.flatMap((one) => readAs(one, as))) {
      const read = [...(await textCards(services, reader, ids)), ...caseCards(reader, ids, language)];
      for (const card of read) if (!cards.has(card.id)) cards.set(card.id, card);
    }
    response.json({ cards: [...cards.values()] } satisfies CardsAnswer);
  });
  router.get('/api/art/:name', async (request, response) => {
    const hash = ART_NAME.exec(request.params.name)?.[1];
    const drawing = hash === undefined ? undefined : await findDrawing(services, request, hash);
    if (drawing === undefined) throw new HttpError('not-found');
    // The URL contains the hash, so a cached drawing is never stale. The sandbox disables scripts if it is opened directly.
    response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    response.type('image/svg+xml').send(drawing);
  });
  return router;
}

/** The views of a caller: a seat has its own, an invited caller one per stream, a trainer the truth. */
async function readersOf(services: HttpServices, request: Request, id: string | undefined): Promise<CardReader[]> {
  if (bearerOf(request) !== undefined) {
    const caller = await seatedCaller(services, request);
    const { seat } = caller.person;
    const role = caller.seating.roleOf(seat);
    return [{ exercise: caller, world: caller.live.streams.seatWorld(seat, role), viewer: desk(role, seat) }];
  }
  const { trainers } = services;
  const token = sessionOf(request);
  const actor = await trainers.actorIn(token, id ?? '');
  if (!actor) throw new HttpError('not-signed-in');
  const exercise = id === undefined ? undefined : services.exercises.get(id);
  if (!exercise) throw new HttpError('not-found');
  const { streams, world } = exercise.live;
  const sight = { desks: world.roles, roleOf: () => undefined };
  return streamsOf(actor, sight).map((key) => ({
    exercise,
    world: streams.world(key),
    viewer: viewerOf(key, seatedDesks(world)),
  }));
}

/** The same cards as a desk reads them, for a viewer of the truth who looks at the desk; no one else reads as another. */
function readAs({ exercise, viewer }: CardReader, role: string): CardReader[] {
  const { streams, world } = exercise.live;
  if (viewer.kind !== 'control' || !world.roles.includes(role)) throw new HttpError('not-found');
  return [{ exercise, world: streams.world(`role:${role}`), viewer: desk(role) }];
}

const sourceOf = ({ live, case: libraryCase }: OpenExercise): CardSource => ({
  compiled: live.compiled,
  translations: libraryCase.translations,
  art: libraryCase.art.byName,
});

function caseCards({ exercise, world, viewer }: CardReader, ids: readonly string[], language: string): Card[] {
  const source = sourceOf(exercise);
  const surroundings: Surroundings = { phase: exercise.live.phase };
  return ids.flatMap((id) => {
    const card = id.startsWith(TEXT) ? undefined : cardFor(source, world, viewer, language, id, surroundings);
    return card ? [card] : [];
  });
}

/** Texts that people wrote, if the viewer's world refers to them. */
async function textCards(
  { store }: HttpServices,
  { exercise, world, viewer }: CardReader,
  ids: readonly string[],
): Promise<Card[]> {
  const asked = ids.filter((id) => id.startsWith(TEXT)).map((id) => id.slice(TEXT.length));
  if (asked.length === 0) return [];
  const known = viewer.kind === 'control' ? undefined : textRefsOf(world);
  const texts = await store.texts(exercise.live.id, known ? asked.filter((ref) => known.has(ref)) : asked);
  return Object.entries(texts).map(([ref, text]) => ({ id: `${TEXT}${ref}`, text }));
}

/** A drawing whose card the caller may read; trainers may read every drawing of every case. */
async function findDrawing(services: HttpServices, request: Request, hash: string): Promise<string | undefined> {
  if (bearerOf(request) === undefined) {
    if (!(await services.trainers.seesTruth(sessionOf(request)))) throw new HttpError('not-signed-in');
    const cases = [...services.library.list(), ...services.exercises.list().map((exercise) => exercise.case)];
    return cases.map(({ art }) => art.byHash[hash]).find((drawing) => drawing !== undefined);
  }
  const [reader] = await readersOf(services, request, undefined);
  if (!reader) return undefined;
  const { exercise, world, viewer } = reader;
  const { scenario } = exercise.live.compiled;
  const { art } = exercise.case;
  const ids = Object.entries(DRAWN).flatMap(([kind, section]) =>
    Object.entries(scenario[section]).flatMap(([id, { art: name }]) =>
      name !== undefined && art.byName[name] === hash ? [`${kind}:${id}`] : [],
    ),
  );
  const mayHave = caseCards({ exercise, world, viewer }, ids, scenario.language).some((card) =>
    card.art?.includes(hash),
  );
  return mayHave ? art.byHash[hash] : undefined;
}
