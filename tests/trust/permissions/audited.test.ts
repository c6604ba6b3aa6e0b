/**
 * Every act of a trainer by HTTP is in the audit, or has a reason for not being there. A new route that is missing from
 * the audit's table is found here, under any name.
 */
import { describe, expect, it } from 'vitest';
import { actOf, HTTP_ACTS } from '../../../server/http/http-acts.ts';
import { registered } from './registered.ts';
import { type Row, ROWS } from './route-rows.ts';

/** Routes that change data or are for trainers, and are not in the table on purpose. */
const WHY_NOT: Readonly<Record<string, string>> = {
  'POST /api/join/:pin': 'an act of a trainee; the seat stands in the log of the class',
  'POST /api/recover': 'an act of a trainee; the trainer’s part, making the code, is written down',
  'POST /api/seat/language': 'an act of a trainee, about nobody else',
  'POST /api/cards': 'reads; asks by POST because the list may be long, and trainees ask it all the time',
  'GET /api/art/:name': 'reads a drawing, as trainees do',
};

/** Every method other than GET and HEAD may change data. */
const maySayMore = (route: string): boolean => !/^(GET|HEAD) /.test(route);

/** True if a signed-in trainer gets an answer that others do not. */
function isForTrainers({ answers, others = 401 }: Row): boolean {
  return answers.trainer !== undefined && answers.trainer !== others;
}

const lineOf = (route: string) => {
  const [method = '', path = ''] = route.split(' ');
  return actOf(method, path.replaceAll(/:(\w+)/g, 'x'))?.act;
};

/** The routes that are not accounted for; a route without a row counts as a trainer's. */
function unaccounted(routes: readonly string[]): string[] {
  return routes.flatMap((route) => {
    const row = ROWS.find((one) => one.route === route);
    const changes = maySayMore(route);
    if (!changes && row && !isForTrainers(row)) return [];
    const line = lineOf(route);
    if (WHY_NOT[route] !== undefined) return line ? [`${route}: has a line and a reason for having none`] : [];
    if (!line) return [`${route}: neither a line in server/audit/http-acts.ts nor a reason here`];
    return changes && !['before', 'done'].includes(line.when) ? [`${route}: changes something and is not kept`] : [];
  });
}

describe('the audit of routes', () => {
  it('has a line, or a reason for none, for every trainer route', () => {
    expect(unaccounted(registered())).toEqual([]);
  });

  it('detects a new route without either', () => {
    for (const route of [
      'POST /api/exercises/:id/rename',
      'PUT /api/exercises/:id',
      'DELETE /api/unopened/:id',
      'PATCH /api/exercises/:id/people/:seat',
      'GET /api/exercises/:id/everything.zip',
    ])
      expect(unaccounted([route])).toEqual([`${route}: neither a line in server/audit/http-acts.ts nor a reason here`]);
  });

  it('has no line and no reason for a removed route', () => {
    const routes = registered();
    expect(Object.keys(WHY_NOT).filter((route) => !routes.includes(route))).toEqual([]);
    const used = new Set(routes.map(lineOf));
    expect(HTTP_ACTS.filter((line) => !used.has(line)).map(({ method, act }) => `${method} ${act}`)).toEqual([]);
  });
});
