/**
 * `npm run check:browsers`, CSS part: which features of our style sheets the oldest supported browsers lack.
 *
 * The browsers are those of `browserslist` in package.json; doiuse and Can I use say what they support. A declaration with a
 * fallback before it in the same rule (`100vh`, then `100dvh`) is fine. `exceptions.json` lists what may stay, with the number
 * of uses and the reason; a number that no longer matches fails too, so that the list only shrinks.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import DoIUse from 'doiuse';
import postcss, { type Node } from 'postcss';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Finding {
  /** The feature by its name in Can I use. */
  feature: string;
  file: string;
  line: number;
  text: string;
}

/** True where an older browser falls back to an earlier declaration. */
function hasFallback(usage: Node): boolean {
  if (usage.type !== 'decl') return false;
  const { prop } = usage as Node & { prop: string };
  for (let before = usage.prev(); before; before = before.prev())
    if (before.type === 'decl' && before.prop === prop) return true;
  return false;
}

/** Uses of features that at least one of the browsers lacks completely, in text order. */
export async function missingIn(css: string, file: string, browsers: readonly string[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const check = new DoIUse({
    browsers: [...browsers],
    onFeatureUsage: ({ feature, featureData, usage }) => {
      if (!featureData?.missing || hasFallback(usage)) return;
      const text = usage.toString().split('\n')[0] ?? '';
      findings.push({ feature, file, line: usage.source?.start?.line ?? 0, text });
    },
  });
  await postcss([check]).process(css, { from: file });
  return findings;
}

const styleSheets = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return styleSheets(path);
    return entry.name.endsWith('.css') ? [path] : [];
  });

/** The problems, one line each; empty if the style sheets match the exceptions. */
async function problems(): Promise<string[]> {
  const { browserslist } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { browserslist: string[] };
  const allowed = JSON.parse(readFileSync(join(ROOT, 'tests/browser-floor/exceptions.json'), 'utf8')) as Record<
    string,
    { uses: number; because: string }
  >;
  const sheets = styleSheets(join(ROOT, 'client'));
  const found = (
    await Promise.all(sheets.map((path) => missingIn(readFileSync(path, 'utf8'), relative(ROOT, path), browserslist)))
  ).flat();
  const features = new Set([...Object.keys(allowed), ...found.map(({ feature }) => feature)]);
  return [...features].flatMap((feature) => {
    const uses = found.filter((one) => one.feature === feature);
    const expected = allowed[feature]?.uses ?? 0;
    if (uses.length === expected) return [];
    if (uses.length < expected) return [`exceptions.json: ${feature} has ${uses.length} uses now; lower its number`];
    return uses.map(({ file, line, text }) => `${file}:${line}  ${feature} is missing in a supported browser: ${text}`);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lines = await problems();
  for (const line of lines) process.stderr.write(`${line}\n`);
  if (lines.length > 0) process.exitCode = 1;
}
