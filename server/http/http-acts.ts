import type { Capability } from '../../shared/access/capabilities.ts';
/**
 * Which requests of trainers are audited, under which name, and which capability they need. The table holds every route that only
 * trainers may use; a test compares it with the routes.
 */
export interface HttpAct {
  method: string;
  path: RegExp;
  act: string;
  /** `before`: the line is on disk before the request runs. `done`: after success. `view`: at most every ten minutes. `no`: never. */
  when: 'before' | 'done' | 'view' | 'no';
  /** The needed capability: in the class that the URL names, or of the host if it names none. */
  needs?: Capability;
}

const exercise = (rest = ''): RegExp => new RegExp(`^/api/exercises/(?<exercise>[^/]+)${rest}$`);
const seat = '/people/(?<subject>[^/]+)';

// biome-ignore format: one route per line reads best
export const HTTP_ACTS: readonly HttpAct[] = [
  { method: 'POST', path: /^\/api\/trainer\/sign-in$/, act: 'sign-in', when: 'done' },
  { method: 'POST', path: /^\/api\/trainer\/sign-out$/, act: 'sign-out', when: 'done' },
  { method: 'GET', path: /^\/api\/scenarios$/, act: 'read-cases', when: 'no', needs: 'read-cases' },
  { method: 'GET', path: /^\/api\/exercises$/, act: 'list-classes', when: 'no', needs: 'list-classes' },
  { method: 'POST', path: /^\/api\/exercises$/, act: 'create-class', when: 'done', needs: 'open-class' },
  { method: 'POST', path: /^\/api\/practice$/, act: 'start-practice', when: 'done', needs: 'start-practice' },
  { method: 'POST', path: /^\/api\/demo$/, act: 'start-demo', when: 'done', needs: 'start-practice' },
  { method: 'GET', path: exercise(), act: 'read-class', when: 'no', needs: 'see-class' },
  { method: 'DELETE', path: exercise(), act: 'erase-class', when: 'before', needs: 'erase' },
  { method: 'POST', path: exercise('/anonymise'), act: 'anonymise-class', when: 'before', needs: 'handle-personal-data' },
  { method: 'POST', path: exercise('/ticket'), act: 'enter-class', when: 'done', needs: 'enter' },
  { method: 'POST', path: exercise('/seats/(?<subject>[^/]+)/code'), act: 'make-return-code', when: 'before', needs: 'make-return-code' },
  { method: 'GET', path: exercise('/view/(?<subject>[^/]+)'), act: 'view-desk', when: 'view', needs: 'see-desk' },
  { method: 'GET', path: exercise('/console'), act: 'read-console', when: 'no', needs: 'see-truth' },
  { method: 'GET', path: /^\/api\/wall\/(?<exercise>[^/]+)$/, act: 'read-wall', when: 'no', needs: 'see-wall' },
  { method: 'GET', path: exercise('/debrief'), act: 'view-debrief', when: 'view', needs: 'read-debrief' },
  { method: 'GET', path: exercise('/debrief\\.json'), act: 'export-debrief', when: 'before', needs: 'export-debrief' },
  { method: 'GET', path: exercise('/debrief\\.csv'), act: 'export-debrief', when: 'before', needs: 'export-debrief' },
  { method: 'GET', path: exercise('/playthrough\\.yaml'), act: 'export-playthrough', when: 'before', needs: 'export-debrief' },
  { method: 'GET', path: exercise('/people'), act: 'view-people', when: 'view', needs: 'handle-personal-data' },
  { method: 'GET', path: exercise(`${seat}/export\\.json`), act: 'export-person', when: 'before', needs: 'handle-personal-data' },
  { method: 'GET', path: exercise(`${seat}/export\\.txt`), act: 'export-person', when: 'before', needs: 'handle-personal-data' },
  { method: 'DELETE', path: exercise(seat), act: 'erase-person', when: 'before', needs: 'handle-personal-data' },
  { method: 'GET', path: exercise('/grants'), act: 'list-rights', when: 'no', needs: 'invite' },
  { method: 'POST', path: exercise('/grants'), act: 'give-right', when: 'before', needs: 'invite' },
  { method: 'DELETE', path: exercise('/grants/(?<subject>[^/]+)'), act: 'take-right', when: 'before', needs: 'invite' },
  { method: 'POST', path: /^\/api\/grants$/, act: 'take-up-right', when: 'done' },
  { method: 'GET', path: /^\/api\/grants$/, act: 'list-own-rights', when: 'no' },
  { method: 'GET', path: /^\/api\/tokens$/, act: 'list-tokens', when: 'no', needs: 'handle-tokens' },
  { method: 'POST', path: /^\/api\/tokens$/, act: 'make-token', when: 'done', needs: 'handle-tokens' },
  { method: 'DELETE', path: /^\/api\/tokens\/(?<subject>[^/]+)$/, act: 'revoke-token', when: 'before', needs: 'handle-tokens' },
  { method: 'GET', path: /^\/api\/unopened$/, act: 'list-unopened', when: 'no', needs: 'handle-unopened' },
  { method: 'GET', path: /^\/api\/unopened\/(?<exercise>[^/]+)\/record\.json$/, act: 'export-class', when: 'before', needs: 'handle-unopened' },
  { method: 'GET', path: /^\/api\/audit\.csv$/, act: 'export-audit', when: 'before', needs: 'read-audit' },
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

/** Only values that look like ids are audited, because the caller chooses the URL. */
function idIn({ groups = {} }: RegExpExecArray, name: string): string | undefined {
  const id = groups[name];
  return id !== undefined && /^[\w-]{1,80}$/.test(id) ? id : undefined;
}
