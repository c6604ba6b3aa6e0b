/**
 * Secrets in a part that was left out: a desk shares some parts of an item, in a case in which another part carries people, names
 * and places, and in one in which it carries nothing, says something else, or does not exist.
 */
import { type Actor, seated } from '../../../../shared/access/actor.ts';
import type { Event } from '../../../../shared/exercise/events.ts';
import { seatOf } from '../../../../shared/playthrough/session.ts';
import type { AnyCommand } from '../../../../shared/vocabulary/commands.ts';
import { isRecord, remade, reworded, type Tree, without } from './case-trees.ts';
import type { Chance } from './chance.ts';
import { ClassAt, type Program } from './class-at.ts';
import { hasEarned } from './other-case.ts';
import { deskOf, type Play } from './plays.ts';
import { wordsIn } from './probes.ts';
import type { Secret } from './secrets.ts';

const WAYS = ['carries nothing', 'is absent'] as const;
/** What a part, or an item, tells beside its words. */
const TOLD = { about: [], names: [], shows: [], source: undefined };

export function partLeftOut(play: Play, program: Program, actor: Actor, chance: Chance): Secret | undefined {
  const { source, events, moments } = play;
  const { compiled } = source;
  const log = events.slice(0, chance.pick(moments));
  const before = ClassAt.after(source, log, program);
  const receiver = deskOf(actor);
  const offers = Object.entries(before.exercise.world.items).flatMap(([item, { known }]) => {
    if (known[receiver] !== undefined || !before.exercise.world.roles.includes(receiver)) return [];
    return Object.entries(known).flatMap(([sender, { parts }]) => (parts.length > 1 ? [{ item, sender, parts }] : []));
  });
  if (offers.length === 0) return undefined;
  const { item, sender, parts } = chance.pick(offers);
  const left = chance.pick(parts);
  const way = chance.pick(WAYS);
  const changed = remade(source, (tree) => withPart(tree, item, left, way));
  const told = way === 'is absent' ? log.map((event) => withoutPart(event, item, left)) : log;
  const share: AnyCommand = {
    type: 'share-item',
    item,
    parts: parts.filter((part) => part !== left),
    to: receiver,
    purpose: 'coordination',
    basis: 'agreed-protocol',
    channel: 'secure-message',
  };
  const from = seated(seatOf(sender));
  const shared = (at: ClassAt): ClassAt | undefined => {
    const decision = program.decide(at.source.compiled, at.exercise, { from, at: at.now, body: share });
    return 'rejection' in decision ? undefined : at.and(decision.events);
  };
  const [one, other] = [shared(before), shared(ClassAt.after(changed, told, program))];
  if (!one || !other) return undefined;
  const hot = wordsIn([compiled.scenario.items[item], item]);
  return {
    one,
    other,
    hot,
    where: `in which ${sender} shared ${item} without ${left}, a part that ${way}`,
    // A desk may come to know the part by an act of its own, such as a screening.
    isEarnedBy: (more) => hasEarned(source, [...log, ...more], receiver, `part:${item}/${left}`),
  };
}

/** The case in which the part is changed, and the item itself tells nothing that belongs to no part. */
function withPart(tree: Tree, item: string, part: string, way: (typeof WAYS)[number]): Tree {
  if (!isRecord(tree) || !isRecord(tree['items'])) return tree;
  const { [item]: changed } = tree['items'];
  if (!isRecord(changed) || !isRecord(changed['parts'])) return tree;
  const parts =
    way === 'is absent'
      ? without(changed['parts'], part)
      : {
          ...changed['parts'],
          [part]: { ...(reworded(changed['parts'][part]) as Record<string, Tree>), ...told(changed) },
        };
  return { ...tree, items: { ...tree['items'], [item]: { ...changed, ...told(changed), parts } } };
}

/** What is told beside words, emptied, where the tree is one of the story and not a translation. */
const told = (item: Record<string, Tree>): Record<string, Tree> => (Array.isArray(item['about']) ? TOLD : {});

const withoutPart = (event: Event, item: string, part: string): Event =>
  'item' in event && event.item === item ? (without(event as unknown as Tree, part) as unknown as Event) : event;
