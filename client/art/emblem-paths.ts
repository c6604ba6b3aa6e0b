/** The emblems of the agencies: geometric, one colour, 24×24. `fill` parts are filled, all others have a stroke of 1.9. */
export interface Drawing {
  lines?: string;
  fill?: string;
}

export const EMBLEMS = {
  /** A shield with a star. */
  police: {
    lines: 'M12 2.8l7.4 2.7v5.6c0 4.8-3 8-7.4 10.1-4.4-2.1-7.4-5.3-7.4-10.1V5.5Z',
    fill: 'M12 7.2l1.3 2.9 3.1.3-2.3 2.1.7 3.1-2.8-1.6-2.8 1.6.7-3.1-2.3-2.1 3.1-.3Z',
  },
  prosecutor: {
    lines: 'M12 5.5V20M7.5 20.5h9M4.5 7.5h15M4.5 7.5L2 14a2.7 2.7 0 005 0ZM19.5 7.5L17 14a2.7 2.7 0 005 0Z',
    fill: 'M12 2.6a1.9 1.9 0 110 3.8a1.9 1.9 0 010-3.8Z',
  },
  /** A helmet over a checked line. */
  labour: { lines: 'M4.5 14.5a7.5 7.5 0 0115 0M2.5 15h19v3h-19ZM10 14.5V6.8h4v7.7', fill: 'M6 20.2h12v1.6H6Z' },
  /** A roof that shelters a heart. */
  service: {
    lines: 'M3 11.5L12 3.5l9 8M5.5 10v10.5h13V10',
    fill: 'M12 18.4c-2.6-1.8-4-3.3-4-5a2.1 2.1 0 014-.9a2.1 2.1 0 014 .9c0 1.7-1.4 3.2-4 5Z',
  },
  /** A travel document with a globe. */
  immigration: { lines: 'M5.5 3h13v18h-13ZM12 6.5a4 4 0 110 8a4 4 0 010-8ZM8 10.5h8M9 18h6', fill: '' },
  /** A gate with a raised beam. */
  customs: {
    lines: 'M4 21V9.5h5V21M2.5 21h19M6.5 9.5L20.5 4M13 7v3M17.5 5.2v3',
    fill: 'M6.5 7.7a1.8 1.8 0 110 3.6a1.8 1.8 0 010-3.6Z',
  },
  /** Columns of coins. */
  finance: { lines: 'M3.5 20.5h17M5 17h5M5 13.5h5M14 17h5M14 13.5h5M14 10h5M14 6.5h5', fill: 'M5 8.5h5v2.5H5Z' },
  /** A pediment on columns. */
  court: { lines: 'M3 9.5L12 3.5l9 6ZM6 10v7.5M12 10v7.5M18 10v7.5M3.5 20.5h17', fill: '' },
  /** A cross in a circle. */
  health: {
    lines: 'M12 3a9 9 0 110 18a9 9 0 010-18Z',
    fill: 'M10.4 7.3h3.2v3.1h3.1v3.2h-3.1v3.1h-3.2v-3.1H7.3v-3.2h3.1Z',
  },
  /** A council around a table: the trainer. */
  trainer: {
    lines: 'M12 8.5a3.8 3.8 0 110 7.6a3.8 3.8 0 010-7.6Z',
    fill: 'M12 2.5a2 2 0 110 4a2 2 0 010-4ZM4.5 7.5a2 2 0 110 4a2 2 0 010-4ZM19.5 7.5a2 2 0 110 4a2 2 0 010-4ZM6.8 16.5a2 2 0 110 4a2 2 0 010-4ZM17.2 16.5a2 2 0 110 4a2 2 0 010-4Z',
  },
  /** The default for other bodies. */
  desk: { lines: 'M4 20.5V7.5l8-4 8 4v13ZM9.5 20.5v-5h5v5M8 10.5h2M14 10.5h2', fill: '' },
} as const satisfies Record<string, Drawing>;

export type EmblemName = keyof typeof EMBLEMS;

/** Other names that authors may use for an emblem. */
const ALIASES: Record<string, EmblemName> = {
  'child-protection': 'service',
  child: 'service',
  shelter: 'service',
  'service-provider': 'service',
  prosecution: 'prosecutor',
  border: 'immigration',
  'labour-inspector': 'labour',
  'labour-inspection': 'labour',
  'financial-unit': 'finance',
  hospital: 'health',
  clinic: 'health',
};

export function emblemOf(name: string | undefined): Drawing {
  const known: Record<string, Drawing> = EMBLEMS;
  return known[name ?? ''] ?? known[ALIASES[name ?? ''] ?? 'desk'] ?? EMBLEMS.desk;
}

/** Returns a drawing as SVG text in one colour, for canvases. */
export const drawingSvg = ({ lines, fill }: Drawing, colour: string, size: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="${size}" height="${size}" fill="none">${lines ? `<path d="${lines}" stroke="${colour}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>` : ''}${fill ? `<path d="${fill}" fill="${colour}"/>` : ''}</svg>`;
