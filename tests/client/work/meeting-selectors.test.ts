import { describe, expect, test } from 'vitest';
import { agendaLines } from '../../../client/ui/trainee/conference/agenda.ts';
import {
  actionsOf,
  conferencesOf,
  isAtTable,
  members,
  openActions,
  silentDesks,
  voice,
} from '../../../client/ui/trainee/conference/selectors.ts';
import {
  decisionRows,
  decisionStage,
  voice as decisionVoice,
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
  test('is listed for the desks it concerns, open ones first', () => {
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

  test('has the caller at the table from the start, the others once they join', () => {
    const meeting = conference({ joined: ['prosecutor'] });
    expect(members(meeting)).toEqual(['police', 'prosecutor', 'child-protection']);
    expect(members(meeting).filter((role) => isAtTable(meeting, role))).toEqual(['police', 'prosecutor']);
  });

  test('names the desks that were not heard', () => {
    expect(silentDesks(conference({ statements: [{ at: 1, by: 'police', text: 't' }] }))).toEqual([
      'prosecutor',
      'child-protection',
    ]);
  });

  test('keeps its actions in the order in which they were proposed', () => {
    const base = world({ actions: { a1: action(), a2: action() } });
    expect(actionsOf(base, conference({ actions: ['a2', 'gone', 'a1'] })).map((row) => row.id)).toEqual(['a2', 'a1']);
  });

  test('lets a desk agree until it has, also after a dissent, and dissent once', () => {
    const one = action({ agreed: ['prosecutor'], dissent: [{ by: 'labour', text: 't' }] });
    expect(['police', 'prosecutor', 'labour', 'immigration'].map((role) => voice(one, role))).toEqual([
      { agree: false, dissent: false },
      { agree: false, dissent: false },
      { agree: true, dissent: false },
      { agree: true, dissent: true },
    ]);
    expect(voice(action({ state: 'decided' }), 'labour')).toEqual({ agree: false, dissent: false });
  });

  test('open actions: decided and not done, our own first, then by deadline', () => {
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

  test('an agenda is one point a line, without bullets and numbers', () => {
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

  test('waits for those who must agree, not for who proposed', () => {
    expect(waitingFor(proposed, ['police', 'prosecutor'])).toEqual(['prosecutor']);
    expect(waitingFor({ ...proposed, agreed: ['prosecutor'] }, ['police', 'prosecutor'])).toEqual([]);
    expect(waitingFor(open, ['prosecutor'])).toEqual([]);
  });

  test('can be agreed to also after a dissent; a dissent on another option does not answer this one', () => {
    const dissented = (option: string): DecisionState => ({
      ...proposed,
      dissent: [{ by: 'prosecutor', text: 't', option }],
    });
    expect(decisionVoice(proposed, ['prosecutor'], 'prosecutor')).toEqual({ agree: true, dissent: true });
    expect(decisionVoice(dissented('wait'), ['prosecutor'], 'prosecutor')).toEqual({ agree: true, dissent: false });
    expect(decisionVoice(dissented('go'), ['prosecutor'], 'prosecutor')).toEqual({ agree: true, dissent: true });
    expect(decisionVoice(proposed, ['prosecutor'], 'police')).toEqual({ agree: false, dissent: false });
  });

  test('stands before those already made', () => {
    const made: DecisionState = { ...open, openedAt: 5, made: { option: 'go', at: 6 } };
    expect(
      decisionRows(world({ decisions: { made, open, proposed: { ...proposed, openedAt: 3 } } })).map((row) => row.id),
    ).toEqual(['proposed', 'open', 'made']);
    expect([open, proposed, made].map(decisionStage)).toEqual(['open', 'proposed', 'made']);
  });
});

test('deadlines to choose from lie ahead, soonest first, on full five minutes', () => {
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
