/**
 * Cases on disk. A case is a folder with a `scenario.yaml`; its law pack is beside it in `jurisdictions/`.
 *
 * A child process with a small heap and a time limit parses and checks the text, so that a hostile or broken file can only
 * harm the child. The result is plain data; compiling it is quick and safe.
 */
import { createHash } from 'node:crypto';
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { isArtFile } from '../../shared/scenario/checks/art.ts';
import { compileScenario } from '../../shared/scenario/compile-scenario.ts';
import { diagnose } from '../../shared/scenario/diagnostic-catalogue.ts';
import { isPlayable } from '../../shared/scenario/diagnostic.ts';
import { MAIN_FILE, type ParsedCase } from '../../shared/scenario/parse-case.ts';
import { LIMITS } from '../../shared/scenario/pre-scan.ts';
import { isPartFile } from '../../shared/scenario/schema/basics.ts';
import { checkInChild } from './scenario-child.ts';

/** Every source of a case by its name: `scenario.yaml`, `people.yaml`, `fr.yaml`, `jurisdictions/taravia.yaml`, `art/bus.svg`. */
export type SourceFiles = Record<string, string>;

export interface CaseFolder {
  /** The folder's name. */
  id: string;
  files: SourceFiles;
}
/** Pictures of a case, served by content hash, which reveals nothing about the case. */
export interface Art {
  /** Name (without `.svg`) → SHA-256 of the content. */
  byName: Record<string, string>;
  /** SHA-256 → the picture itself. */
  byHash: Record<string, string>;
}
/** `parseCase(files, hash)` returns the same case. */
export type LoadedCase = CaseFolder & ParsedCase & { art: Art };

const MAX_BYTES = 5 * 1024 * 1024;

/** Reads, checks and compiles one case. Rejects only on disk errors; every fault of the case is a finding. */
export async function loadCase(folder: string, check = checkInChild): Promise<LoadedCase> {
  const files = await readCaseFiles(folder);
  return { id: basename(folder), files, art: artOf(files), ...(await parseFiles(files, check)) };
}

/** Like `parseCase`, but in a child process, and with the SHA-256 of the sources as hash. */
export async function parseFiles(files: SourceFiles, check = checkInChild): Promise<ParsedCase> {
  const hash = hashOf(files);
  const bytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > MAX_BYTES) {
    const start = { line: 1, col: 1 };
    const params = { kilobytes: Math.ceil(bytes / 1024), most: MAX_BYTES / 1024 };
    const [longest = MAIN_FILE] = Object.entries(files).sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
    return {
      translations: {},
      diagnostics: [diagnose('FILE_TOO_BIG', params, longest, { start, end: start })],
      hash,
    };
  }
  const { scenario, law, ...rest } = await check(files, hash);
  return scenario && law && isPlayable(rest.diagnostics)
    ? { ...rest, compiled: compileScenario(scenario, law, hash) }
    : rest;
}

/** The pictures among the sources. */
export function artOf(files: SourceFiles): Art {
  const art: Art = { byName: {}, byHash: {} };
  for (const [file, svg] of Object.entries(files)) {
    if (!isArtFile(file)) continue;
    const hash = createHash('sha256').update(svg).digest('hex');
    art.byName[file.slice('art/'.length, -'.svg'.length)] = hash;
    art.byHash[hash] = svg;
  }
  return art;
}

/** The case folders in `root`, or `root` itself if it is one; sorted by name. */
export async function listCases(root: string): Promise<string[]> {
  if (await isFile(join(root, MAIN_FILE))) return [root];
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(root, entry.name));
  const cases = await Promise.all(
    folders.map(async (folder) => ((await isFile(join(folder, MAIN_FILE))) ? [folder] : [])),
  );
  return cases.flat().sort();
}

const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isFile() === true;

/** A symbolic link must not lead out of the case folder: every player can read what the case contains. */
async function isOwnFile(folder: string, name: string): Promise<boolean> {
  const path = join(folder, name);
  if (!(await isFile(path))) return false;
  const [own, real] = await Promise.all([realpath(folder), realpath(path)]);
  return real.startsWith(`${own}${sep}`);
}

/** Reads no more than the size check needs to refuse the file: a huge file may not fit into memory. */
async function readAtMost(path: string, bytes: number): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, bytes));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

const TRANSLATION = /^[a-z]{2,3}\.(?:yaml|sources\.json)$/;
const LAW_FILE = /^([a-z][a-z0-9-]*)(?:\.yaml|\.[a-z]{2,3}\.(?:yaml|sources\.json))$/;

/** Reads the scenario with its parts, translations and pictures, and the law pack from beside the case or from inside it. */
export async function readCaseFiles(folder: string): Promise<SourceFiles> {
  const files: SourceFiles = {};
  const takeAll = async (from: string, prefix: string, wanted: (name: string) => boolean) => {
    // A folder that is a symbolic link would lead out of the case.
    if (prefix !== '' && (await lstat(from).catch(() => undefined))?.isSymbolicLink()) return;
    for (const name of await readdir(from).catch((): string[] => [])) {
      if (wanted(name) && (await isOwnFile(from, name)))
        files[`${prefix}${name}`] = await readAtMost(join(from, name), LIMITS.bytes + 1);
    }
  };
  await takeAll(folder, '', (name) => name === MAIN_FILE || TRANSLATION.test(name) || isPartFile(name));
  await takeAll(join(folder, 'art'), 'art/', (name) => isArtFile(`art/${name}`));
  const jurisdiction = /^jurisdiction:\s*["']?([a-z][a-z0-9-]*)/m.exec(files[MAIN_FILE] ?? '')?.[1];
  const isAsked = (name: string) => LAW_FILE.exec(name)?.[1] === jurisdiction;
  await takeAll(join(dirname(folder), 'jurisdictions'), 'jurisdictions/', isAsked);
  await takeAll(join(folder, 'jurisdictions'), 'jurisdictions/', isAsked);
  return files;
}

/** SHA-256 of the sources of a case. */
export function hashOf(files: SourceFiles): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).sort()) hash.update(`${name}\0${files[name]}\0`);
  return hash.digest('hex');
}
