/**
 * The HTTP routes as a screen sees them: scripted answers by route, and a record of the requests.
 *
 *   const server = fakeServer({ 'GET /api/scenarios': () => [aScenarioCard()] });
 *   expect(server.asked).toContainEqual({ route: 'POST /api/exercises', body: { … } });
 */
import { vi } from 'vitest';

export interface Asked {
  route: string;
  body?: unknown;
}

export interface FakeServer {
  readonly asked: Asked[];
}

/** Routes without an answer return 404; a refusal is a `Response` with its own status. The query of an address is ignored. */
export function fakeServer(answers: Record<string, (body: unknown) => unknown>): FakeServer {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', (path: string, { method = 'GET', body }: { method?: string; body?: string } = {}) => {
    const route = `${method} ${path.replace(/\?.*$/, '')}`;
    const sent: unknown = body === undefined ? undefined : JSON.parse(body);
    asked.push(body === undefined ? { route } : { route, body: sent });
    const answer = answers[route]?.(sent) ?? Response.json({ error: 'not-found' }, { status: 404 });
    return Promise.resolve(answer instanceof Response ? answer : Response.json(answer));
  });
  return { asked };
}
