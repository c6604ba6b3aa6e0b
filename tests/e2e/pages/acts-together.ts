/** Joint work: conference, decisions, the plan of an operation, the decision log. */
import type { KeyOf } from '../../../client/i18n/index.ts';
import type { Locator } from '@playwright/test';
import { oneOf, text, textOf } from '../support/texts.ts';
import type { Act } from './act.ts';
import type { Desk, DeskPageName } from './desk.ts';
import { chooseDue } from './due.ts';

/** Opens the page, unless it is already open. */
async function on(desk: Desk, page: DeskPageName): Promise<void> {
  if (!desk.isOn(page)) await desk.to(page);
}

const onPage =
  (page: DeskPageName, key: KeyOf<'work'>): Act['reach'] =>
  async (desk) => {
    await on(desk, page);
    return desk.button('work', key);
  };

const press = (page: DeskPageName, key: KeyOf<'work'>): Act => ({
  reach: onPage(page, key),
  go: (desk, begin) => desk.act(begin),
});

const callConference: Act = {
  reach: onPage('conference', 'conference.call'),
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('work', 'conference.callTitle'));
    const desks = fields.list('with').map((role) => desk.play.roleShort(role));
    await desk.tick(desk.group(text('work', 'conference.who'), dialog), desks);
    await desk.fill(text('work', 'conference.agenda'), fields.list('agenda').join('\n'), dialog);
    await desk.send(dialog, desk.button('work', 'conference.callSubmit', dialog));
  },
};

const makeStatement: Act = {
  reach: onPage('conference', 'conference.say'),
  go: async (desk, begin, fields) => {
    await desk.fill(text('work', 'conference.statement'), fields.text('text'));
    await desk.act(begin);
  },
};

const proposeAction: Act = {
  reach: onPage('conference', 'conference.propose'),
  go: async (desk, begin, fields) => {
    await begin.click();
    await desk.fill(text('work', 'conference.actionText'), fields.text('text'));
    await desk.select(text('work', 'conference.owner'), desk.play.roleShort(fields.text('to')));
    await chooseDue(desk, text('work', 'shared.untilWhen'), fields.text('due'), desk.page.getByRole('main'));
    await desk.act(desk.button('work', 'conference.proposeSubmit'));
  },
};

/** A button of an action, found by the text of the action. */
const atAction = (key: KeyOf<'work'>): Act => ({
  reach: async (desk, fields, names) => {
    await on(desk, 'conference');
    const words = names.of(fields.text('action')).text('text');
    const action = desk.page.getByRole('listitem').filter({ has: desk.page.getByText(words, { exact: true }) });
    return desk.button('work', key, action);
  },
  go: (desk, begin) => desk.act(begin),
});

const closeConference: Act = {
  reach: onPage('conference', 'conference.close'),
  go: async (desk, begin) => {
    await begin.click();
    const dialog = desk.dialog(text('work', 'conference.closeTitle'));
    await desk.send(dialog, desk.button('work', 'conference.close', dialog));
  },
};

async function decisionCard(desk: Desk, decision: string): Promise<Locator> {
  await on(desk, 'decisions');
  return desk.section(desk.play.name(`decision:${decision}`));
}

const proposeDecision: Act = {
  reach: async (desk, fields) =>
    desk.button('work', 'decisions.propose', await decisionCard(desk, fields.text('decision'))),
  go: async (desk, begin, fields) => {
    const card = await decisionCard(desk, fields.text('decision'));
    const option = desk.play.option(fields.text('decision'), fields.text('option'));
    await desk.choose(desk.group(text('work', 'decisions.options'), card), option);
    await desk.fill(text('work', 'shared.reason'), fields.text('reason'), card);
    const rank = textOf('work', `rank.${fields.text('confidence')}`);
    await desk.choose(desk.group(text('work', 'confidence.label'), card), rank);
    await desk.act(begin);
  },
};

const agreeDecision: Act = {
  reach: async (desk, fields) =>
    desk.button('work', 'decisions.agree', await decisionCard(desk, fields.text('decision'))),
  go: (desk, begin) => desk.act(begin),
};

const setPlanSection: Act = {
  reach: async (desk, fields) => {
    await on(desk, 'plan');
    const title = desk.play.compiled.law['plan-sections'][fields.text('section')]?.title ?? '';
    const either = (['plan.write', 'edit'] as const).map((key) => `${text('work', key)}: ${title}`);
    return desk.page.getByRole('button', { name: oneOf(either) });
  },
  go: async (desk, begin, fields) => {
    await begin.click();
    await desk.fill(text('work', 'plan.sectionText'), fields.text('text'));
    const service = fields.maybe('service');
    if (service !== undefined)
      await desk.select(text('work', 'plan.sectionService'), desk.play.name(`service:${service}`));
    await desk.act(desk.button('work', 'plan.saveSection'));
  },
};

const askStandby: Act = {
  reach: onPage('plan', 'plan.standbyAskSubmit'),
  go: async (desk, begin, fields) => {
    await desk.select(text('work', 'plan.standbyAsk'), desk.play.name(`service:${fields.text('service')}`));
    await desk.act(begin);
  },
};

const confirmStandby: Act = {
  reach: async (desk, fields) => {
    await on(desk, 'plan');
    const service = desk.play.name(`service:${fields.text('service')}`);
    const asked = desk.page.getByRole('listitem').filter({ has: desk.page.getByText(service, { exact: true }) });
    return desk.button('work', 'plan.standbyConfirm', asked);
  },
  go: (desk, begin) => desk.act(begin),
};

const launchOperation: Act = {
  reach: onPage('plan', 'plan.launch'),
  go: async (desk, begin) => {
    await begin.click();
    const dialog = desk.dialog(text('work', 'plan.launchTitle'));
    await desk.send(dialog, desk.button('work', 'plan.launchSubmit', dialog));
  },
};

const logDecision: Act = {
  reach: onPage('log', 'log.submit'),
  go: async (desk, begin, fields) => {
    await desk.fill(text('work', 'log.text'), fields.text('text'));
    await desk.fill(text('work', 'log.reason'), fields.text('reason'));
    const rank = textOf('work', `rank.${fields.text('confidence')}`);
    await desk.choose(desk.group(text('work', 'confidence.label')), rank);
    const step = fields.maybe('step');
    if (step !== undefined)
      await desk.select(text('work', 'log.step'), desk.play.compiled.law['sop-elements'][step] ?? '');
    await desk.act(begin);
    await desk.page.getByText(fields.text('text'), { exact: true }).first().waitFor();
  },
};

export const togetherActs: Readonly<Record<string, Act>> = {
  'call-conference': callConference,
  'join-conference': press('conference', 'conference.join'),
  'make-statement': makeStatement,
  'propose-action': proposeAction,
  'agree-action': atAction('conference.agree'),
  'finish-action': atAction('conference.done'),
  'close-conference': closeConference,
  'propose-decision': proposeDecision,
  'agree-decision': agreeDecision,
  'set-plan-section': setPlanSection,
  'ask-standby': askStandby,
  'confirm-standby': confirmStandby,
  'approve-plan': press('plan', 'plan.approve'),
  'launch-operation': launchOperation,
  'log-decision': logDecision,
};
