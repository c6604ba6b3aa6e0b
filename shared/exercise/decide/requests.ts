/** Requests between desks and to outside bodies. */
import type { requestCommands } from '../../vocabulary/commands/requests.ts';
import { role as roleAudience } from '../../access/audience.ts';
import type { Stage } from '../stage.ts';
import { acted, firstRefusal, type Handlers, isRole, needsItem, needsPerson, refuse } from './desk.ts';
import { knowPerson, knowsPlace, learnItem, partsOf, showPlace } from './knowledge.ts';
import { holdingFor } from './outside-answers.ts';

export const requestHandlers: Handlers<keyof typeof requestCommands> = {
  'make-request': (stage, desk, command) => {
    const { kind, to, basis, item, person, place, due, text } = command;
    const authored = stage.compiled.law.requests[kind];
    const ownAgency = stage.compiled.scenario.roles[desk.role]?.desk ?? '';
    const receiver = authored?.of === 'desk' ? (stage.compiled.scenario.roles[to]?.desk ?? '') : to;
    const refusal = firstRefusal(
      () => (authored ? undefined : refuse('unknown-id', { id: kind })),
      () => (authored?.from && !authored.from.includes(ownAgency) ? refuse('no-power', { power: kind }) : undefined),
      () =>
        authored?.to.includes(receiver) && (authored.of === 'body' || isRole(stage, to)) && to !== desk.role
          ? undefined
          : refuse('unknown-id', { id: to }),
      () => (item === undefined ? undefined : needsItem(stage, desk, item)),
      () => (person === undefined ? undefined : needsPerson(stage, desk, person)),
      () =>
        place === undefined || knowsPlace(stage, desk.role, place) ? undefined : refuse('unknown-id', { id: place }),
      () => (due !== undefined && due < stage.at ? refuse('bad-value') : undefined),
    );
    if (refusal || !authored) return refusal;
    const circle = authored.of === 'desk' ? [to] : [];
    const request = stage.nextId(desk.role, 'request', stage.world.requests, circle);
    const audience = authored.of === 'desk' ? roleAudience(desk.role, to) : roleAudience(desk.role);
    if (authored.of === 'desk') {
      // A request about a person reveals that person to the receiver.
      if (person !== undefined)
        knowPerson(stage, to, person, stage.world.people[person]?.known[desk.role]?.named ?? false);
      if (place !== undefined) showPlace(stage, to, place);
    }
    stage.emit({
      type: 'request-made',
      audience,
      ...acted(desk),
      request,
      kind,
      to,
      basis,
      item,
      person,
      place,
      due,
      text,
    });
    if (authored.of === 'body')
      stage.setTimer(`request:${request}`, stage.at + answeringTime(stage, request, authored.answer), {
        do: 'answer',
        request,
      });
    return undefined;
  },
  'answer-request': (stage, desk, { request: id, outcome, items, text }) => {
    const request = stage.world.requests[id];
    const refusal = firstRefusal(
      () => (request?.to === desk.role ? undefined : refuse('not-for-you')),
      () =>
        request?.answers.some((answer) => answer.outcome === 'answered' || answer.outcome === 'refused')
          ? refuse('already-done')
          : undefined,
      () => firstRefusal(...items.map((item) => () => needsItem(stage, desk, item))),
    );
    if (refusal || !request) return refusal;
    stage.emit({
      type: 'request-answered',
      audience: roleAudience(desk.role, request.by),
      ...acted(desk),
      request: id,
      kind: request.kind,
      to: request.by,
      outcome,
      parts: items,
      text,
    });
    for (const item of items) {
      const parts = stage.world.items[item]?.known[desk.role]?.parts ?? partsOf(stage, item);
      const share = {
        item,
        parts,
        to: request.by,
        purpose: 'coordination',
        basis: request.basis,
        channel: 'secure-message',
      } as const;
      stage.emit({ type: 'item-shared', audience: roleAudience(desk.role), ...acted(desk), ...share, left: [] });
      stage.emit({ type: 'share-received', audience: roleAudience(request.by), ...acted(desk), ...share });
      learnItem(stage, request.by, item, 'request', desk.role, parts);
    }
    return undefined;
  },
};

/** The holding's delay, or the usual one of the kind, varied by up to a tenth. */
function answeringTime(stage: Stage, id: string, normal: number): number {
  const request = stage.world.requests[id];
  const takes = (request && holdingFor(stage, request)?.[1].takes) ?? normal;
  return Math.round((takes * (0.9 + 0.2 * stage.chance())) / 60_000) * 60_000;
}
