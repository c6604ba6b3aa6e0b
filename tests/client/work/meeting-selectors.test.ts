import { describe, expect, test } from 'vitest';
import { agendaLines } from '../../../client/ui/trainee/conference/agenda.ts';
import {
  actionsOf,
  conferencesOf,
  isAtTable,
  members,
  openActions,
  silentDesks,
  possibleResponses,
} from '../../../client/ui/trainee/conference/selectors.ts';
import {
  decisionRows,
  decisionStage,
  possibleResponses as decisionResponses,
  waitingFor,
} from '../../../client/ui/trainee/decisions/selectors.ts';
import { dueChoices } from '../../../client/ui/trainee/work/due.ts';
import type { AgreedAction, DecisionState } from '../../../shared/exercise/world.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time.ts';
import { conference, world } from './worlds.ts';

const action = (parts: Partial<AgreedAction> = {}): AgreedAction => ({
  conference: 'c1',
  by: 'police',
  text: 't',
  to: 'prosecutor',
  due: 5,
  agreed: [],
  dissent: [],
  state: 'proposed',
  ...parts,
});

describe('a conference', () => {
  test('is listed for its desks, open ones first', () => {
    const base = world({
      conferences: {
        old: conference({ at: 9, state: 'closed' }),
        open: conference({ at: 1 }),
        theirs: conference({ by: 'labour', with: ['immigration'] }),
      },
    });
    expect(conferencesOf(base, 'prosecutor').map((row) => row.id)).toEqual(['open', 'old']);
    expect(conferencesOf(base, 'police').map((row) => row.id)).toEqual(['open', 'old']);
  });

  test('has the calling desk in the room from the start, the others once they join', () => {
    const meeting = conference({ joined: ['prosecutor'] });
    expect(members(meeting)).toEqual(['police', 'prosecutor', 'child-protection']);
    expect(members(meeting).filter((role) => isAtTable(meeting, role))).toEqual(['police', 'prosecutor']);
  });

  test('lists the desks that did not speak', () => {
    expect(silentDesks(conference({ statements: [{ at: 1, by: 'police', text: 't' }] }))).toEqual([
      'prosecutor',
      'child-protection',
    ]);
  });

  test('keeps its actions in the order of their proposals', () => {
    const base = world({ actions: { a1: action(), a2: action() } });
    expect(actionsOf(base, conference({ actions: ['a2', 'gone', 'a1'] })).map((row) => row.id)).toEqual(['a2', 'a1']);
  });

  test('lets a desk agree once, also after a dissent, and dissent once', () => {
    const one = action({ agreed: ['prosecutor'], dissent: [{ by: 'labour', text: 't' }] });
    expect(['police', 'prosecutor', 'labour', 'immigration'].map((role) => possibleResponses(one, role))).toEqual([
      { agree: false, dissent: false },
      { agree: false, dissent: false },
      { agree: true, dissent: false },
      { agree: true, dissent: true },
    ]);
    expect(possibleResponses(action({ state: 'decided' }), 'labour')).toEqual({ agree: false, dissent: false });
  });

  test('lists decided actions that are not done, the desk’s own first, then by deadline', () => {
    const base = world({
      actions: {
        late: action({ state: 'decided', due: 9 }),
        soon: action({ state: 'decided', due: 2 }),
        mine: action({ state: 'decided', to: 'police', due: 8 }),
        done: action({ state: 'done' }),
        asked: action(),
      },
    });
    expect(openActions(base, 'police').map((row) => row.id)).toEqual(['mine', 'soon', 'late']);
  });

  test('parses an agenda as one point per line, without bullets and numbers', () => {
    expect(agendaLines('- Safety now\n\n 2. Who speaks to the child\n• Press \n3 buses')).toEqual([
      'Safety now',
      'Who speaks to the child',
      'Press',
      '3 buses',
    ]);
  });
});

describe('a decision', () => {
  const open: DecisionState = { openedAt: 1, agreed: [], dissent: [] };
  const proposed: DecisionState = {
    ...open,
    proposal: { by: 'police', option: 'wait', reason: 'r', confidence: 'low', at: 2 },
  };

  test('waits for the desks that must agree, not for the one that proposed', () => {
    expect(waitingFor(proposed, ['police', 'prosecutor'])).toEqual(['prosecutor']);
    expect(waitingFor({ ...proposed, agreed: ['prosecutor'] }, ['police', 'prosecutor'])).toEqual([]);
    expect(waitingFor(open, ['prosecutor'])).toEqual([]);
  });

  test('can be agreed to after a dissent; a dissent on another option does not count', () => {
    const dissented = (option: string): DecisionState => ({
      ...proposed,
      dissent: [{ by: 'prosecutor', text: 't', option }],
    });
    expect(decisionResponses(proposed, ['prosecutor'], 'prosecutor')).toEqual({ agree: true, dissent: true });
    expect(decisionResponses(dissented('wait'), ['prosecutor'], 'prosecutor')).toEqual({ agree: true, dissent: false });
    expect(decisionResponses(dissented('go'), ['prosecutor'], 'prosecutor')).toEqual({ agree: true, dissent: true });
    expect(decisionResponses(proposed, ['prosecutor'], 'police')).toEqual({ agree: false, dissent: false });
  });

  test('comes before decisions already made', () => {
    const made: DecisionState = { ...open, openedAt: 5, made: { option: 'go', at: 6 } };
    expect(
      decisionRows(world({ decisions: { made, open, proposed: { ...proposed, openedAt: 3 } } })).map((row) => row.id),
    ).toEqual(['proposed', 'open', 'made']);
    expect([open, proposed, made].map(decisionStage)).toEqual(['open', 'proposed', 'made']);
  });
});

test('offered deadlines are in the future, soonest first, on full five minutes', () => {
  const now = DAY + 7 * HOUR + 52 * MINUTE;
  const choices = dueChoices(now);
  expect(choices[0]).toEqual({ at: DAY + 8 * HOUR + 25 * MINUTE, label: 'minutes', count: 30 });
  expect(choices.find((choice) => choice.label === 'morning')?.at).toBe(2 * DAY + 8 * HOUR);
  expect(
    choices.every(
      (choice, index) =>
        choice.at > now && choice.at % (5 * MINUTE) === 0 && choice.at >= (choices[index - 1]?.at ?? 0),
    ),
  ).toBe(true);
});
