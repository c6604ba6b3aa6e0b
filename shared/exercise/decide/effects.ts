/** Effects of an answer, a decision, an inject or a state, and the injects that effects fire. */
import { TRAINER } from '../../access/stored-names.ts';
import type { Effect } from '../../scenario/schema/effects.ts';
import { role as roleAudience, trainerOnly } from '../../access/audience.ts';
import type { KeptBy, PersonId } from '../ids.ts';
import type { Stage } from '../stage.ts';
import { learnItem, movePerson } from './knowledge.ts';
import { changeMood } from './mood.ts';

/** Applies effects in order. `cause` names their source, for the ids of delayed ones. */
export function applyEffects(stage: Stage, effects: readonly Effect[], cause: string): void {
  effects.forEach((effect, index) => {
    if (effect.after === undefined) applyEffect(stage, effect);
    else {
      const { after, ...now } = effect;
      stage.setTimer(`effect:${cause}:${index}:${stage.exercise.seq}`, stage.at + after, {
        do: 'effect',
        effect: now,
        cause,
      });
    }
  });
}

/** Applies one effect immediately. */
export function applyEffect(stage: Stage, effect: Effect): void {
  if (effect.send !== undefined)
    stage.emit({ type: 'signal-sent', audience: trainerOnly, by: 'story', signal: effect.send });
  if (effect.fire !== undefined) fireInject(stage, effect.fire, 'story');
  if (effect.learn !== undefined && effect.role !== undefined)
    learnItem(stage, effect.role, effect.learn, 'story', 'story');
  if (effect.move !== undefined && effect.to !== undefined) movePerson(stage, effect.move, effect.to, 'story');
  if (effect.perish !== undefined) perish(stage, effect.perish);
  if (effect.appear !== undefined) stage.emit({ type: 'item-appeared', audience: trainerOnly, item: effect.appear });
  for (const [person, trust] of Object.entries(effect.trust ?? {})) changeMood(stage, person, { trust });
  for (const [person, stress] of Object.entries(effect.stress ?? {})) changeMood(stage, person, { stress });
  if (effect['risk-trigger'] !== undefined) {
    stage.emit({ type: 'risk-triggered', audience: trainerOnly, person: effect['risk-trigger'], signal: 'story' });
  }
  if (effect.withdraw !== undefined) withdrawConsents(stage, effect.withdraw);
  for (const [service, by] of Object.entries(effect.room ?? {})) changeRoom(stage, service, by);
  if (effect.end) stage.emit({ type: 'end-suggested', audience: trainerOnly, by: 'story' });
}

/** Loses an item, unless it is in custody by now. */
export function perish(stage: Stage, item: string): void {
  const state = stage.world.items[item];
  if (state?.perished || state?.heldBy !== undefined) return;
  const aware = Object.keys(state?.known ?? {});
  stage.emit({ type: 'item-perished', audience: aware.length > 0 ? roleAudience(...aware) : trainerOnly, item });
}

function withdrawConsents(stage: Stage, person: PersonId): void {
  for (const id of stage.world.people[person]?.consents ?? []) {
    const consent = stage.world.consents[id];
    if (consent?.state !== 'given') continue;
    const audience = roleAudience(consent.by, ...consent.to.filter((to) => stage.world.roles.includes(to)));
    stage.emit({ type: 'consent-withdrawn', audience, by: 'story', consent: id, person, kind: consent.kind });
  }
}

/** Roles that have a service in their directory. */
export function directoryOf(stage: Stage, service: string): string[] {
  const known = stage.compiled.scenario.services[service]?.['known-to'];
  return stage.world.roles.filter((role) => known === undefined || known.includes(role));
}

/** True if a desk has this service in its directory, or runs it. */
export const knowsService = (stage: Stage, role: string, service: string): boolean => {
  const authored = stage.compiled.scenario.services[service];
  return authored !== undefined && (directoryOf(stage, service).includes(role) || authored['run-by'] === role);
};

export function changeRoom(stage: Stage, service: string, by: number): void {
  const room = Math.max(0, (stage.world.room[service] ?? 0) + by);
  const roles = directoryOf(stage, service);
  stage.emit({
    type: 'room-changed',
    audience: roles.length > 0 ? roleAudience(...roles) : trainerOnly,
    service,
    room,
  });
}

/** Fires an inject once, unless it is held, skipped, or its `unless` holds (a trainer who fires it overrides that). */
export function fireInject(stage: Stage, id: string, by: KeptBy): void {
  const inject = stage.compiled.scenario.injects[id];
  const state = stage.world.injects[id];
  if (!inject || state?.firedAt !== undefined || state?.skipped) return;
  if (by !== TRAINER) {
    if (state?.held) return;
    if (inject.unless && stage.holds(inject.unless)) {
      stage.emit({ type: 'inject-skipped', audience: trainerOnly, by: 'story', inject: id });
      return;
    }
  }
  const to = inject.to.includes('everyone')
    ? stage.world.roles
    : stage.world.roles.filter((role) => inject.to.includes(role));
  stage.clearTimer(`inject:${id}`);
  stage.emit({ type: 'inject-fired', audience: trainerOnly, by, inject: id, to });
  // No desk learns which other desks receive it or whether a trainer fired it; an inject for everyone shows that
  // itself.
  const open = inject.to.includes('everyone');
  for (const role of to)
    stage.emit({ type: 'inject-received', audience: roleAudience(role), inject: id, to: open ? to : [role] });
  for (const item of inject.gives) for (const role of to) learnItem(stage, role, item, 'inject', 'story');
  applyEffects(stage, inject.does, `inject:${id}`);
  if (inject.expects) {
    const due = stage.at + inject.expects.within;
    stage.emit({ type: 'expectation-set', audience: trainerOnly, inject: id, due });
    stage.setTimer(`expectation:${id}`, due, { do: 'expectation', inject: id });
  }
}
