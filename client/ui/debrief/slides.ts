/** The debrief as a deck: one idea per slide, in the order results, strengths, details, discussion. */
import type { Competency } from '../../../shared/scenario/schema/basics.ts';
import type {
  Debrief,
  LedgerLine,
  NonPunishmentPoint,
  PersonPath,
  UnderShare,
  VictimEyeLine,
} from '../../../shared/debrief/debrief.ts';

export type Chapter =
  | 'results'
  | 'strengths'
  | 'competencies'
  | 'red-lines'
  | 'people'
  | 'information'
  | 'talk'
  | 'onward';

type SlideBody =
  | { kind: 'investigation' }
  | { kind: 'referral' }
  | { kind: 'strengths'; tasks: string[] }
  | { kind: 'competencies' }
  | { kind: 'competency'; competency: Competency }
  | { kind: 'red-line'; index: number }
  | { kind: 'paths'; paths: PersonPath[] }
  | { kind: 'victim-eye'; person: string; lines: VictimEyeLine[] }
  | { kind: 'ledger-summary' }
  | { kind: 'ledger'; lines: LedgerLine[]; part: number; parts: number }
  | { kind: 'under-shared'; lines: UnderShare[] }
  | { kind: 'coach'; index: number }
  | { kind: 'pin'; pin: string; seqs: number[] }
  | { kind: 'non-punishment'; point: NonPunishmentPoint }
  | { kind: 'prompts' }
  | { kind: 'model' }
  | { kind: 'takeaway' };

export type Slide = SlideBody & {
  chapter: Chapter;
  /** The position in its chapter, from 1, and the number of slides in the chapter. */
  number: number;
  of: number;
};

const PER_SLIDE = { strengths: 8, paths: 8, ledger: 7, under: 7, 'victim-eye': 8 } as const;

/** The slides with content; empty slides are omitted. */
export function slidesOf(debrief: Debrief, has: { model: boolean; prompts: boolean }): Slide[] {
  return numberSlides([
    ['results', [{ kind: 'investigation' }, { kind: 'referral' }]],
    ['strengths', chunk(debrief.strengths, PER_SLIDE.strengths).map((tasks) => ({ kind: 'strengths', tasks }))],
    ['competencies', [{ kind: 'competencies' }, ...competencySlides(debrief)]],
    ['red-lines', debrief.redLines.map((_, index) => ({ kind: 'red-line', index }))],
    ['people', peopleSlides(debrief)],
    ['information', informationSlides(debrief)],
    ['talk', talkSlides(debrief, has.prompts)],
    ['onward', [...(has.model ? [{ kind: 'model' } as const] : []), { kind: 'takeaway' }]],
  ]);
}

const competencySlides = (debrief: Debrief): SlideBody[] =>
  debrief.competencies
    .filter((mark) => mark.rating !== 'none')
    .map((mark) => ({ kind: 'competency', competency: mark.competency }));

function peopleSlides(debrief: Debrief): SlideBody[] {
  const presumed = debrief.paths.filter((path) => path.presumedVictim);
  const paths = chunk(presumed, PER_SLIDE.paths).map((some): SlideBody => ({ kind: 'paths', paths: some }));
  const people = [...new Set(debrief.victimEye.map((line) => line.person))];
  const eyes = people.flatMap((person) =>
    chunk(
      debrief.victimEye.filter((line) => line.person === person),
      PER_SLIDE['victim-eye'],
    ).map((lines): SlideBody => ({ kind: 'victim-eye', person, lines })),
  );
  return [...paths, ...eyes];
}

/** Correct shares appear as a count, all others line by line. The report lists every share. */
function informationSlides(debrief: Debrief): SlideBody[] {
  const parts = chunk(
    debrief.ledger.filter((line) => line.verdict !== 'right'),
    PER_SLIDE.ledger,
  );
  const ledger = parts.map(
    (lines, index): SlideBody => ({ kind: 'ledger', lines, part: index + 1, parts: parts.length }),
  );
  const summary: SlideBody[] = debrief.ledger.length > 0 ? [{ kind: 'ledger-summary' }] : [];
  const under = chunk(debrief.underShared, PER_SLIDE.under).map(
    (lines): SlideBody => ({ kind: 'under-shared', lines }),
  );
  return [...summary, ...ledger, ...under];
}

function talkSlides(debrief: Debrief, prompts: boolean): SlideBody[] {
  const pins = new Map<string, number[]>();
  for (const entry of debrief.timeline) if (entry.pin) pins.set(entry.pin, [...(pins.get(entry.pin) ?? []), entry.seq]);
  return [
    ...(debrief.nonPunishment ?? []).map((point): SlideBody => ({ kind: 'non-punishment', point })),
    ...debrief.coach.map((_, index): SlideBody => ({ kind: 'coach', index })),
    ...[...pins].map(([pin, seqs]): SlideBody => ({ kind: 'pin', pin, seqs })),
    ...(prompts ? [{ kind: 'prompts' } as const] : []),
  ];
}

const numberSlides = (chapters: [Chapter, SlideBody[]][]): Slide[] =>
  chapters.flatMap(([chapter, bodies]) =>
    bodies.map((body, index) => ({ ...body, chapter, number: index + 1, of: bodies.length })),
  );

export function chunk<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

/** The keys of the deck: arrows follow the reading direction; Space and the page keys work as in any presenter. */
export function slideStep(key: string, rtl: boolean): 1 | -1 | 'first' | 'last' | undefined {
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  if ([forward, 'ArrowDown', 'PageDown', ' '].includes(key)) return 1;
  if ([back, 'ArrowUp', 'PageUp'].includes(key)) return -1;
  if (key === 'Home') return 'first';
  return key === 'End' ? 'last' : undefined;
}
