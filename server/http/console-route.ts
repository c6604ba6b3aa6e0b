/** Data of the trainer's console that the room does not send: pending injects with their conditions, and states of the charts. */
import { Router } from 'express';
import { askConsole, noNotes, type Notes, takeNotes } from '../../shared/console/ask.ts';
import type { ConsoleAnswer } from '../../shared/console/console.ts';
import type { LiveExercise } from '../exercises/live-exercise.ts';
import { exerciseOf } from '../access/identity.ts';
import type { HttpServices } from './services.ts';

export function consoleRoute(services: HttpServices): Router {
  const router = Router();
  const cache = new WeakMap<LiveExercise, Notes>();
  /** A console polls every few seconds, so only the events since the last request are read. */
  const notesOn = async (live: LiveExercise): Promise<Notes> => {
    const before = cache.get(live) ?? noNotes;
    if (before.seq === live.seq) return before;
    const notes = takeNotes(before, await services.store.read(live.id, before.seq));
    cache.set(live, notes);
    return notes;
  };
  router.get('/api/exercises/:id/console', async (request, response) => {
    const { live } = exerciseOf(services, request);
    const notes = await notesOn(live);
    const { standstill } = live;
    const answer: ConsoleAnswer = askConsole(live.compiled, live.exercise, notes);
    response.json({ ...answer, ...(standstill && { standstill }) } satisfies ConsoleAnswer);
  });
  return router;
}
