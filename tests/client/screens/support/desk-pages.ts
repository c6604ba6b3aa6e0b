/** The pages of a desk by their address below `/play/`, with the pages of single things. */
import { deskPages } from '../../../../client/ui/trainee/shell/pages.ts';
import { desk } from '../../../../shared/access/audience.ts';
import type { World } from '../../../../shared/exercise/world.ts';
import type { PlayedClass } from '../../../support/a-class.ts';

const OF_A_KIND = 8;

/** Some things of a kind from the whole play: early ones and late ones. */
const spread = (ids: readonly string[]): string[] =>
  ids.filter((_, index) => index % Math.ceil(ids.length / OF_A_KIND) === 0);

/** Shown by the shell, or read from the server; neither acts in the exercise. */
const ELSEWHERE = ['brief', 'debrief'];

/** The things of a desk that have a page of their own. */
function detailPages(world: World): string[] {
  const pages: [string, object][] = [
    ['board', world.items],
    ['people', world.people],
    ['map', world.places],
    ['interviews', world.interviews],
    ['inbox/request', world.requests],
    ['inbox/inject', world.injects],
  ];
  return [
    'inbox/requests',
    'inbox/messages',
    ...pages.flatMap(([page, things]) => spread(Object.keys(things)).map((id) => `${page}/${id}`)),
  ];
}

/** Every page with every kind of control; a desk without a seat in this play is left out. */
export function pagesOf(play: PlayedClass, role: string): string[] {
  const world = play.view(desk(role));
  const pages = deskPages({ world, role, can: () => true }).map(({ id }) => id);
  return [...pages.filter((id) => !ELSEWHERE.includes(id)), ...detailPages(world)];
}
