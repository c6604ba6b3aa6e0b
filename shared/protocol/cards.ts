/** Cards: the texts of a case as one reader may have them, and the facts that each kind of card carries. */
import type { Need, Power } from '../vocabulary/enums.ts';
import type { Tag } from '../scenario/schema/basics.ts';
import type { Jurisdiction } from '../scenario/schema/jurisdiction.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';

type Entry<Section extends keyof Scenario> = Scenario[Section] extends Record<string, infer Value> ? Value : never;

/** Facts of a desk. `firstSteps` and `at` are for the desk itself only. */
export interface RoleFacts {
  desk: string;
  short: string;
  emblem: string;
  powers: Power[];
  mayHold?: Jurisdiction['agencies'][string]['may-hold'];
  limits: string[];
  duties: string[];
  firstSteps?: string[];
  at?: string;
  seats: Entry<'roles'>['seats'];
  required: boolean;
}

export interface PlaceFacts {
  map: Entry<'places'>['map'];
  /** Opening hours as written; undefined where the place is always open. */
  open?: Entry<'places'>['open'];
  custody: boolean;
  /** Travel time to each place that the reader knows, in case milliseconds. */
  ways: Record<string, number>;
}

export interface HelperFacts {
  languages: string[];
  languageNames: string[];
  by: Entry<'helpers'>['by'];
  vettingTakes: number;
  /** Result of the vetting and its report, once the reader knows them. */
  vetted?: Entry<'helpers'>['vetting']['result'];
  vettingSays?: string;
}

export interface ItemFacts {
  analysis?: Pick<NonNullable<Entry<'items'>['analysis']>, 'needs' | 'takes'>;
  /** People of the case that the reader knows and the item concerns. */
  about: string[];
  /** The person who is the source of the item: items of one source do not corroborate each other. */
  source?: string;
  /** For the trainer only. */
  truth?: {
    supports: Entry<'items'>['supports'];
    neededBy: Entry<'items'>['needed-by'];
    core: Entry<'items'>['core'];
    lasts: Entry<'items'>['lasts'];
  };
}

/** Facts of a person. Age and language are present once the reader has talked with the person. */
export interface PersonFacts {
  named: boolean;
  sex: Entry<'people'>['sex'];
  language?: string;
  languageName?: string;
  age?: number;
  ageInDoubt?: boolean;
}

/** Ground truth about a person, for the trainer only. */
export interface TruthFacts {
  status: Entry<'people'>['status'];
  age: Entry<'people'>['age'];
  needs: Entry<'people'>['needs'];
  indicators: Entry<'people'>['indicators'];
  start: Entry<'people'>['start'];
  riskLevel: Entry<'people'>['risk-level'];
  familyRisk: Entry<'people'>['family-risk'];
  charge?: {
    acceptable: Entry<'charges'>['acceptable'];
    elements: Entry<'charges'>['elements'];
    nonPunishment: Entry<'charges'>['non-punishment'];
  };
}

export interface ServiceFacts {
  meets: Need[];
  languages: string[];
  languageNames: string[];
  hours: string;
  conditions?: string;
  /** The desk that runs the service. */
  runBy?: string;
  accepts: Entry<'services'>['accepts'];
  needsData: Entry<'services'>['needs-data'];
  /** Absent where the reader does not know the place. */
  at?: string;
}

/** Facts of an inject, for the trainer only. */
export interface InjectFacts {
  at?: Entry<'injects'>['at'];
  pocket?: Entry<'injects'>['pocket'];
  to: Entry<'injects'>['to'];
  delay?: Entry<'injects'>['delay'];
  /** True where the inject waits for a condition. */
  contingent: boolean;
  expects?: Pick<NonNullable<Entry<'injects'>['expects']>, 'who' | 'what' | 'within'>;
}

export interface QuestionFacts {
  topic: string;
  topicTitle: string;
  /** A better wording, after the end only. */
  better?: string;
}

export interface AnswerFacts {
  /** The words in the person's own language. */
  own?: string;
  manner?: string;
}

