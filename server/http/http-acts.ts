/**
 * Which requests of trainers are written down, and as what. Every route that only trainers may use stands here; a test compares
 * this table with the routes.
 */
export interface HttpAct {
  method: string;
  path: RegExp;
  act: string;
  /** `before`: on the disk before it is done. `view`: once in a while. `done`: when it has been done. `no`: says nothing. */
  when: 'before' | 'done' | 'view' | 'no';
}

const exercise = (rest = ''): RegExp => new RegExp(`^/api/exercises/(?<exercise>[^/]+)${rest}$`);
const seat = '/people/(?<subject>[^/]+)';

// biome-ignore format: one route per line reads best
export const HTTP_ACTS: readonly HttpAct[] = [
  { method: 'POST', path: /^\/api\/trainer\/sign-in$/, act: 'sign-in', when: 'done' },
  { method: 'POST', path: /^\/api\/trainer\/sign-out$/, act: 'sign-out', when: 'done' },
  { method: 'GET', path: /^\/api\/scenarios$/, act: 'read-cases', when: 'no' },
  { method: 'GET', path: /^\/api\/exercises$/, act: 'list-classes', when: 'no' },
  { method: 'POST', path: /^\/api\/exercises$/, act: 'create-class', when: 'done' },
  { method: 'POST', path: /^\/api\/practice$/, act: 'start-practice', when: 'done' },
  { method: 'POST', path: /^\/api\/demo$/, act: 'start-demo', when: 'done' },
  { method: 'GET', path: exercise(), act: 'read-class', when: 'no' },
  { method: 'DELETE', path: exercise(), act: 'erase-class', when: 'before' },
  { method: 'POST', path: exercise('/anonymise'), act: 'anonymise-class', when: 'before' },
  { method: 'POST', path: exercise('/ticket'), act: 'enter-class', when: 'done' },
  { method: 'POST', path: exercise('/seats/(?<subject>[^/]+)/code'), act: 'make-return-code', when: 'before' },
  { method: 'GET', path: exercise('/view/(?<subject>[^/]+)'), act: 'view-desk', when: 'view' },
  { method: 'GET', path: exercise('/console'), act: 'read-console', when: 'no' },
  { method: 'GET', path: /^\/api\/wall\/(?<exercise>[^/]+)$/, act: 'read-wall', when: 'no' },
  { method: 'GET', path: exercise('/debrief'), act: 'view-debrief', when: 'view' },
  { method: 'GET', path: exercise('/debrief\\.json'), act: 'export-debrief', when: 'before' },
  { method: 'GET', path: exercise('/debrief\\.csv'), act: 'export-debrief', when: 'before' },
  { method: 'GET', path: exercise('/playthrough\\.yaml'), act: 'export-playthrough', when: 'before' },
  { method: 'GET', path: exercise('/people'), act: 'view-people', when: 'view' },
  { method: 'GET', path: exercise(`${seat}/export\\.json`), act: 'export-person', when: 'before' },
  { method: 'GET', path: exercise(`${seat}/export\\.txt`), act: 'export-person', when: 'before' },
  { method: 'DELETE', path: exercise(seat), act: 'erase-person', when: 'before' },
  { method: 'GET', path: /^\/api\/unopened$/, act: 'list-unopened', when: 'no' },
  { method: 'GET', path: /^\/api\/unopened\/(?<exercise>[^/]+)\/record\.json$/, act: 'export-class', when: 'before' },
  { method: 'GET', path: /^\/api\/audit\.csv$/, act: 'export-audit', when: 'before' },
];

export interface FoundAct {
  act: HttpAct;
  exercise?: string | undefined;
  subject?: string | undefined;
}

export function actOf(method: string, path: string): FoundAct | undefined {
  for (const act of HTTP_ACTS) {
    const match = act.method === method ? act.path.exec(path) : null;
    if (match) return { act, exercise: idIn(match, 'exercise'), subject: idIn(match, 'subject') };
  }
  return undefined;
}

/** Only what looks like an id is written down: an address is typed by whoever asks. */
function idIn({ groups = {} }: RegExpExecArray, name: string): string | undefined {
  const id = groups[name];
  return id !== undefined && /^[\w-]{1,80}$/.test(id) ? id : undefined;
}
