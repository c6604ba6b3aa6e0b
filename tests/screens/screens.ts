/** All screens, each with the moment of the case at which it has content, and the way to it. */
import type { Page } from '@playwright/test';
import type { Moment } from './moments.ts';
import type { DeskRole, PlayedClass } from './played-class.ts';

export interface Screen {
  id: string;
  at: Moment;
  /** Whose browser; `nobody` has neither a seat nor the trainer's key. */
  who: DeskRole | 'trainer' | 'nobody';
  path: string | ((played: PlayedClass) => string);
  /** A selector that matches once the screen is ready. */
  ready: string;
  /** Steps on the page to reach the screen. They use selectors instead of texts, so that they work in any language. */
  act?: (page: Page, played: PlayedClass) => Promise<void>;
  /** Undoes the steps, because the next screen uses the same seat. */
  after?: (page: Page) => Promise<void>;
  /** A slide of the debrief; the next slide of the list follows it in the deck. */
  deck?: true;
  /** For the projector: drawn at its size too. */
  projector?: true;
  /** True if the screen shows a running clock. */
  pace?: true;
  /** Exists only on a narrow or only on a wide screen. */
  only?: 'phone' | 'laptop';
}

const first = async (page: Page, selector: string): Promise<void> => page.locator(selector).first().click();
const opens =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    await first(page, selector);
    await page.locator('dialog[open]').waitFor();
  };
const drawn =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    await first(page, selector);
    await page.locator('.scene canvas').first().waitFor();
  };
const classPage =
  (at: string) =>
  ({ exercise }: PlayedClass): string =>
    `/trainer/class/${exercise.exercise}${at}`;

/** Advances the slides to one of this kind. */
const slide =
  (kind: string) =>
  async (page: Page): Promise<void> => {
    await page.locator('.deck-body').waitFor();
    while ((await page.locator(`.deck-body[data-kind="${kind}"]`).count()) === 0) {
      if (await page.locator('.deck-foot .btn:not(.quiet)').first().isDisabled())
        throw new Error(`there is no slide of the kind ${kind}`);
      await page.keyboard.press('PageDown');
    }
  };
const slides = (...kinds: string[]): Screen[] =>
  kinds.map((kind) => ({
    id: `debrief-${kind}`,
    at: 'ended',
    who: 'trainer',
    path: classPage('/debrief'),
    ready: '.deck-body',
    act: slide(kind),
    deck: true,
    projector: true,
  }));

