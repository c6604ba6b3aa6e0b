/** Parses a playthrough from text. Returns diagnostics with their places; never throws on bad text. */
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { type Diagnostic, byPlace } from '../scenario/diagnostic.ts';
import { type SourceMap, sourceMapOf } from '../scenario/source-map.ts';
import { namesUsed } from './fields.ts';
import { Playthrough } from './playthrough.ts';
import { type UnknownId, unknownIds } from './unknown-ids.ts';

export interface ParsedPlaythrough {
  /** Undefined if there is an error. */
  playthrough?: Playthrough;
  /** The line on which each step begins. */
  lines: number[];
  diagnostics: Diagnostic[];
}

/** Reads one `*.playthrough.yaml`. With its case, also checks its ids. */
export function parsePlaythrough(file: string, text: string, compiled?: CompiledScenario): ParsedPlaythrough {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    strict: true,
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
  });
  const source = sourceMapOf(file, text, document, counter);
  const broken = document.errors.map(
    (error): Diagnostic => ({
      code: 'playthrough-syntax',
      severity: 'error',
      file,
      range: source.span(error.pos[0], error.pos[1]),
      message: error.message,
      remedy: 'Put the YAML right; a name written `@name` needs quotes.',
    }),
  );
  if (broken.length > 0) return { lines: [], diagnostics: broken };
  const result = Playthrough.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!result.success)
    return { lines: [], diagnostics: result.error.issues.flatMap((issue) => findings(source, issue)).sort(byPlace) };
  const lines = result.data.steps.map((_, index) => source.valueAt(['steps', index]).start.line);
  const diagnostics = [
    ...unknownNames(source, result.data),
    ...(compiled ? unknownIds(compiled, result.data).map((unknown) => strangeId(source, unknown)) : []),
  ].sort(byPlace);
  return diagnostics.length > 0 ? { lines, diagnostics } : { playthrough: result.data, lines, diagnostics };
}

function findings(source: SourceMap, issue: z.core.$ZodIssue): Diagnostic[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const finding = (range: Diagnostic['range'], message: string): Diagnostic => ({
    code: 'playthrough-shape',
    severity: 'error',
    file: source.file,
    range,
    message,
    remedy: 'See docs/authoring/playthroughs.md for what a step can say.',
  });
  if (issue.code !== 'unrecognized_keys') return [finding(source.valueAt(path), issue.message)];
  return issue.keys.map((key) => finding(source.keyAt([...path, key]), `\`${key}\` is not a key of this place`));
}

/** Reports names that no earlier step has given. */
function unknownNames(source: SourceMap, playthrough: Playthrough): Diagnostic[] {
  const given = new Set<string>();
  return playthrough.steps.flatMap((step, index) => {
    if (step.kind !== 'command') return [];
    const missing = namesUsed(step.fields).filter((name) => !given.has(name));
    if (step.as !== undefined) given.add(step.as);
    return missing.map(
      (name): Diagnostic => ({
        code: 'playthrough-name',
        severity: 'error',
        file: source.file,
        range: source.valueAt(['steps', index]),
        message: `no step before this one is named \`${name}\``,
        remedy: `Give the step that creates it \`as: ${name}\`.`,
      }),
    );
  });
}

const strangeId = (source: SourceMap, { path, id, meant }: UnknownId): Diagnostic => ({
  code: 'playthrough-id',
  severity: 'error',
  file: source.file,
  range: source.valueAt(path),
  message: `the case has no \`${id}\` that could stand here`,
  remedy: meant === undefined ? 'Use an id of the case.' : `Did you mean \`${meant}\`?`,
});
