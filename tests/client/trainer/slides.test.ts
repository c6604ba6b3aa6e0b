import { describe, expect, it } from 'vitest';
import { deskView, figuresOf } from '../../../client/ui/debrief/figures.ts';
import { slidesOf, slideStep } from '../../../client/ui/debrief/slides.ts';
import { FIGURES } from '../../../shared/debrief/measures/ids.ts';
import type { CompetencyMark, Debrief, LedgerLine, TaskMark } from '../../../shared/debrief/debrief.ts';

const task = (id: string, result: TaskMark['result'], desks = ['police']): TaskMark => ({
  task: id,
  competency: 'interviewing',
  weight: 'must',
  result,
  desks,
  evidence: [],
  because: [],
});
const mark = (
  competency: CompetencyMark['competency'],
  rating: CompetencyMark['rating'],
  tasks: TaskMark[] = [],
): CompetencyMark => ({
  competency,
  rating,
  tasks,
  redLines: [],
  measures: [],
});
const debrief = (more: Partial<Debrief> = {}): Debrief => ({
  scenario: 'small',
  endedAt: 0,
  competencies: [],
  redLines: [],
  paths: [],
  ledger: [],
  underShared: [],
  timeline: [],
  evidence: [],
  victimEye: [],
  coach: [],
  strengths: [],
  headline: {
    investigation: { rating: 'S', proved: [], provable: 4, backed: 3, victimOnly: 1 },
    referral: { present: 9, identified: 9, offered: 9, accepted: 7, refused: 2, received: 6 },
  },
  ...more,
});
const kinds = (one: Debrief, has = { model: false, prompts: false }) => slidesOf(one, has).map((slide) => slide.kind);

describe('slidesOf', () => {
  it('starts with the two results and ends with the takeaways, even after a short play', () => {
    expect(kinds(debrief())).toEqual(['investigation', 'referral', 'competencies', 'takeaway']);
  });
  it('shows strengths before the competencies and red lines after them', () => {
    const redLine = { redLine: 'leak', at: 1, caps: [], desks: [], evidence: [], because: [] };
    const shown = kinds(debrief({ strengths: ['a'], competencies: [mark('interviewing', 'P')], redLines: [redLine] }));
    expect(shown.slice(2, 6)).toEqual(['strengths', 'competencies', 'competency', 'red-line']);
  });
  it('has no slide for a competency that was not exercised', () => {
    const shown = kinds(debrief({ competencies: [mark('interviewing', 'none'), mark('safety-first', 'U')] }));
    expect(shown.filter((kind) => kind === 'competency')).toHaveLength(1);
  });
  it('splits long lists over several slides, numbered within their chapter', () => {
    const strengths = Array.from({ length: 13 }, (_, index) => `task-${index}`);
    const slides = slidesOf(debrief({ strengths }), { model: false, prompts: false }).filter(
      (slide) => slide.kind === 'strengths',
    );
    expect(slides.map((slide) => `${slide.number}/${slide.of}`)).toEqual(['1/2', '2/2']);
    expect(slides.flatMap((slide) => slide.tasks)).toEqual(strengths);
  });
  it('shows the path of each person on separate slides', () => {
    const line = (person: string) => ({ at: 0, person, line: 'waited', params: {}, evidence: [] });
    const slides = slidesOf(debrief({ victimEye: [line('a'), line('b'), line('a')] }), {
      model: false,
      prompts: false,
    });
    expect(
      slides.flatMap((slide) => (slide.kind === 'victim-eye' ? [[slide.person, slide.lines.length]] : [])),
    ).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
  it('counts the correct shares and shows only the others', () => {
    const line = (seq: number, verdict: LedgerLine['verdict']): LedgerLine => ({
      at: 0,
      seq,
      item: 'list',
      parts: [],
      by: 'police',
      to: 'service',
      basis: 'consent',
      purpose: 'protection',
      channel: 'phone',
      verdict,
      why: [],
    });
    const slides = slidesOf(debrief({ ledger: [line(1, 'right'), line(2, 'over-shared'), line(3, 'right')] }), {
      model: false,
      prompts: false,
    });
    expect(slides.map((slide) => slide.kind)).toContain('ledger-summary');
    expect(slides.flatMap((slide) => (slide.kind === 'ledger' ? slide.lines.map((one) => one.seq) : []))).toEqual([2]);
  });
  it('puts repeated pins on one slide', () => {
    const entry = (seq: number, pin: string) => ({ at: 0, seq, type: 'screened', by: 'police', params: {}, pin });
    const slides = slidesOf(debrief({ timeline: [entry(1, 'x'), entry(2, 'y'), entry(3, 'x')] }), {
      model: false,
      prompts: false,
    });
    expect(slides.flatMap((slide) => (slide.kind === 'pin' ? [[slide.pin, slide.seqs]] : []))).toEqual([
      ['x', [1, 3]],
      ['y', [2]],
    ]);
  });
});

describe('slideStep', () => {
  it('follows the reading direction', () => {
    expect([slideStep('ArrowRight', false), slideStep('ArrowLeft', false)]).toEqual([1, -1]);
    expect([slideStep('ArrowRight', true), slideStep('ArrowLeft', true)]).toEqual([-1, 1]);
    expect([
      slideStep(' ', true),
      slideStep('PageUp', true),
      slideStep('Home', false),
      slideStep('End', false),
      slideStep('a', false),
    ]).toEqual([1, -1, 'first', 'last', undefined]);
  });
});

describe('figuresOf', () => {
  it('counts the path to received, and a free yes or no without a part that reads as a mark', () => {
    const figures = new Map(figuresOf(debrief()).map((figure) => [figure.id, [figure.value, figure.of]]));
    expect([
      figures.get('identified'),
      figures.get('accepted'),
      figures.get('refused'),
      figures.get('received'),
    ]).toEqual([
      [9, 9],
      [7, undefined],
      [2, undefined],
      [6, 7],
    ]);
  });
  it('has a figure for each declared goal, and no other', () => {
    expect(figuresOf(debrief()).map(({ id }) => id)).toEqual(Object.keys(FIGURES));
  });
  it('leaves tasks without a chance out of every share', () => {
    const competencies = [mark('interviewing', 'S', [task('a', 'done'), task('b', 'missed'), task('c', 'no-chance')])];
    expect(figuresOf(debrief({ competencies })).find((figure) => figure.id === 'tasks-in-time')).toMatchObject({
      value: 1,
      of: 2,
    });
  });
});

describe('deskView', () => {
  it('contains what this desk took part in, strengths separate from suggestions', () => {
    const competencies = [
      mark('interviewing', 'S', [
        task('a', 'done'),
        task('b', 'late'),
        task('c', 'missed', ['labour']),
        task('d', 'no-chance'),
      ]),
    ];
    const mine = deskView(debrief({ competencies }), 'police');
    expect([mine.strengths, mine.next].map((tasks) => tasks.map((one) => one.task))).toEqual([['a'], ['b']]);
  });
});