/** Facts of an interview script, for the trainer only. */
export interface ScriptFacts {
  with: Entry<'interviews'>['with'];
  rules: Entry<'interviews'>['rules'];
  bestPlace: Entry<'interviews'>['best-place'];
  topics: Entry<'interviews'>['topics'];
}

export interface DecisionFacts {
  options: Record<string, { title: string; text?: string }>;
  /** Desks that may propose, and desks that must agree. */
  propose: Entry<'decisions'>['propose'];
  agree: Entry<'decisions'>['agree'];
}

export interface OperationFacts {
  /** Absent where the reader does not know the place. */
  at?: string;
  lead: Entry<'operations'>['lead'];
  beds: Entry<'operations'>['beds'];
  languages: Entry<'operations'>['languages'];
  sections: Entry<'operations'>['sections'];
  needToKnow: Entry<'operations'>['need-to-know'];
}

/** Ids that a desk may choose from. */
export interface ListFacts {
  ids: string[];
}

/** The facts of every kind of card, by the first word of its id. `undefined`: a card of texts only. */
export interface CardFacts {
  role: RoleFacts;
  place: PlaceFacts;
  law: Jurisdiction;
  helper: HelperFacts;
  phase: undefined;
  item: ItemFacts;
  person: PersonFacts;
  truth: TruthFacts;
  screening: undefined;
  consent: undefined;
  offer: undefined;
  service: ServiceFacts;
  inject: InjectFacts;
  question: QuestionFacts;
  answer: AnswerFacts;
  script: ScriptFacts;
  decision: DecisionFacts;
  operation: OperationFacts;
  holding: { body: Entry<'holdings'>['body']; kind: Entry<'holdings'>['kind'] };
  task: { competency: Entry<'rubric'>['competency']; desks: Entry<'rubric'>['desks']; sop?: Entry<'rubric'>['sop'] };
  'red-line': { caps: Entry<'red-lines'>['caps']; desks: Entry<'red-lines'>['desks'] };
  pin: undefined;
  'victim-eye': { person: string };
  prompts: { prompts: string[] };
  model: undefined;
  roles: ListFacts;
  places: ListFacts;
  helpers: ListFacts;
  services: ListFacts;
  text: undefined;
}
export type CardKindName = keyof CardFacts;

/** `role:police` is a card of the kind `role`; an id whose kind is not known at compile time may be of any kind. */
export type KindOfId<Id extends string> = string extends Id
  ? CardKindName
  : Id extends CardKindName
    ? Id
    : Id extends `${infer Kind extends CardKindName}:${string}`
      ? Kind
      : CardKindName;

/**
 * A card: the texts of one thing. Ids:
 * `role:police` `place:bus-park` `item:bus-manifest` `person:nyota` `helper:…` `service:…` `inject:…` `decision:…` `operation:…`
 * `question:script.topic.question` `answer:script.topic.question.0` `screening:nyota.alone` `consent:nyota.data.0` `offer:nyota.0`
 * `holding:…` `phase:case.screening` `text:<ref>` (free text of people), `law` (the whole law pack, public to desks).
 * Trainers may read every card; `script:<id>` and `truth:<person>` are theirs alone.
 */
export interface Card<Kind extends CardKindName = CardKindName> {
  id: string;
  title?: string;
  text?: string;
  /** True where the language asked for is missing and the base language is given. */
  fallback?: boolean;
  /** Kind of item, channel of inject, type of question … one word for the icon. */
  kind?: string;
  from?: string;
  warning?: string;
  /** `/api/art/<hash>.svg`, served by content hash after the same check. */
  art?: string;
  tags?: Tag[];
  parts?: Record<string, { title: string; text: string; tags: Tag[] }>;
  /** What is no text: map position, needs met, options of a decision … by kind of card. */
  facts?: CardFacts[Kind];
}

/** Looks a card up by its id, typed by the kind in the id; undefined while it is absent or not readable. */
export type CardLookup = <Id extends string>(id: Id) => Card<KindOfId<Id>> | undefined;

/**
 * The lookup over cards of every kind. The id names the kind, and `shared/cards` makes each card with the facts of its
 * kind (`CardKind`), so the type is narrowed here and nowhere else.
 */
export const typedLookup = (find: (id: string) => Card | undefined): CardLookup => find as CardLookup;
