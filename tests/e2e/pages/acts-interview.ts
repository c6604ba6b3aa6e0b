/** Interviews: plan, prepare, explain, ask, rest, close. */
import type { KeyOf } from '../../../client/i18n/index.ts';
import { expect, type Locator } from '@playwright/test';
import { escaped, oneOf, text, textOf } from '../support/texts.ts';
import type { Act, Fields } from './act.ts';
import type { Desk } from './desk.ts';
import type { Names } from './names.ts';

const rowOf = (desk: Desk, person: string): Locator =>
  desk.page
    .getByRole('listitem')
    .filter({ has: desk.page.getByRole('heading', { level: 2, name: oneOf(desk.play.person(person)) }) });

/** Opens the interview that an earlier step planned with this person. */
async function toInterview(desk: Desk, fields: Fields, names: Names): Promise<void> {
  const person = names.of(fields.text('interview')).text('person');
  const heading = desk.page.getByRole('heading', {
    level: 1,
    name: new RegExp(`^(?:${desk.play.person(person).map(escaped).join('|')})`),
  });
  const inside = /\/play\/interviews\/.+/.test(desk.page.url()) && (await heading.isVisible());
  if (inside) return;
  await desk.to('interviews');
  await desk.button('work', 'interview.resume', rowOf(desk, person)).click({ timeout: 6000 });
  await expect(heading).toBeVisible();
}

const inInterview =
  (key: KeyOf<'work'>): Act['reach'] =>
  async (desk, fields, names) => {
    await toInterview(desk, fields, names);
    return desk.button('work', key);
  };

const planInterview: Act = {
  reach: async (desk, fields) => {
    await desk.to('interviews');
    return desk.button('work', 'interview.plan', rowOf(desk, fields.text('person')));
  },
  go: async (desk, begin, fields) => {
    await begin.click();
    const kind = textOf('work', `interview.kind.${fields.text('kind')}`);
    await desk.choose(desk.group(text('work', 'interview.form.purpose')), kind);
    await desk.select(text('work', 'interview.form.place'), desk.play.name(`place:${fields.text('place')}`));
    for (const [helper, field] of [
      ['interpreter', 'shared.interpreter'],
      ['support', 'interview.form.support'],
      ['guardian', 'shared.guardian'],
    ] as const) {
      const wanted = fields.maybe(helper);
      if (wanted === undefined) continue;
      const label = new RegExp(`^${escaped(desk.play.name(`helper:${wanted}`))} ·`);
      await desk.select(text('work', field), label);
    }
    const recorded = text('work', fields.yes('recorded') ? 'interview.form.recordedYes' : 'interview.form.recordedNo');
    await desk.choose(desk.group(text('work', 'interview.form.recorded')), recorded);
    await desk.act(desk.button('work', 'interview.form.submit'));
    await expect(desk.page).toHaveURL(/\/play\/interviews\/.+/);
  },
};

const press = (key: KeyOf<'work'>): Act => ({ reach: inInterview(key), go: (desk, begin) => desk.act(begin) });

const engage: Act = {
  reach: inInterview('interview.engage.submit'),
  go: async (desk, begin, fields) => {
    const titles = fields.list('steps').map((step) => desk.play.compiled.law['engage-steps'][step]?.title ?? step);
    await desk.tick(desk.group(text('work', 'interview.engage.steps')), titles);
    await desk.act(begin);
    await expect(desk.button('work', 'interview.engage.begin')).toBeVisible();
  },
};

const ask: Act = {
  reach: async (desk, fields, names) => {
    await toInterview(desk, fields, names);
    const question = desk.play.words(`question:${fields.text('question')}`);
    return desk.choice(desk.page.locator('fieldset'), oneOf([question])).getByRole('radio');
  },
  go: async (desk, begin) => {
    await begin.check();
    await desk.act(desk.button('work', 'interview.account.ask'));
    await expect(desk.button('work', 'interview.account.ask')).toBeHidden();
  },
};

const showItem: Act = {
  reach: inInterview('interview.account.show'),
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('work', 'interview.account.showTitle'));
    await desk.choose(dialog, desk.play.name(`item:${fields.text('item')}`));
    await desk.send(dialog, desk.button('work', 'interview.account.showSubmit', dialog));
  },
};

const closeInterview: Act = {
  reach: inInterview('interview.account.close'),
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('work', 'interview.close.title'));
    const steps = fields.list('steps').map((step) => textOf('work', `interview.close.step.${step}`));
    await desk.tick(desk.group(text('work', 'interview.close.steps'), dialog), steps);
    await desk.send(dialog, desk.button('work', 'interview.close.submit', dialog));
  },
};

export const interviewActs: Readonly<Record<string, Act>> = {
  'plan-interview': planInterview,
  'vet-interpreter': press('interview.prepare.vet'),
  'brief-interpreter': press('interview.prepare.brief'),
  engage,
  'begin-account': press('interview.engage.begin'),
  ask,
  'show-item': showItem,
  'take-break': press('interview.account.break'),
  'end-break': press('interview.account.resume'),
  'close-interview': closeInterview,
};
