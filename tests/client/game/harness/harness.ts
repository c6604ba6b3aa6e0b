/** A page with a single scene, fed by the world and the cards in `window.sceneSetup`. */
import '../../../../client/styles/fonts.css';
import '../../../../client/styles/tokens.css';
import { createInstance } from 'i18next';
import { seated } from '../../../../shared/access/actor.ts';
import { mountScene } from '../../../../client/game/mount.ts';
import { type SceneDeps, themeTokens } from '../../../../client/game/scene-deps.ts';
import common from '../../../../client/i18n/en/common.json';
import texts from '../../../../client/i18n/en/game.json';
import type { SeatState } from '../../../../client/state/seat-state.ts';
import type { AnyCommand } from '../../../../shared/vocabulary/commands.ts';
import { typedLookup } from '../../../../shared/protocol/cards.ts';
import type { SceneProbe, SceneSetup } from './setup.ts';

declare global {
  interface Window {
    sceneSetup: SceneSetup;
    sceneProbe: SceneProbe;
  }
}

const setup = window.sceneSetup;
const i18n = createInstance();
await i18n.init({
  lng: 'en',
  resources: { en: { common, game: texts } },
  defaultNS: 'game',
  fallbackNS: 'common',
  interpolation: { escapeValue: false },
});

const listeners = new Set<() => void>();
let state: SeatState = {
  connection: { phase: 'live', since: 0, attempt: 0 },
  me: { seat: setup.seat, role: setup.role, name: 'Calm Heron', language: 'en', actor: seated(setup.seat) },
  publicAt: 0,
  world: setup.world,
  seen: {},
  cards: setup.cards,
  pending: [],
  drafts: {},
  selection: setup.selection,
  steppedOut: false,
};
const probe: SceneProbe = {
  sent: [],
  state: () => state,
  change: (next) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  },
};
window.sceneProbe = probe;

const deps: SceneDeps = {
  subscribe: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: () => state,
  tools: {
    role: setup.role,
    readOnly: false,
    card: typedLookup((id) => state.cards[id]),
    send: (body: AnyCommand) => {
      probe.sent.push(body);
      return Promise.resolve({ ok: true });
    },
    select: (selection) => probe.change({ selection }),
    caseNow: () => setup.now,
  },
  artUrl: (id) => Promise.resolve(setup.art[id]),
  labels: (key, params) => i18n.t(key, params),
  theme: () => themeTokens(document.documentElement),
  reducedMotion: setup.reducedMotion,
  rtl: setup.rtl,
};

const element = document.querySelector<HTMLElement>('#scene');
if (!element) throw new Error('no place for the scene');
await document.fonts.load('16px "Noto Sans"');
await document.fonts.load('600 16px "Noto Serif"');
probe.scene = mountScene(setup.kind, element, deps);
