/** The icons of the interface: 24×24, one colour, stroke 1.9. `mirror` marks icons that follow the reading direction. */
import type { Drawing } from './emblem-paths.ts';

interface IconDrawing extends Drawing {
  mirror?: true;
}

const DOT = (x: number, y: number, r = 1.3): string =>
  `M${x} ${y - r}a${r} ${r} 0 110 ${2 * r}a${r} ${r} 0 010 ${-2 * r}Z`;

export const ICONS = {
  // --- destinations
  desk: { lines: 'M3 10.5h18M5 10.5V20M19 10.5V20M5 15h14M9 10.5V6h6v4.5' },
  map: { lines: 'M3.5 6.5l5.5-2.5 6 2.5 5.5-2.5v13.5L15 20l-6-2.5L3.5 20ZM9 4v13.5M15 6.5V20' },
  board: { lines: 'M3.5 4.5h17v15h-17ZM7.5 8h4v3.5h-4ZM14 12.5h3.5V16H14ZM9.5 11.5L14 14' },
  people: {
    lines:
      'M2.5 19.5c0-4 2.6-5.8 6-5.8s6 1.8 6 5.8M16 14c3.2 0 5.5 1.8 5.5 5.5M8.5 4.5a3.3 3.3 0 110 6.6a3.3 3.3 0 010-6.6ZM15.5 5a2.9 2.9 0 110 5.8',
  },
  person: { lines: 'M5 20.5c0-4.7 3-7 7-7s7 2.3 7 7M12 3.5a3.9 3.9 0 110 7.8a3.9 3.9 0 010-7.8Z' },
  child: {
    lines: 'M6.5 20.5c0-4.2 2.2-6 5.5-6s5.5 1.8 5.5 6M12 4.5a4.2 4.2 0 110 8.4a4.2 4.2 0 010-8.4ZM9.5 5.2Q12 8 15 6',
  },
  inbox: { lines: 'M3.5 13.5l2.5-9h12l2.5 9v6h-17ZM3.5 13.5h5a3.5 3.5 0 007 0h5' },
  interview: { lines: 'M3.5 4.5h11v8H9l-3 3v-3H3.5ZM17.5 8.5h3v8H18v3l-3-3h-4.5' },
  conference: {
    lines:
      'M6 12.5h12v3H6ZM12 4a2 2 0 110 4a2 2 0 010-4ZM5 5.5a1.8 1.8 0 110 3.6a1.8 1.8 0 010-3.6ZM19 5.5a1.8 1.8 0 110 3.6a1.8 1.8 0 010-3.6ZM7.5 15.5V20M16.5 15.5V20',
  },
  scales: { lines: 'M12 4v16M7.5 20.5h9M5 7h14M5 7l-2.7 6.5a2.8 2.8 0 005.4 0ZM19 7l-2.7 6.5a2.8 2.8 0 005.4 0Z' },
  book: {
    lines: 'M12 6.5C10 4.8 7 4.3 3.5 4.5v14c3.5-.2 6.5.3 8.5 2 2-1.7 5-2.2 8.5-2v-14c-3.5-.2-6.5.3-8.5 2ZM12 6.5v14',
  },
  decision: { lines: 'M12 3.5V9M12 9l-6.5 5v6.5M12 9l6.5 5v6.5M3.5 17.5l2 3 2-3M16.5 17.5l2 3 2-3' },
  log: { lines: 'M6 3.5h12.5v17H6ZM3.5 8H6M3.5 12H6M3.5 16H6M9.5 8.5H15M9.5 12H15M9.5 15.5h3' },
  plan: { lines: 'M4 20.5L8 15M5 4.5h14v16h-7M8.5 8.5h7M8.5 12h4', fill: DOT(4, 20, 1.6) },
  home: { lines: 'M3.5 11.5L12 4l8.5 7.5M6 10v10h12V10M10 20v-5.5h4V20' },
  trainer: { lines: 'M3.5 4.5h17v11h-17ZM12 15.5V20M8 20.5h8M7.5 11.5l3-3 2.5 2 3.5-3.5' },
  // --- actions
  'step-out': { lines: 'M13.5 4H5v16h8.5M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5', mirror: true },
  share: { lines: 'M12 14.5V3.5M8 7l4-3.5L16 7M7 10.5H4.5v10h15v-10H17' },
  request: { lines: 'M4 5h16v11.5h-8L8 20v-3.5H4ZM10 9a2 2 0 112.6 1.9q-.6.3-.6 1.1', fill: DOT(12, 14, 1) },
  search: { lines: 'M10.5 4a6.5 6.5 0 110 13a6.5 6.5 0 010-13ZM15.5 15.5l5 5' },
  travel: {
    lines: 'M5 18.5a2 2 0 100-.01ZM19 5.5a2 2 0 100-.01M7 18.5h8a3.25 3.25 0 000-6.5H9.5a3.25 3.25 0 010-6.5H17',
    mirror: true,
  },
  send: { lines: 'M3.5 11.5L20.5 4l-5 16.5-4-7ZM11.5 13.5L20.5 4', mirror: true },
  link: {
    lines: 'M10 14a4 4 0 005.7 0l3-3a4 4 0 00-5.7-5.7L11.8 6.5M14 10a4 4 0 00-5.7 0l-3 3a4 4 0 005.7 5.7l1.2-1.2',
  },
  edit: { lines: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19ZM13.5 7l3.5 3.5' },
  plus: { lines: 'M12 5v14M5 12h14' },
  minus: { lines: 'M5 12h14' },
  close: { lines: 'M6 6l12 12M18 6L6 18' },
  check: { lines: 'M4.5 12.5l5 5 10-11' },
  back: { lines: 'M15 5l-7 7 7 7', mirror: true },
  next: { lines: 'M9 5l7 7-7 7', mirror: true },
  up: { lines: 'M5 15l7-7 7 7' },
  down: { lines: 'M5 9l7 7 7-7' },
  undo: { lines: 'M8.5 5L4 9.5 8.5 14M4 9.5h9.5a5.5 5.5 0 010 11H9', mirror: true },
  more: { fill: DOT(5, 12, 1.6) + DOT(12, 12, 1.6) + DOT(19, 12, 1.6) },
  menu: { lines: 'M4 6.5h16M4 12h16M4 17.5h16' },
  play: { lines: 'M7 4.5l12 7.5-12 7.5Z' },
  pause: { lines: 'M8.5 5v14M15.5 5v14' },
  stop: { lines: 'M6 6h12v12H6Z' },
  skip: { lines: 'M5 5l9 7-9 7ZM18.5 5v14' },
  hand: {
    lines:
      'M7.5 13V7a1.5 1.5 0 013 0v4V5a1.5 1.5 0 013 0v6V6.5a1.5 1.5 0 013 0V14c0 4-2 6.5-5.5 6.5-3 0-4.5-1.5-6-4.5L3.5 13a1.5 1.5 0 012.5-1.5Z',
  },
  print: { lines: 'M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7Z' },
  download: { lines: 'M12 3.5v11M7.5 10.5l4.5 4 4.5-4M4 19.5h16' },
  filter: { lines: 'M4 5h16l-6 7.5V19l-4-2v-4.5Z' },
  eye: { lines: 'M2.5 12Q6.5 5.5 12 5.5T21.5 12Q17.5 18.5 12 18.5T2.5 12ZM12 9a3 3 0 110 6a3 3 0 010-6Z' },
  // --- states
  lock: { lines: 'M5.5 10.5h13v10h-13ZM8 10.5V7.5a4 4 0 018 0v3', fill: DOT(12, 15.2, 1.5) },
  seal: {
    lines:
      'M12 3.5l2.3 1.6 2.8-.1.8 2.7 2.3 1.6-1 2.7 1 2.7-2.3 1.6-.8 2.7-2.8-.1L12 20.5l-2.3-1.6-2.8.1-.8-2.7-2.3-1.6 1-2.7-1-2.7 2.3-1.6.8-2.7 2.8.1ZM9 12l2.2 2.2L15.3 10',
  },
  clock: { lines: 'M12 3.5a8.5 8.5 0 110 17a8.5 8.5 0 010-17ZM12 7.5V12l3.5 2' },
  alert: { lines: 'M12 4L2.5 20h19ZM12 10v4.5', fill: DOT(12, 17.2, 1.1) },
  info: { lines: 'M12 3.5a8.5 8.5 0 110 17a8.5 8.5 0 010-17ZM12 11v5.5', fill: DOT(12, 7.7, 1.2) },
  help: {
    lines: 'M12 3.5a8.5 8.5 0 110 17a8.5 8.5 0 010-17ZM9.5 9.5a2.5 2.5 0 113.5 2.3q-1 .5-1 1.7',
    fill: DOT(12, 16.5, 1.1),
  },
  flag: { lines: 'M5.5 21V4M5.5 4.5h13l-3 4 3 4h-13' },
  pin: {
    lines: 'M12 21s-6.5-6.3-6.5-11a6.5 6.5 0 0113 0c0 4.7-6.5 11-6.5 11ZM12 7.5a2.5 2.5 0 110 5a2.5 2.5 0 010-5Z',
  },
  star: { lines: 'M12 4l2.4 5.2 5.6.6-4.2 3.8 1.2 5.6-5-2.9-5 2.9 1.2-5.6L4 9.8l5.6-.6Z' },
  saved: { lines: 'M7 18.5a4 4 0 01-.5-8 5.5 5.5 0 0110.5-1 4.5 4.5 0 01.5 9ZM9 13.5l2.2 2.2 4-4.2' },
  offline: { lines: 'M7 18.5a4 4 0 01-.5-8 5.5 5.5 0 0110.5-1 4.5 4.5 0 01.5 9ZM4 4l16 17' },
  sun: {
    lines:
      'M12 8a4 4 0 110 8a4 4 0 010-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  },
  moon: { lines: 'M19.5 14.5A8 8 0 019.5 4.5a8 8 0 1010 10Z' },
  language: {
    lines: 'M12 3.5a8.5 8.5 0 110 17a8.5 8.5 0 010-17ZM3.5 12h17M12 3.5c-5.5 5-5.5 12 0 17M12 3.5c5.5 5 5.5 12 0 17',
  },
  key: { lines: 'M8 9.5a4 4 0 110 8a4 4 0 010-8ZM11 11L20 3.5M16.5 6.5l2.5 3M13.8 8.7l2 2.4' },
  chart: { lines: 'M4 4v16.5h16.5M8 16.5v-4M12.5 16.5v-9M17 16.5v-6' },
  // --- channels of injects and contact
  call: {
    lines:
      'M6 3.5h3.5L11 8.5 8.5 10.3a12 12 0 005.2 5.2L15.5 13l5 1.5V18a2.5 2.5 0 01-2.7 2.5C10.5 20 4 13.5 3.5 6.2A2.5 2.5 0 016 3.5Z',
  },
  phone: { lines: 'M7 2.5h10v19H7ZM10.5 18.5h3' },
  message: { lines: 'M3.5 4.5h17v12h-9l-4 3.5v-3.5h-4ZM7.5 9h9M7.5 12.5h5.5' },
  letter: { lines: 'M3 5.5h18v13H3ZM3.5 6.5L12 13l8.5-6.5' },
  radio: { lines: 'M3.5 9h17v11h-17ZM6.5 9L17 3.5M15 12.5a2.5 2.5 0 110 5a2.5 2.5 0 010-5ZM6.5 13h4M6.5 16.5h4' },
  visit: { lines: 'M5 20.5V3.5h10v17M3 20.5h18M15 7h3.5v13.5', fill: DOT(12, 12.5, 1.2) },
  news: {
    lines:
      'M3.5 5h13.5v15.5H6a2.5 2.5 0 01-2.5-2.5ZM17 9.5h3.5V18a2.5 2.5 0 01-3.5 2.3M6.5 8.5h7.5M6.5 12h7.5M6.5 15.5h4',
  },
  note: { lines: 'M5 3.5h14V15l-5.5 5.5H5ZM19 15h-5.5v5.5M8.5 8h7M8.5 11.5h7' },
  // --- kinds of items
  document: { lines: 'M6 3h8.5L19 7.5V21H6ZM14.5 3v4.5H19M9 12h7M9 15.5h7' },
  object: { lines: 'M12 3l8.5 4.5v9L12 21l-8.5-4.5v-9ZM3.5 7.5L12 12l8.5-4.5M12 12v9' },
  digital: { lines: 'M3.5 4.5h17v11.5h-17ZM9 20.5h6M12 16v4.5M8 8.5l2.5 2L8 12.5M12.5 12.5H16' },
  testimony: { lines: 'M4 4.5h16V16h-7.5L8.5 20v-4H4ZM8.5 11.5c0-2 .6-2.8 2-3.3M13.5 11.5c0-2 .6-2.8 2-3.3' },
  record: { lines: 'M4 3.5h16v5H4ZM4 9.5h16v5H4ZM4 15.5h16v5H4ZM10.5 6h3M10.5 12h3M10.5 18h3' },
  camera: { lines: 'M3.5 7.5h4L9.5 5h5l2 2.5h4v12h-17ZM12 10a3.5 3.5 0 110 7a3.5 3.5 0 010-7Z' },
  analysis: { lines: 'M9.5 3.5h5M10.5 3.5v6L5 19.5c-.3.6.1 1 .7 1h12.6c.6 0 1-.4.7-1L13.5 9.5v-6M7.5 15.5h9' },
  custody: { lines: 'M4 8.5h16v12H4ZM8 8.5V6a4 4 0 018 0v2.5M9 14.5l2 2 4-4' },
  // --- people and care
  interpreter: {
    lines: 'M3.5 4.5h9v8H8l-2.5 2.5v-2.5h-2ZM6 7h4M8 5.8V7M6.2 10.2q3-.7 3.3-3.2M14 19.5l3.3-8h.4l3.3 8M15.3 16.8h4.4',
  },
  'support-person': {
    lines: 'M12 20.5C6.5 16.5 3.5 13.3 3.5 9.5a4.3 4.3 0 018.5-1.2 4.3 4.3 0 018.5 1.2c0 3.8-3 7-8.5 11Z',
  },
  guardian: {
    lines:
      'M9 4a3 3 0 110 6a3 3 0 010-6ZM3.5 20.5c0-5 2-8 5.5-8 2 0 3.5 1 4.4 2.6M17 11.5a2.2 2.2 0 110 4.4a2.2 2.2 0 010-4.4ZM13 20.5c.3-2.5 1.7-3.5 4-3.5s3.7 1 4 3.5',
  },
  bed: {
    lines: 'M3 19V5.5M3 15.5h18V19M21 15.5V12a2.5 2.5 0 00-2.5-2.5H10v6M6.5 9a1.6 1.6 0 110 3.2a1.6 1.6 0 010-3.2Z',
  },
  medical: { lines: 'M12 3.5a8.5 8.5 0 110 17a8.5 8.5 0 010-17ZM12 8v8M8 12h8' },
  food: { lines: 'M3.5 11.5h17a8.5 8.5 0 01-6 8h-5a8.5 8.5 0 01-6-8ZM9 8q-1.5-1.5 0-4M14 8q-1.5-1.5 0-4' },
  school: { lines: 'M2.5 9L12 4.5 21.5 9 12 13.5ZM6.5 11v5.5c3 2.5 8 2.5 11 0V11M21.5 9v6' },
  work: { lines: 'M3.5 8h17v12h-17ZM9 8V4.5h6V8M3.5 13.5h17M12 12v3' },
  return: { lines: 'M3.5 12.5L12 5l8.5 7.5M6 11v9.5h12V11M14.5 16H9.5M11.5 13.5L9 16l2.5 2.5', mirror: true },
  family: {
    lines:
      'M7.5 4a2.5 2.5 0 110 5a2.5 2.5 0 010-5ZM16.5 4a2.5 2.5 0 110 5a2.5 2.5 0 010-5ZM12 12a2 2 0 110 4a2 2 0 010-4ZM2.5 19c0-4.5 2-7 5-7M21.5 19c0-4.5-2-7-5-7M8.5 20.5c0-2.2 1.3-3.2 3.5-3.2s3.5 1 3.5 3.2',
  },
  asylum: { lines: 'M6.5 3.5h11v17h-11ZM12 7.5a3 3 0 110 6a3 3 0 010-6ZM9.5 17h5' },
  consent: { lines: 'M5 3.5h14v17H5ZM8.5 8h7M8.5 11.5h4M8.5 16.5q1.5-3 2.5 0t4-1.5' },
  risk: { lines: 'M4 16.5a8.5 8.5 0 1116 0M12 16.5l4-6', fill: DOT(12, 16.5, 1.6) },
  break: {
    lines:
      'M4.5 9h12v6.5a4 4 0 01-4 4h-4a4 4 0 01-4-4ZM16.5 10.5H19a2 2 0 010 5h-2.5M8 3.5q-1.2 1.3 0 2.5M12.5 3.5q-1.2 1.3 0 2.5',
  },
} as const satisfies Record<string, IconDrawing>;

export type IconName = keyof typeof ICONS;

/** The icon for a name from case data (a kind of item, a channel); a document if the name is unknown. */
export function iconOf(name: string | undefined): IconDrawing {
  const known: Record<string, IconDrawing> = ICONS;
  return known[name ?? ''] ?? ICONS.document;
}

/** The icon of each need. */
export const NEED_ICONS: Record<string, IconName> = {
  'safe-accommodation': 'bed',
  medical: 'medical',
  psychosocial: 'support-person',
  'child-officer': 'child',
  'family-tracing': 'family',
  'legal-aid': 'scales',
  interpreter: 'interpreter',
  'food-and-clothing': 'food',
  'asylum-procedure': 'asylum',
  'safe-return': 'return',
  schooling: 'school',
  livelihood: 'work',
};
