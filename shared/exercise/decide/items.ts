/** Commands about items: custody, analysis, the board, and sharing. */
import type { itemCommands } from '../../vocabulary/commands/items.ts';
import { type Audience, role as roleAudience } from '../../access/audience.ts';
import { factsOf } from '../../scenario/item-facts.ts';
import {
  acted,
  type Desk,
  firstRefusal,
  type Handlers,
  isRole,
  needsItem,
  needsPower,
  type Refusal,
  refuse,
} from './desk.ts';
import { knowsConsent, knowsPerson, learnItem } from './knowledge.ts';
import type { Stage } from '../stage.ts';

const needsHeld = (stage: Stage, desk: Desk, item: string): Refusal =>
  stage.world.items[item]?.heldBy === desk.role ? undefined : refuse('not-held', { id: item });

/** Custody of an item is visible to the acting desk and to its earlier holders and makers. */
const custodyAudience = (stage: Stage, desk: Desk, item: string) => {
  const earlier = (stage.world.items[item]?.custody ?? []).map((entry) => entry.by);
  return roleAudience(desk.role, ...earlier);
};

/** The person who gets an item back; `owner` if a desk of this audience does not know who that is. */
function ownerKnownTo(stage: Stage, audience: Audience, item: string): string {
  const authored = stage.compiled.scenario.items[item];
  const known = authored && stage.world.items[item]?.known;
  const readers = audience.map((tag) => tag.slice('role:'.length));
  const owners = readers.map((role) => authored && factsOf(authored, known?.[role]?.parts ?? []).source);
  const [owner] = owners;
  return owner !== undefined && owners.every((one, at) => one === owner && knowsPerson(stage, readers[at] ?? '', owner))
    ? owner
    : 'owner';
}

