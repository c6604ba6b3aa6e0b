/** People: screening, safety, consent, moving, arrest. */
import type { KeyOf } from '../../../client/i18n/index.ts';
import { oneOf, text, textOf } from '../support/texts.ts';
import type { Act, Fields } from './act.ts';
import type { Desk } from './desk.ts';
import { chooseDue } from './due.ts';

/** A button on the page of the person of this step. */
const onPersonPage =
  (key: KeyOf<'people'>): Act['reach'] =>
  async (desk, fields) => {
    await desk.toPerson(fields.text('person'));
    return desk.button('people', key);
  };

const interpreterField = (desk: Desk, fields: Fields, dialog: ReturnType<Desk['dialog']>): Promise<void> =>
  fields.maybe('interpreter') === undefined
    ? Promise.resolve()
    : desk.select(text('people', 'shared.interpreter'), desk.play.name(`helper:${fields.text('interpreter')}`), dialog);

const screen: Act = {
  reach: onPersonPage('screening.do'),
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('people', 'screening.do'));
    const way = textOf('common', `presence.${fields.text('with')}`);
    await desk.choose(desk.group(text('people', 'screening.with'), dialog), way);
    await interpreterField(desk, fields, dialog);
    await desk.check(text('people', 'screening.child'), fields.yes('child'), dialog);
    const outcome = textOf('common', `status.${fields.text('outcome')}`);
    await desk.choose(desk.group(text('people', 'screening.outcome'), dialog), outcome);
    await desk.send(dialog, desk.button('people', 'screening.record', dialog));
  },
};

const notifyGuardian: Act = { reach: onPersonPage('risk.notify'), go: (desk, begin) => desk.act(begin) };

const assessRisk: Act = {
  reach: onPersonPage('risk.assess'),
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('people', 'risk.assess'));
    await desk.choose(
      desk.group(text('people', 'risk.level'), dialog),
      textOf('common', `rank.${fields.text('level')}`),
    );
    await desk.check(text('people', 'risk.familyCheck'), fields.yes('family'), dialog);
    const why = fields.maybe('text');
    if (why !== undefined) await desk.fill(text('people', 'shared.reason'), why, dialog);
    await desk.send(dialog, desk.button('common', 'save', dialog));
  },
};

const askConsent: Act = {
  reach: onPersonPage('consent.ask'),
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('people', 'consent.ask'));
    const kind = textOf('common', `consentKind.${fields.text('kind')}`);
    await desk.choose(desk.group(text('people', 'consent.kind'), dialog), kind);
    const receivers = fields.list('to').map((id) => desk.play.receiver(id));
    await desk.tick(desk.group(text('people', 'consent.to'), dialog), receivers);
    const until = fields.maybe('until');
    if (until !== undefined) await chooseDue(desk, text('people', 'shared.untilWhen'), until, dialog);
    await interpreterField(desk, fields, dialog);
    await desk.check(text('people', 'consent.explained'), fields.yes('explained'), dialog);
    await desk.send(dialog, desk.button('people', 'consent.askNow', dialog));
  },
};

const movePerson: Act = {
  reach: onPersonPage('custody.move'),
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('people', 'custody.move'));
    await desk.select(text('people', 'custody.where'), desk.play.name(`place:${fields.text('place')}`), dialog);
    await desk.send(dialog, desk.button('people', 'custody.moveNow', dialog));
  },
};

const arrest: Act = {
  reach: onPersonPage('custody.arrest'),
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('people', 'custody.arrest'));
    await desk.select(text('people', 'custody.cells'), desk.play.name(`place:${fields.text('place')}`), dialog);
    await desk.select(text('people', 'shared.whichBasis'), textOf('common', `basis.${fields.text('basis')}`), dialog);
    const safeguards = fields.list('safeguards').map((id) => textOf('people', `safeguard.${id}`));
    await desk.tick(desk.group(text('people', 'custody.safeguards'), dialog), safeguards);
    await desk.send(dialog, desk.button('people', 'custody.arrestNow', dialog));
  },
};

const assessNeeds: Act = {
  reach: async (desk, fields) => {
    await desk.toPerson(fields.text('person'));
    const either = [text('people', 'referral.assess'), text('people', 'referral.assessMore')];
    return desk.page.getByRole('button', { name: oneOf(either) });
  },
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('people', 'referral.assess'));
    const needs = fields.list('needs').map((id) => desk.play.need(id));
    await desk.tick(desk.group(text('people', 'referral.needs'), dialog), needs);
    await desk.send(dialog, desk.button('common', 'save', dialog));
  },
};

/** A button of one referral of a person. */
const onReferral =
  (key: KeyOf<'people'>): Act['reach'] =>
  async (desk, fields, names) => {
    const { person, place } = names.referral(fields.text('referral'));
    await desk.toPerson(person);
    const referral = desk.section(text('people', 'shared.help')).locator(':scope > ul > li').nth(place);
    return desk.button('people', key, referral);
  };

const offerService: Act = {
  reach: onReferral('shared.offerService'),
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('people', 'shared.offerService'));
    const service = desk.play.name(`service:${fields.text('service')}`);
    await desk.choose(desk.group(text('people', 'referral.which'), dialog), service);
    await desk.check(text('people', 'referral.conditional'), fields.yes('conditional'), dialog);
    await desk.send(dialog, desk.button('people', 'referral.offerNow', dialog));
  },
};

const startTransport: Act = {
  reach: onReferral('referral.transport'),
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('people', 'referral.transport'));
    await desk.choose(dialog, textOf('people', `transport.${fields.text('with')}`));
    await desk.send(dialog, desk.button('people', 'referral.transportNow', dialog));
  },
};

const receivePerson: Act = { reach: onReferral('referral.receive'), go: (desk, begin) => desk.act(begin) };

const giveFeedback: Act = {
  reach: onReferral('referral.feedback'),
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('people', 'referral.feedback'));
    await desk.fill(text('people', 'referral.feedbackText'), fields.text('text'), dialog);
    await desk.send(dialog, desk.button('common', 'send', dialog));
  },
};

export const peopleActs: Readonly<Record<string, Act>> = {
  screen,
  'notify-guardian': notifyGuardian,
  'assess-risk': assessRisk,
  'ask-consent': askConsent,
  'move-person': movePerson,
  arrest,
  'assess-needs': assessNeeds,
  'offer-service': offerService,
  'start-transport': startTransport,
  'receive-person': receivePerson,
  'give-feedback': giveFeedback,
};
