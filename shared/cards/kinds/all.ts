/** Every kind of card by the first word of its id. `text:` is missing because words of people have their own table. */
import type { CardKindName } from '../../protocol/cards.ts';
import type { CardKind } from '../reader.ts';
import { helperCard, knowsHelperIn, knowsPlace, lawCard, listCard, phaseCard, placeCard, roleCard } from './desks.ts';
import {
  consentCard,
  itemCard,
  knowsService,
  offerCard,
  personCard,
  screeningCard,
  serviceCard,
  truthCard,
} from './knowledge.ts';
import {
  answerCard,
  decisionCard,
  holdingCard,
  injectCard,
  modelCard,
  operationCard,
  pinCard,
  promptsCard,
  questionCard,
  redLineCard,
  scriptCard,
  taskCard,
  victimEyeCard,
} from './story.ts';

const KINDS: { readonly [Kind in Exclude<CardKindName, 'text'>]: CardKind<Kind> } = {
  role: roleCard,
  place: placeCard,
  law: lawCard,
  helper: helperCard,
  phase: phaseCard,
  item: itemCard,
  person: personCard,
  truth: truthCard,
  screening: screeningCard,
  consent: consentCard,
  offer: offerCard,
  service: serviceCard,
  inject: injectCard,
  question: questionCard,
  answer: answerCard,
  script: scriptCard,
  decision: decisionCard,
  operation: operationCard,
  holding: holdingCard,
  task: taskCard,
  'red-line': redLineCard,
  pin: pinCard,
  'victim-eye': victimEyeCard,
  prompts: promptsCard,
  model: modelCard,
  roles: listCard(
    ({ compiled }) => Object.keys(compiled.scenario.roles),
    ({ compiled }) => Object.keys(compiled.scenario.roles),
  ),
  places: listCard(
    (reader) => Object.keys(reader.compiled.scenario.places).filter((id) => knowsPlace(reader, id)),
    ({ compiled }) => Object.keys(compiled.scenario.places),
  ),
  helpers: listCard(
    (reader) => Object.keys(reader.compiled.scenario.helpers).filter((id) => knowsHelperIn(reader, id)),
    ({ compiled }) => Object.keys(compiled.scenario.helpers),
  ),
  services: listCard(
    (reader) => Object.keys(reader.compiled.scenario.services).filter((id) => knowsService(reader, id)),
    ({ compiled }) => Object.keys(compiled.scenario.services),
  ),
};

const BY_NAME: ReadonlyMap<string, CardKind> = new Map<string, CardKind>(Object.entries(KINDS));

/** `item:bus-manifest` is the kind `item` and the key `bus-manifest`; `law` is a kind alone. */
export function cardKind(id: string): { kind: CardKind; key: string } | undefined {
  const colon = id.indexOf(':');
  const [name, key] = colon < 0 ? [id, ''] : [id.slice(0, colon), id.slice(colon + 1)];
  const kind = BY_NAME.get(name);
  return kind && { kind, key };
}
