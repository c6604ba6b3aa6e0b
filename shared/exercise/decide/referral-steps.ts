/** Shared steps of a referral: its audience, the room of a service, arrival, reception. */
import { caseClock } from '../../time.ts';
import { type Audience, role as roleAudience } from '../../access/audience.ts';
import type { KeptBy, PersonId } from '../ids.ts';
import type { Stage } from '../stage.ts';
import { knowsService } from './effects.ts';
import { movePerson } from './knowledge.ts';
import { nextReferralState } from './referral-machine.ts';

/** The role that runs a service, if it is seated in this exercise. */
export function runnerOf(stage: Stage, service: string | undefined): string | undefined {
  const runner = stage.compiled.scenario.services[service ?? '']?.['run-by'];
  return runner !== undefined && stage.world.roles.includes(runner) ? runner : undefined;
}

/**
 * The desks that may follow a referral: the one that opened it, the one that runs the service, and those that may
 * receive data by the person's consent.
 */
export function referralAudience(stage: Stage, id: string, service?: string): Audience {
  const referral = stage.world.referrals[id];
  const runner = runnerOf(stage, service ?? referral?.service);
  return roleAudience(...[referral?.by, runner].filter((role) => role !== undefined));
}

/** Why a service cannot take this person now; undefined if it can. */
export function declineReason(
  stage: Stage,
  service: string,
  person: PersonId,
): 'full' | 'profile' | 'hours' | undefined {
  const authored = stage.compiled.scenario.services[service];
  const who = stage.compiled.scenario.people[person];
  if (!authored || !who) return 'profile';
  const { accepts } = authored;
  if (!accepts.sex.includes(who.sex) || who.age.real < accepts['age-from'] || who.age.real > accepts['age-to'])
    return 'profile';
  if (!isOpen(authored.hours, stage.at)) return 'hours';
  return (stage.world.room[service] ?? authored.room) > 0 ? undefined : 'full';
}

/** True within `08:00-18:00`; a span across midnight works too. */
export function isOpen(hours: string, at: number): boolean {
  const [from = 0, to = 1440] = hours.split('-').map((clock) => {
    const [hour = 0, minute = 0] = clock.split(':').map(Number);
    return hour * 60 + minute;
  });
  const { hour, minute } = caseClock(at);
  const now = hour * 60 + minute;
  return from <= to ? now >= from && now < to : now >= from || now < to;
}

/** The person reaches the service. A service without a desk takes the person in automatically. */
export function arriveAtService(stage: Stage, id: string): void {
  const referral = stage.world.referrals[id];
  const service = stage.compiled.scenario.services[referral?.service ?? ''];
  if (!referral || !service) return;
  if (referral.state === 'received') {
    giveFeedback(stage, id, 'story');
    return;
  }
  const runner = runnerOf(stage, referral.service);
  const { person } = referral;
  movePerson(stage, person, service.at, runner ?? 'story');
  // A person who was held, not arrested, is free at a service.
  if (stage.world.people[person]?.custody === 'detained')
    stage.emit({ type: 'released', audience: referralAudience(stage, id), by: 'story', person });
  if (runner === undefined) receivePerson(stage, id, 'story');
}

/** Takes a person in. Returns false if the referral has not come that far. */
export function receivePerson(stage: Stage, id: string, by: KeptBy, seat?: string): boolean {
  const referral = stage.world.referrals[id];
  const state = referral && nextReferralState(referral.state, 'receive');
  if (!referral?.service || state === undefined) return false;
  stage.emit({
    type: 'received',
    audience: referralAudience(stage, id),
    by,
    seat,
    referral: id,
    person: referral.person,
    service: referral.service,
    state,
  });
  if (by === 'story')
    stage.setTimer(`receive:${id}`, stage.at + FEEDBACK_OF_UNPLAYED_SERVICE, { do: 'receive', referral: id });
  return true;
}

/** A service without a desk gives feedback after half an hour of case time. */
const FEEDBACK_OF_UNPLAYED_SERVICE = 30 * 60_000;

export function giveFeedback(stage: Stage, id: string, by: KeptBy, seat?: string, text?: string): boolean {
  const referral = stage.world.referrals[id];
  const state = referral && nextReferralState(referral.state, 'feedback');
  if (!referral?.service || state === undefined) return false;
  // The desk that screened gets the feedback, unless that would name a service it may not know.
  const { service } = referral;
  const screeners = (stage.world.people[referral.person]?.screenings ?? [])
    .map((screening) => screening.by)
    .filter((role) => knowsService(stage, role, service));
  const audience = [...referralAudience(stage, id), ...roleAudience(...screeners)];
  stage.emit({
    type: 'feedback-given',
    audience: [...new Set(audience)],
    by,
    seat,
    referral: id,
    person: referral.person,
    service: referral.service,
    text,
    state,
  });
  return true;
}
