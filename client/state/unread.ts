/** The number of unseen entries by page, for this device. */
import type { World } from '../../shared/exercise/world.ts';
import { receivedInjects } from './selectors.ts';

type IsNew = (topic: string, at: number) => boolean;

const count = <T>(things: readonly T[], isNew: (thing: T) => boolean): number => things.filter(isNew).length;

export function unreadByPage(world: World, role: string, isNew: IsNew): Record<string, number> {
  return {
    board: count(
      Object.entries(world.items),
      ([id, item]) => item.known[role] !== undefined && isNew(`item:${id}`, item.known[role].at),
    ),
    people: count(
      Object.entries(world.people),
      ([id, person]) => person.known[role] !== undefined && isNew(`person:${id}`, person.known[role].at),
    ),
    map: count(Object.keys(world.places), (id) => isNew(`place:${id}`, 0)),
    inbox:
      count(receivedInjects(world), ({ id, at }) => isNew(`inject:${id}`, at)) +
      count(
        Object.entries(world.messages),
        ([id, message]) => message.by !== role && isNew(`message:${id}`, message.at),
      ) +
      count(Object.entries(world.requests), ([id, request]) =>
        request.to === role
          ? isNew(`request:${id}`, request.at)
          : request.by === role && request.answers.some((answer) => isNew(`request:${id}`, answer.at)),
      ),
    conference: count(
      Object.entries(world.conferences),
      ([id, conference]) => conference.by !== role && isNew(`conference:${id}`, conference.at),
    ),
    decisions: count(Object.entries(world.decisions), ([id, decision]) => isNew(`decision:${id}`, decision.openedAt)),
  };
}