export const itemHandlers: Handlers<keyof typeof itemCommands> = {
  'take-item': (stage, desk, { item, basis }) => {
    const state = stage.world.items[item];
    const authored = stage.compiled.scenario.items[item];
    const place = state?.place;
    const refusal = firstRefusal(
      () => needsItem(stage, desk, item),
      () => needsPower(stage, desk, [authored?.take?.needs ?? 'seize']),
      // Only a desk at its place learns what happened to it.
      () => (stage.rolesAt(place).includes(desk.role) ? undefined : refuse('not-here', { id: item })),
      () => (state?.perished ? refuse('gone', { id: item }) : undefined),
      () => (state?.heldBy !== undefined ? refuse('already-taken', { id: item }) : undefined),
    );
    if (refusal || place === undefined) return refusal;
    stage.emit({ type: 'item-taken', audience: roleAudience(desk.role), ...acted(desk), item, place, basis });
    stage.clearTimer(`perish:${item}`);
    return undefined;
  },
  'handle-item': (stage, desk, { item, how }) => {
    const refusal = firstRefusal(
      () => needsItem(stage, desk, item),
      () => needsHeld(stage, desk, item),
    );
    if (refusal) return refusal;
    const audience = custodyAudience(stage, desk, item);
    const owner = how === 'return' ? ownerKnownTo(stage, audience, item) : undefined;
    stage.emit({ type: 'item-handled', audience, ...acted(desk), item, how, with: owner });
    return undefined;
  },
  'hand-over-item': (stage, desk, { item, to }) => {
    const known =
      isRole(stage, to) || to in stage.compiled.law.bodies || stage.world.people[to]?.known[desk.role] !== undefined;
    const refusal = firstRefusal(
      () => needsItem(stage, desk, item),
      () => needsHeld(stage, desk, item),
      () => (known && to !== desk.role ? undefined : refuse('unknown-id', { id: to })),
    );
    if (refusal) return refusal;
    const audience = [
      ...new Set([...custodyAudience(stage, desk, item), ...(isRole(stage, to) ? roleAudience(to) : [])]),
    ];
    stage.emit({ type: 'item-handed-over', audience, ...acted(desk), item, to });
    learnItem(stage, to, item, 'share', desk.role);
    return undefined;
  },
  'analyse-item': (stage, desk, { item }) => {
    const analysis = stage.compiled.scenario.items[item]?.analysis;
    const refusal = firstRefusal(
      () => needsItem(stage, desk, item),
      () => (analysis ? needsPower(stage, desk, [analysis.needs]) : refuse('nothing-to-analyse', { id: item })),
      () => needsHeld(stage, desk, item),
      () => (stage.world.items[item]?.analysis ? refuse('already-done') : undefined),
    );
    if (refusal || !analysis) return refusal;
    const due = stage.at + analysis.takes;
    stage.emit({ type: 'analysis-started', audience: roleAudience(desk.role), ...acted(desk), item, due });
    stage.setTimer(`analysis:${item}`, due, { do: 'analysis-end', item });
    return undefined;
  },
  'assess-item': (stage, desk, { item, person, elements }) => {
    const refusal = firstRefusal(
      () => needsItem(stage, desk, item),
      () => (stage.world.people[person]?.known[desk.role] ? undefined : refuse('not-known', { id: person })),
    );
    if (refusal) return refusal;
    stage.emit({ type: 'item-assessed', audience: roleAudience(desk.role), ...acted(desk), item, person, elements });
    return undefined;
  },
  'link-items': (stage, desk, { item, with: other, label }) => {
    const linked = stage.world.links.some(
      (link) => link.role === desk.role && link.item === item && link.with === other,
    );
    const refusal = firstRefusal(
      () => needsItem(stage, desk, item),
      () => needsItem(stage, desk, other),
      () => (item === other ? refuse('bad-value') : undefined),
      () => (linked ? refuse('already-done') : undefined),
    );
    if (refusal) return refusal;
    stage.emit({ type: 'items-linked', audience: roleAudience(desk.role), ...acted(desk), item, with: other, label });
    return undefined;
  },
  'unlink-items': (stage, desk, { item, with: other }) => {
    const linked = stage.world.links.some(
      (link) => link.role === desk.role && link.item === item && link.with === other,
    );
    if (!linked) return refuse('already-done');
    stage.emit({ type: 'items-unlinked', audience: roleAudience(desk.role), ...acted(desk), item, with: other });
    return undefined;
  },
  'place-item': (stage, desk, { item, x, y }) => {
    const refusal = needsItem(stage, desk, item);
    if (refusal) return refusal;
    stage.emit({ type: 'item-placed', audience: roleAudience(desk.role), ...acted(desk), item, x, y });
    return undefined;
  },
  'share-item': (stage, desk, command) => {
    const { item, parts, to, purpose, basis, channel, consent, text } = command;
    const known = stage.world.items[item]?.known[desk.role]?.parts ?? [];
    const refusal = firstRefusal(
      () => (parts.every((part) => known.includes(part)) ? undefined : refuse('not-known', { id: item })),
      () =>
        to !== desk.role && (isRole(stage, to) || to in stage.compiled.law.bodies)
          ? undefined
          : refuse('unknown-id', { id: to }),
      () =>
        consent === undefined || knowsConsent(stage, desk.role, consent)
          ? undefined
          : refuse('unknown-id', { id: consent }),
    );
    if (refusal) return refusal;
    const left = known.filter((part) => !parts.includes(part));
    const receiver = isRole(stage, to) ? [to] : [];
    // Only the sender knows what was left out: the receiver's copy does not reveal that there is more.
    stage.emit({
      type: 'item-shared',
      audience: roleAudience(desk.role),
      ...acted(desk),
      item,
      parts,
      left,
      to,
      purpose,
      basis,
      channel,
      consent,
      text,
    });
    for (const role of receiver) {
      stage.emit({
        type: 'share-received',
        audience: roleAudience(role),
        by: desk.role,
        seat: desk.seat,
        item,
        parts,
        to,
        purpose,
        basis,
        channel,
        text,
      });
      learnItem(stage, role, item, 'share', desk.role, parts);
    }
    return undefined;
  },
};
