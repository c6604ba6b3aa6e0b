/** Trainer routes for personal data: list, export, erase; and the audit as a file. `PersonalData` decides what is allowed now. */
import { Router } from 'express';
import type { PersonalDataAnswer, PersonLine } from '../../shared/protocol/api.ts';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import { exportPerson, type PersonExport, readableExport } from '../personal-data/export-person.ts';
import type { Refused } from '../personal-data/personal-data.ts';
import { HttpError } from '../access/http-error.ts';
import { toCsv } from './csv.ts';
import { exerciseOf, trainersOnly } from '../access/identity.ts';
import type { HttpServices } from './services.ts';

const AUDIT_PAGE_SIZE = 1000;
const AUDIT_HEAD = ['number', 'at', 'who', 'act', 'class', 'done to', 'detail', 'hash'];

export function personalDataRoutes(services: HttpServices): Router {
  const { personal, store } = services;
  const router = Router();
  const one = '/api/exercises/:id';
  router.use('/api/audit.csv', trainersOnly(services));

  const done = (refused: Refused | undefined): PersonalDataAnswer => {
    if (refused) throw new HttpError(refused);
    return { settled: personal.settled };
  };

  router.get(`${one}/people`, async (request, response) => {
    const { live, seating } = exerciseOf(services, request);
    const people = await store.participants(live.id);
    const lines = people.map(({ seat, name, language }) => ({
      seat,
      name,
      language,
      role: seating.roleOf(seat) ?? '',
    }));
    response.json(lines satisfies PersonLine[]);
  });

  const exported = async ({ live }: OpenExercise, seat: string): Promise<PersonExport> => {
    const data = await exportPerson(store, live.record, seat);
    if (!data) throw new HttpError('not-found');
    return data;
  };
  router.get(`${one}/people/:seat/export.json`, async (request, response) => {
    const exercise = exerciseOf(services, request);
    const { seat } = request.params;
    response
      .attachment(`EXERCISE-person-${exercise.live.record.pin}-${seat}.json`)
      .json(await exported(exercise, seat));
  });
  router.get(`${one}/people/:seat/export.txt`, async (request, response) => {
    const exercise = exerciseOf(services, request);
    const { seat } = request.params;
    const text = readableExport(await exported(exercise, seat));
    response.attachment(`EXERCISE-person-${exercise.live.record.pin}-${seat}.txt`).type('text/plain').send(text);
  });

  router.delete(`${one}/people/:seat`, async (request, response) => {
    const exercise = exerciseOf(services, request);
    const { seat } = request.params;
    if (!exercise.seating.person(seat)) throw new HttpError('not-found');
    response.json(done(await personal.erasePerson(exercise, seat)));
  });
  router.post(`${one}/anonymise`, async (request, response) => {
    response.json(done(await personal.anonymise(exerciseOf(services, request))));
  });

  router.get('/api/audit.csv', async (_request, response) => {
    response
      .attachment('audit.csv')
      .type('text/csv')
      .send(await auditCsv(services));
  });
  return router;
}

/** The whole audit as CSV. The last hash in the file is an anchor for `baraza audit --anchor`. */
async function auditCsv({ store }: HttpServices): Promise<string> {
  const rows: unknown[][] = [];
  for (let after = 0; ; ) {
    const lines = await store.auditLines(after, AUDIT_PAGE_SIZE);
    for (const { seq, at, who, act, exercise, subject, detail, hash } of lines)
      rows.push([seq, new Date(at).toISOString(), who, act, exercise ?? '', subject ?? '', detail ?? '', hash]);
    const last = lines.at(-1);
    if (!last) return toCsv(AUDIT_HEAD, rows);
    after = last.seq;
  }
}