export const SCREENS: readonly Screen[] = [
  // Before the start.
  { id: 'join', at: 'lobby', who: 'nobody', path: '/', ready: '.join h1' },
  { id: 'join-class', at: 'lobby', who: 'nobody', path: ({ exercise }) => `/j/${exercise.pin}`, ready: '.join form' },
  { id: 'join-wrong-code', at: 'lobby', who: 'nobody', path: '/j/222222', ready: '.join .notice' },
  { id: 'no-page', at: 'lobby', who: 'nobody', path: '/nowhere', ready: 'h1' },
  { id: 'trainer-sign-in', at: 'lobby', who: 'nobody', path: '/trainer', ready: '.sign-in' },
  { id: 'trainer-library', at: 'lobby', who: 'trainer', path: '/trainer', ready: '.case-list .card' },
  { id: 'trainer-set-up', at: 'lobby', who: 'trainer', path: '/trainer/open/trial-match', ready: '.set-up' },
  { id: 'trainer-lobby', at: 'lobby', who: 'trainer', path: classPage('/lobby'), ready: 'h1' },
  {
    id: 'wall-lobby',
    at: 'lobby',
    who: 'trainer',
    path: ({ exercise }) => `/wall/${exercise.exercise}`,
    ready: '.wall-pin',
    projector: true,
  },
  { id: 'lobby', at: 'lobby', who: 'police', path: '/play', ready: '.alone h1' },
  {
    id: 'brief-before',
    at: 'lobby',
    who: 'child-protection',
    path: '/play',
    ready: '.alone h1',
    act: async (page) => {
      await first(page, '.alone .card .btn');
      await page.locator('article h1').waitFor();
    },
  },
  // The first hour.
  { id: 'brief', at: 'start', who: 'police', path: '/play/brief', ready: 'article h1' },
  { id: 'desk-start', at: 'start', who: 'prosecutor', path: '/play/desk', ready: '.desk-home' },
  { id: 'interviews-empty', at: 'start', who: 'police', path: '/play/interviews', ready: 'h1' },
  { id: 'log-empty', at: 'start', who: 'labour-inspector', path: '/play/log', ready: 'h1' },
  { id: 'conference', at: 'talk', who: 'child-protection', path: '/play/conference', ready: '.frame-main h1' },
  {
    id: 'wall-under-way',
    at: 'talk',
    who: 'trainer',
    path: ({ exercise }) => `/wall/${exercise.exercise}`,
    ready: '.wall-clock',
    projector: true,
  },
  // After the safe stop.
  { id: 'desk', at: 'stopped', who: 'child-protection', path: '/play/desk', ready: '.desk-home' },
  { id: 'desk-police', at: 'stopped', who: 'police', path: '/play/desk', ready: '.desk-home' },
  { id: 'desk-map', at: 'stopped', who: 'child-protection', path: '/play/map', ready: '.split .card' },
  { id: 'map-place', at: 'stopped', who: 'police', path: '/play/map/rest-hall', ready: '.split .card' },
  { id: 'board', at: 'stopped', who: 'police', path: '/play/board', ready: '.split .card' },
  { id: 'item', at: 'stopped', who: 'prosecutor', path: '/play/board/bus-manifest', ready: '.detail .card' },
  {
    id: 'share',
    at: 'stopped',
    who: 'immigration',
    path: '/play/board/bus-manifest',
    ready: '.detail .card',
    act: opens('.detail .row > .btn:not(.quiet)'),
  },
  { id: 'people', at: 'stopped', who: 'child-protection', path: '/play/people', ready: '.frame-main .card' },
  { id: 'person', at: 'stopped', who: 'child-protection', path: '/play/people/lela', ready: '.person-head' },
  { id: 'inbox', at: 'stopped', who: 'police', path: '/play/inbox', ready: '[role=tabpanel]' },
  { id: 'requests', at: 'stopped', who: 'immigration', path: '/play/inbox/requests', ready: '[role=tabpanel] .card' },
  {
    id: 'request-form',
    at: 'stopped',
    who: 'police',
    path: '/play/inbox/requests',
    ready: '[role=tabpanel] .btn',
    act: opens('[role=tabpanel] .btn'),
  },
  { id: 'messages', at: 'stopped', who: 'prosecutor', path: '/play/inbox/messages', ready: '[role=tabpanel]' },
  { id: 'decisions', at: 'stopped', who: 'police', path: '/play/decisions', ready: '.frame-main h1' },
  { id: 'plan', at: 'stopped', who: 'police', path: '/play/plan', ready: '.frame-main h1' },
  { id: 'log', at: 'stopped', who: 'police', path: '/play/log', ready: '.frame-main h1' },
  { id: 'handbook', at: 'stopped', who: 'immigration', path: '/play/handbook', ready: '.frame-main h1' },
  {
    id: 'more',
    at: 'stopped',
    who: 'police',
    path: '/play/desk',
    ready: '.desk-home',
    act: opens('.nav-more'),
    only: 'phone',
  },
  {
    id: 'map-drawn',
    at: 'stopped',
    who: 'child-protection',
    path: '/play/map',
    ready: '.drawing .btn',
    act: drawn('.drawing .btn'),
    only: 'phone',
  },
  {
    id: 'board-drawn',
    at: 'stopped',
    who: 'immigration',
    path: '/play/board',
    ready: '.drawing .btn',
    act: drawn('.drawing .btn'),
    only: 'phone',
  },
  {
    id: 'connection-banner',
    at: 'stopped',
    who: 'labour-inspector',
    path: '/play/desk',
    ready: '.desk-home',
    act: async (page) => {
      await page.context().setOffline(true);
      await page.locator('.frame-main > .notice').first().waitFor();
    },
  },
  {
    id: 'step-out',
    at: 'stopped',
    who: 'labour-inspector',
    path: '/play/desk',
    ready: '.desk-home',
    act: async (page) => {
      await first(page, '.step-out-button');
      await page.locator('.calm').waitFor();
    },
    after: async (page) => {
      await first(page, '.calm button');
      await page.locator('.desk-home').waitFor();
    },
  },
  {
    id: 'display-settings',
    at: 'stopped',
    who: 'labour-inspector',
    path: '/play/desk',
    ready: '.desk-home',
    act: opens('.frame-header button'),
  },
  { id: 'console', at: 'stopped', who: 'trainer', path: classPage('/console'), ready: '.desk-grid .card', pace: true },
  {
    id: 'console-people',
    at: 'stopped',
    who: 'trainer',
    path: classPage('/console'),
    ready: '.desk-grid .card',
    act: async (page) => page.locator('.happening .tab').nth(1).click(),
  },
  {
    id: 'see-as',
    at: 'stopped',
    who: 'trainer',
    path: classPage('/console'),
    ready: '.desk-grid .card',
    act: async (page) => {
      await page.keyboard.press('s');
      await page.locator('.shoulder-screen .desk-home').waitFor();
    },
  },
  {
    id: 'console-keys',
    at: 'stopped',
    who: 'trainer',
    path: classPage('/console'),
    ready: '.desk-grid .card',
    act: async (page) => {
      await page.keyboard.press('?');
      await page.locator('dialog[open]').waitFor();
    },
  },
  // During Nyota's first interview.
  {
    id: 'interview',
    at: 'account',
    who: 'child-protection',
    path: (played) => `/play/interviews/${played.idOf('nyota-talk')}`,
    ready: '.iv-account',
  },
  // Every child has an offer.
  {
    id: 'person-referral',
    at: 'referrals',
    who: 'child-protection',
    path: '/play/people/nyota',
    ready: '.person-head',
  },
  { id: 'interviews', at: 'referrals', who: 'child-protection', path: '/play/interviews', ready: '.iv-people .card' },
  {
    id: 'interview-plan',
    at: 'referrals',
    who: 'police',
    path: '/play/interviews',
    ready: '.iv-people .card',
    act: async (page) => first(page, '.iv-people .btn'),
  },
  {
    id: 'interview-closed',
    at: 'referrals',
    who: 'police',
    path: (played) => `/play/interviews/${played.idOf('hamo-talk')}`,
    ready: '.iv-session',
  },
  { id: 'decisions-open', at: 'referrals', who: 'police', path: '/play/decisions', ready: '.frame-main h1' },
  { id: 'board-full', at: 'referrals', who: 'prosecutor', path: '/play/board', ready: '.split .card' },
  { id: 'console-later', at: 'referrals', who: 'trainer', path: classPage('/console'), ready: '.desk-grid .card' },
  // Before the court.
  { id: 'charging', at: 'charging', who: 'prosecutor', path: '/play/charging', ready: '.frame-main h1' },
  // After EndEx.
  { id: 'hot-wash', at: 'ended', who: 'trainer', path: classPage('/hot-wash'), ready: '.hot-wash', projector: true },
  ...slides(
    'investigation',
    'referral',
    'strengths',
    'competencies',
    'competency',
    'paths',
    'victim-eye',
    'ledger-summary',
    'coach',
    'pin',
    'prompts',
    'model',
    'takeaway',
  ),
  { id: 'report', at: 'ended', who: 'trainer', path: classPage('/report'), ready: '.report' },
  {
    id: 'report-print',
    at: 'ended',
    who: 'trainer',
    path: classPage('/report'),
    ready: '.report',
    act: async (page) => page.emulateMedia({ media: 'print' }),
    only: 'laptop',
  },
  { id: 'debrief-trainee', at: 'ended', who: 'child-protection', path: '/play/debrief', ready: '.my-debrief' },
];

export const addressOf = (screen: Screen, played: PlayedClass): string =>
  typeof screen.path === 'string' ? screen.path : screen.path(played);
