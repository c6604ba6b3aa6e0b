/** How an interview is set up: the rules it keeps, and what the setting does to the person before the first question. */
import { describe, expect, it } from 'vitest';
import { safeguardsOf, settingEffect } from '../../shared/exercise/decide/interview-rules.ts';
import { scriptOf } from '../../shared/exercise/script-of.ts';
import { Stage } from '../../shared/exercise/stage.ts';
import type { Interview } from '../../shared/exercise/world.ts';
import { aClass } from '../support/a-class.ts';
import { aScenario, type Change } from '../support/a-scenario.ts';
import { anInterview } from '../support/a-scenario-content.ts';

type Rules = NonNullable<ReturnType<typeof anInterview>['rules']>;

const plain: Interview = {
  script: 'nyota-account',
  person: 'nyota',
  kind: 'account',
  by: 'police',
  place: 'children-home',
  briefed: false,
  recorded: false,
  lead: 'p1',
  state: 'engaged',
  engaged: [],
  closed: [],
  offered: [],
  suggested: [],
  shown: [],
  breaks: 0,
  turns: [],
  startedAt: 0,
};

function stageOf(change?: Change): Stage {
  const play = aClass(change);
  return new Stage(play.compiled, play.exercise, play.now);
}

/** The account of Nyota with these rules. */
const withRules =
  (rules: Rules, more: Change = () => undefined): Change =>
  (draft, law) => {
    draft.interviews['nyota-account'] = { ...anInterview(), rules };
    more(draft, law);
  };

const withoutChildPower: Change = (_draft, law) => {
  for (const agency of Object.values(law.agencies))
    agency.powers = agency.powers.filter((power) => power !== 'notify-guardian');
};

/** Sister Ruth and Officer Pili are not cleared. */
const inConflict: Change = (draft) => {
  for (const id of ['sister-ruth', 'officer-pili']) {
    const helper = draft.helpers[id];
    if (helper) helper.vetting = { takes: '5m', result: 'conflict', says: 'He knows Coach.' };
  }
};

describe('a rule of the script', () => {
  it.each<[Rules[number], Partial<Interview>, Partial<Interview>, Change?]>([
    ['child-specialist', { support: 'sister-ruth' }, {}, withoutChildPower],
    ['support-person', { support: 'sister-ruth' }, {}],
    ['guardian', { guardian: 'officer-pili' }, {}],
    ['interpreter', { interpreter: 'mrs-adan' }, { interpreter: 'bus-clerk' }],
    ['interpreter', { interpreter: 'mrs-adan' }, { support: 'sister-ruth' }],
    ['recorded', { recorded: true }, { recorded: false }],
    ['lawyer', { engaged: ['rights', 'lawyer'] }, { engaged: ['rights'], recorded: true }],
  ])('%s is kept with %o and missing with %o', (rule, kept, missing, change) => {
    const stage = stageOf(withRules([rule], change));
    expect(safeguardsOf(stage, { ...plain, ...kept })).toEqual({ kept: [rule], missing: [] });
    expect(safeguardsOf(stage, { ...plain, ...missing })).toEqual({ kept: [], missing: [rule] });
  });

  it('for a child specialist is kept by a desk of the child agency', () => {
    const stage = stageOf(withRules(['child-specialist']));
    expect(safeguardsOf(stage, { ...plain, by: 'child-protection' }).kept).toEqual(['child-specialist']);
  });

  it('is not kept by a helper who was found in conflict', () => {
    const stage = stageOf(
      withRules(['child-specialist', 'support-person', 'guardian'], (draft, law) => {
        withoutChildPower(draft, law);
        inConflict(draft, law);
      }),
    );
    const set = { ...plain, support: 'sister-ruth', guardian: 'officer-pili' };
    expect(safeguardsOf(stage, set).kept).toEqual([]);
  });

  it('for a guardian is kept once the guardian was notified', () => {
    const play = aClass(withRules(['guardian']), { p1: 'police', c1: 'child-protection' });
    play.seat('c1').does('travel', { place: 'bus-park' });
    play.passes('30m');
    play.seat('c1').does('notify-guardian', { person: 'nyota' });
    const stage = new Stage(play.compiled, play.exercise, play.now);
    expect(safeguardsOf(stage, plain)).toEqual({ kept: ['guardian'], missing: [] });
  });

  it('about what is asked is not judged by the setting', () => {
    expect(safeguardsOf(stageOf(withRules(['essentials-only'])), plain).kept).toEqual(['essentials-only']);
  });

  it('exists only where the author wrote a script', () => {
    expect(safeguardsOf(stageOf(), { ...plain, script: 'none' })).toEqual({ kept: [], missing: [] });
  });
});

