/** Runs a due timer. */
import type { Effect } from '../../scenario/schema/effects.ts';
import { role as roleAudience, trainerOnly } from '../../access/audience.ts';
import type { TimerAction } from '../../vocabulary/timer-action.ts';
import type { SeatId } from '../ids.ts';
import type { Stage } from '../stage.ts';
import { powersOf } from '../powers.ts';
import { applyEffect, fireInject, perish } from './effects.ts';
import { learnItem, movePerson, partsOf } from './knowledge.ts';
import { arriveAtService } from './referral-steps.ts';
import { answerForBody } from './outside-answers.ts';
import { stepByTimer } from './settle.ts';

export function runTimer(stage: Stage, action: TimerAction): void {
  switch (action.do) {
    case 'chart':
      return stepByTimer(stage, action.chart, action.event);
    case 'arrive':
      return arrive(stage, action.seat);
    case 'search-end':
      return endSearch(stage, action.seat);
    case 'analysis-end':
      return endAnalysis(stage, action.item);
    case 'perish':
      return perish(stage, action.item);
    case 'inject':
      return firePlannedInject(stage, action.inject);
    case 'answer':
      return answerForBody(stage, action.request);
    case 'vetted':
      return endVetting(stage, action.interview, action.helper, action.by);
    case 'receive':
      return arriveAtService(stage, action.referral);
    case 'person-arrives':
      return movePerson(stage, action.person, action.place, action.by);
    case 'effect':
      return applyEffect(stage, action.effect as Effect);
    case 'expectation':
      return stage.emit({ type: 'expectation-missed', audience: trainerOnly, inject: action.inject });
    case 'duty':
      return missDuty(stage, action.duty, action.person);
    case 'consent-end':
      return endConsent(stage, action.consent);
    case 'check':
      return undefined;
  }
}

function arrive(stage: Stage, id: SeatId): void {
  const seat = stage.world.seats[id];
  if (!seat?.busy) return;
  stage.emit({
    type: 'travel-ended',
    audience: roleAudience(seat.role),
    by: seat.role,
    seat: id,
    place: seat.busy.place,
  });
}

/** A search finds the items at the place that this desk can find now; items taken by another desk are gone. */
function endSearch(stage: Stage, id: SeatId): void {
  const seat = stage.world.seats[id];
  if (!seat?.busy) return;
  const { place } = seat.busy;
  const found = findable(stage, seat.role, place);
  stage.emit({ type: 'search-ended', audience: roleAudience(seat.role), by: seat.role, seat: id, place, parts: found });
  for (const item of found) {
    stage.emit({ type: 'item-found', audience: roleAudience(seat.role), by: seat.role, seat: id, item, place });
    learnItem(stage, seat.role, item, 'found', seat.role);
  }
}

/** The items that a desk would find at a place now. */
export function findable(stage: Stage, role: string, place: string): string[] {
  const powers = powersOf(stage.compiled, role);
  return (stage.compiled.index.itemsByPlace.get(place) ?? []).flatMap(([id, item]) => {
    const state = stage.world.items[id];
    const there = item.found?.by === undefined || item.found.by.includes(role);
    const may = item.found?.needs === undefined || powers.has(item.found.needs);
    if (!there || !may || state?.perished || (state?.heldBy !== undefined && state.heldBy !== role)) return [];
    const complete = state?.known[role]?.parts.length === partsOf(stage, id).length;
    if (complete && state?.foundAt !== undefined) return [];
    return item.found?.when && !stage.holds(item.found.when) ? [] : [id];
  });
}

function endAnalysis(stage: Stage, item: string): void {
  const by = stage.world.items[item]?.analysis?.by;
  const analysis = stage.compiled.scenario.items[item]?.analysis;
  if (by === undefined || !analysis) return;
  stage.emit({ type: 'analysis-ended', audience: roleAudience(by), by, item });
  if (analysis.when && !stage.holds(analysis.when)) return;
  for (const yielded of analysis.yields) learnItem(stage, by, yielded, 'analysis', by);
}

function firePlannedInject(stage: Stage, id: string): void {
  const inject = stage.compiled.scenario.injects[id];
  const waits = inject?.at !== undefined && inject.when !== undefined && !stage.holds(inject.when);
  if (!waits) fireInject(stage, id, 'story');
}

function endVetting(stage: Stage, interview: string, interpreter: string, by: string): void {
  const helper = stage.compiled.scenario.helpers[interpreter];
  if (!helper || stage.world.interviews[interview]?.interpreter !== interpreter) return;
  stage.emit({
    type: 'interpreter-vetted',
    audience: roleAudience(by),
    by,
    interview,
    interpreter,
    result: helper.vetting.result,
  });
}

function missDuty(stage: Stage, duty: string, person: string): void {
  for (const open of Object.values(stage.world.duties)) {
    if (open.duty === duty && open.person === person && open.state === 'open' && open.due <= stage.at) {
      stage.emit({ type: 'duty-missed', audience: roleAudience(open.role), duty, person, role: open.role });
    }
  }
}

function endConsent(stage: Stage, id: string): void {
  const consent = stage.world.consents[id];
  if (consent?.state !== 'given') return;
  const audience = roleAudience(consent.by, ...consent.to.filter((to) => stage.world.roles.includes(to)));
  stage.emit({ type: 'consent-ended', audience, by: 'story', consent: id, person: consent.person, kind: consent.kind });
}
