/** The page's colours as numbers for the canvas. */
import type { ThemeToken, ThemeTokens } from './scene-deps.ts';

const FALLBACK: Record<ThemeToken, string> = {
  paper: '#f6f2ea',
  card: '#fffdf8',
  sunk: '#ece6da',
  ink: '#1d2730',
  'ink-2': '#515c66',
  line: '#d9d1c2',
  edge: '#857c6b',
  police: '#34539b',
  prosecutor: '#76488c',
  labour: '#8a5810',
  service: '#17705a',
  immigration: '#a0432b',
  trainer: '#2f3c46',
  customs: '#2d6a7d',
  finance: '#4f6420',
  court: '#6b4a3a',
  health: '#a33b62',
  alert: '#a8271f',
  due: '#815400',
  good: '#1b6b45',
  focus: '#0b57d0',
  'on-accent': '#ffffff',
  board: '#cdbfa6',
  doc: '#fffefb',
  'doc-ink': '#2a2a26',
  sans: '"Noto Sans", sans-serif',
  serif: '"Noto Serif", serif',
};

export interface Theme {
  dark: boolean;
  /** The colour of a token as a number. */
  number(token: string): number;
  /** The value of a token as CSS. */
  css(token: ThemeToken): string;
}

const isToken = (name: string): name is ThemeToken => Object.hasOwn(FALLBACK, name);

export function colourNumber(css: string): number | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(css);
  const hex = short
    ? `${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`
    : /^#([0-9a-f]{6})$/i.exec(css)?.[1];
  return hex === undefined ? undefined : Number.parseInt(hex, 16);
}

const lightness = (colour: number): number =>
  (0.3 * (colour >> 16) + 0.59 * ((colour >> 8) & 255) + 0.11 * (colour & 255)) / 255;

/** Unknown accents (agencies without a token) get the secondary ink colour. */
export function themeOf(tokens: ThemeTokens): Theme {
  const css = (token: ThemeToken): string => tokens[token] || FALLBACK[token];
  const number = (token: string): number => {
    const name = isToken(token) ? token : 'ink-2';
    return colourNumber(css(name)) ?? colourNumber(FALLBACK[name]) ?? 0;
  };
  return { css, number, dark: lightness(number('paper')) < 0.4 };
}
