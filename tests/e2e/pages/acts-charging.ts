/** The charging table. */
import type { Locator } from '@playwright/test';
import { oneOf, text, textOf } from '../support/texts.ts';
import type { Act, Fields } from './act.ts';
import type { Desk } from './desk.ts';

async function personCard(desk: Desk, person: string): Promise<Locator> {
  if (!desk.isOn('charging')) await desk.to('charging');
  return desk.section(oneOf(desk.play.person(person)));
}

/** Expands collapsed groups, so that every item can be ticked. */
async function showAllItems(dialog: Locator): Promise<void> {
  const more = dialog.getByRole('button', { name: /^Show \d+ more items?$/ });
  while ((await more.count()) > 0) await more.first().click();
}

async function nonPunishment(desk: Desk, fields: Fields, dialog: Locator): Promise<void> {
  const state = textOf('work', `charging.np.${fields.text('nonPunishment')}`);
  await desk.choose(desk.group(text('work', 'charging.nonPunishment'), dialog), state);
}

const setCharge: Act = {
  reach: async (desk, fields) => desk.button('work', 'charging.add', await personCard(desk, fields.text('person'))),
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.page.getByRole('dialog');
    const { law } = desk.play.compiled;
    const offence = law.offences[fields.text('offence')];
    await desk.select(text('work', 'charging.offence'), offence?.title ?? '', dialog);
    if (offence?.['child-rule']) {
      const child = text('work', fields.yes('child') ? 'charging.childYes' : 'charging.childNo');
      await desk.choose(desk.group(text('work', 'charging.childQuestion'), dialog), child);
    }
    await showAllItems(dialog);
    for (const [column, key] of [
      ['act', 'act'],
      ['means', 'means'],
      ['purpose', 'purposeItems'],
    ] as const) {
      const items = fields.list(key).map((item) => desk.play.name(`item:${item}`));
      await desk.tick(desk.group(text('work', `charging.column.${column}`), dialog), items);
    }
    await nonPunishment(desk, fields, dialog);
    const remedies = fields.list('remedies').map((remedy) => law.remedies[remedy] ?? remedy);
    await desk.tick(desk.group(text('work', 'charging.remedies'), dialog), remedies);
    await desk.send(dialog, desk.button('work', 'charging.save', dialog));
  },
};

const fileCharge: Act = {
  reach: async (desk, fields, names) => {
    const card = await personCard(desk, names.of(fields.text('charge')).text('person'));
    return desk.button('work', 'charging.file', card);
  },
  go: async (desk, begin) => {
    await begin.click();
    const dialog = desk.dialog(text('work', 'charging.fileTitle'));
    await desk.send(dialog, desk.button('work', 'charging.file', dialog));
  },
};

const decideNoCharge: Act = {
  reach: async (desk, fields) =>
    desk.button('work', 'charging.noCharge', await personCard(desk, fields.text('person'))),
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.page.getByRole('dialog');
    await nonPunishment(desk, fields, dialog);
    await desk.fill(text('work', 'shared.reason'), fields.text('reason'), dialog);
    await desk.send(dialog, desk.button('work', 'charging.noChargeSubmit', dialog));
  },
};

const askProtectiveMeasure: Act = {
  reach: async (desk, fields) =>
    (await personCard(desk, fields.text('person')))
      .locator('summary')
      .filter({ hasText: text('work', 'charging.measures') }),
  go: async (desk, begin, fields) => {
    const card = await personCard(desk, fields.text('person'));
    const field = card.getByLabel(text('work', 'charging.measureAdd'), { exact: true });
    if (!(await field.isVisible())) await begin.click();
    const measure = desk.play.compiled.law['protective-measures'][fields.text('kind')] ?? '';
    await desk.select(text('work', 'charging.measureAdd'), measure, card);
    await desk.act(desk.button('work', 'charging.measureSubmit', card));
  },
};

export const chargingActs: Readonly<Record<string, Act>> = {
  'set-charge': setCharge,
  'file-charge': fileCharge,
  'decide-no-charge': decideNoCharge,
  'ask-protective-measure': askProtectiveMeasure,
};