describe('the setting', () => {
  /** Everything explained, at the right place, with no rule and no helper. */
  const well = { ...plain, engaged: ['purpose', 'rights'] };
  const effectOf = (interview: Partial<Interview>, change: Change = withRules([])) =>
    settingEffect(stageOf(change), { ...well, ...interview });

  it('calms a person who was told everything', () => {
    expect(effectOf({})).toEqual({ trust: 1, stress: -1 });
  });

  it.each([
    ['half of it', ['rights'], 0],
    ['nothing', [], -1],
    ['something else', ['lawyer'], -1],
  ])('changes trust by what is explained: %s', (_what, engaged, trust) => {
    expect(effectOf({ engaged })).toEqual({ trust, stress: 0 });
  });

  it('asks only for the steps of this kind of interview', () => {
    expect(effectOf({ kind: 'witness', engaged: ['purpose'] })).toEqual({ trust: 1, stress: -1 });
    const noSteps: Change = (draft, law) => {
      withRules([])(draft, law);
      law['engage-steps'] = { rights: { title: 'Explain rights', for: ['suspect'] } };
    };
    expect(effectOf({ engaged: [] }, noSteps)).toEqual({ trust: 1, stress: -1 });
  });

  it('adds what each helper does to the person', () => {
    expect(effectOf({ interpreter: 'mrs-adan' })).toEqual({ trust: 2, stress: -1 });
    expect(effectOf({ interpreter: 'bus-clerk' })).toEqual({ trust: -1, stress: 1 });
    expect(effectOf({ support: 'sister-ruth' })).toEqual({ trust: 1, stress: -2 });
    expect(effectOf({ interpreter: 'bus-clerk', support: 'sister-ruth', guardian: 'officer-pili' })).toEqual({
      trust: -1,
      stress: 0,
    });
  });

  it('frightens at a place that is not one of the best', () => {
    expect(effectOf({ place: 'station' })).toEqual({ trust: 1, stress: 0 });
    const anywhere: Change = (draft) => {
      draft.interviews['nyota-account'] = { ...anInterview(), rules: [], 'best-place': [] };
    };
    expect(effectOf({ place: 'station' }, anywhere)).toEqual({ trust: 1, stress: -1 });
    expect(effectOf({ place: 'station', script: 'none' })).toEqual({ trust: 1, stress: -1 });
  });

  it('without a needed interpreter costs trust and frightens', () => {
    const needed = withRules(['interpreter']);
    expect(effectOf({}, needed)).toEqual({ trust: 0, stress: 1 });
    expect(effectOf({ interpreter: 'mrs-adan' }, needed)).toEqual({ trust: 2, stress: -1 });
    expect(effectOf({ place: 'station' }, needed)).toEqual({ trust: 0, stress: 2 });
  });
});

describe('the offered questions', () => {
  it('leave out what was asked, but care may be asked again', () => {
    const play = aClass();
    const police = play.desk('police');
    police.does('travel', { place: 'bus-park' });
    play.passes('20m');
    police.does('plan-interview', { person: 'nyota', kind: 'account', place: 'bus-park', recorded: true });
    const interview = 'police-interview-1';
    police.does('begin-account', { interview });
    const offered = () => play.world.interviews[interview]?.offered.map((address) => address.split('.').at(-1));
    expect(offered()).toEqual(['feel-now', 'why-go', 'tell-me', 'coach-paid']);
    for (const question of ['safety.feel-now', 'journey.coach-paid'])
      police.does('ask', { interview, question: `nyota-account.${question}` });
    expect(offered()).toEqual(['feel-now', 'why-go', 'tell-me']);
    expect(police.asks('ask', { interview, question: 'nyota-account.journey.coach-paid' })).toBe('not-offered');
    expect(police.asks('ask', { interview, question: 'nyota-account.safety.feel-now' })).toBe('done');
  });
});

it('a script is for one kind of talk: the same person may be heard without one', () => {
  const { scenario } = aScenario();
  expect(scriptOf(scenario, { person: 'nyota', kind: 'account' })).toBe('nyota-account');
  expect(scriptOf(scenario, { person: 'nyota', kind: 'first-questions' })).toBe('none');
});
