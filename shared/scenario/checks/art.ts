/** Pictures are plain drawings, and every picture that the case names exists. */
import { diagnose } from '../diagnostic-catalogue.ts';
import type { Diagnostic, Position } from '../diagnostic.ts';
import type { Scenario } from '../schema/scenario.ts';
import { nowhere, type SourceMap } from '../source-map.ts';
import { realDataIn } from './real-data.ts';

/** The name of a picture in `files`. */
export const artFile = (name: string): string => `art/${name}.svg`;
const IS_ART = /^art\/[a-z][a-z0-9-]*\.svg$/;
export const isArtFile = (file: string): boolean => IS_ART.test(file);

const MAX_CHARACTERS = 256 * 1024;

/** What a picture may not contain, because the browsers of a whole class show it. */
const UNSAFE: readonly [RegExp, string][] = [
  [/<\s*(?:[\w.-]+:)?script/i, 'a script'],
  [/<\s*(?:[\w.-]+:)?foreignObject/i, 'foreign content'],
  [
    /<\s*(?:[\w.-]+:)?(?:iframe|embed|object|audio|video|image|animate|animateMotion|animateTransform|set)\b/i,
    'embedded or moving content',
  ],
  [/[\s/"']on[a-z]+\s*=/i, 'an event handler'],
  [/\b(?:href|src)\s*=\s*(?:"(?!#)|'(?!#)|[^\s"'])/i, 'a link'],
  [/url\(\s*(?:["']\s*)?(?!["'#\s])/i, 'a link'],
  [/@import/i, 'a link'],
  [/image-set\s*\(/i, 'a link'],
  // An escape can hide any letter, also those of `url` and `@import`: in style sheets, and anywhere in XML.
  [/\\|&#/, 'an escape'],
  [/<!(?:DOCTYPE|ENTITY)/i, 'a document type'],
  [/<\?xml-stylesheet/i, 'a style sheet from elsewhere'],
];

/** The forbidden contents of a picture; empty if it is plain. */
export function unsafeParts(svg: string): string[] {
  if (!/<svg[\s>]/.test(svg)) return ['no drawing at all'];
  return [...new Set(UNSAFE.filter(([pattern]) => pattern.test(svg)).map(([, what]) => what))];
}

export function artFindings(
  files: Readonly<Record<string, string>>,
  scenario: Scenario | undefined,
  source: SourceMap,
): Diagnostic[] {
  const found = Object.entries(files).flatMap(([file, svg]) => {
    const start = nowhere(file).valueAt([]);
    if (!isArtFile(file)) return [];
    if (svg.length > MAX_CHARACTERS)
      return [
        diagnose('FILE_TOO_BIG', { kilobytes: Math.ceil(svg.length / 1024), most: MAX_CHARACTERS / 1024 }, file, start),
      ];
    return [
      ...unsafeParts(svg).map((what) => diagnose('ART_UNSAFE', { what }, file, start)),
      ...realDataFindings(file, svg),
    ];
  });
  if (!scenario) return found;
  const missing = (['places', 'items', 'people'] as const).flatMap((section) =>
    Object.entries(scenario[section]).flatMap(([id, { art: name }]) => {
      if (name === undefined || files[artFile(name)] !== undefined) return [];
      const path = [section, id, 'art'];
      return [diagnose('ART_MISSING', { name }, source.of(path).file, source.valueAt(path))];
    }),
  );
  return [...found, ...missing];
}

/** A telephone number on a drawn sign can be called too. */
function realDataFindings(file: string, svg: string): Diagnostic[] {
  return [...svg.matchAll(/>([^<>]+)(?=<)/g)].flatMap(({ 1: written = '', index }) =>
    realDataIn(written).map(({ code, text }) => {
      const at = svg.indexOf(text, index);
      return diagnose(code, { text }, file, { start: placeOf(svg, at), end: placeOf(svg, at + text.length) });
    }),
  );
}

function placeOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, col: (lines.at(-1)?.length ?? 0) + 1 };
}
