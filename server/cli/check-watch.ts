/** `baraza check --watch`: checks again after every save and prints how the findings changed. */
import { existsSync, type FSWatcher, watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../../shared/scenario/diagnostic.ts';
import { caseFolders } from './case-folders.ts';
import { findingsOf, countCases, summary } from './check.ts';
import { refreshCaseSchema } from './editor/case-schema-file.ts';
import { formatFindings } from './findings.ts';
import type { ExitCode, Io } from './subcommand.ts';

/** Editors write a file in several steps; one check follows the last of them. */
const DEBOUNCE_MS = 150;
const CLEAR_SCREEN = '\u001b[2J\u001b[3J\u001b[H';
/** Files of a case, without temporary files of editors. */
const CASE_FILE = /^[^.~#].*\.(ya?ml|svg)$/;

export interface WatchOptions {
  paths: readonly string[];
  io: Io;
}

/** Resolves with 0 when the user stops it. A case that cannot be read is a finding and does not end the watch. */
export async function watchCases({ paths, io }: WatchOptions): Promise<ExitCode> {
  let before: readonly Diagnostic[] | undefined;
  let ended = false;
  const end = io.stopped?.() ?? untilInterrupted();
  const checkAgain = async () => {
    const folders = await caseFolders(paths, io).catch(() => undefined);
    if (!folders) {
      io.write('The case folder is missing. Waiting for it to come back.\n');
      return;
    }
    watched.add(folders);
    for (const folder of folders) await refreshCaseSchema(folder);
    const { findings, texts } = await findingsOf(folders, io);
    // Ctrl-C also interrupts the child that reads the case: its findings would be wrong.
    if (ended) return;
    const lines = [
      ...formatFindings(findings, texts, io),
      `${countCases(folders.length)}: ${summary(findings)}.${before ? describeChange(before, findings) : ''}`,
      'Waiting for the next save. Press Ctrl-C to end.',
    ];
    io.write(`${io.colour ? CLEAR_SCREEN : ''}${lines.join('\n\n')}\n`);
    before = findings;
  };
  const watched = watchFolders(debounced(checkAgain));
  watched.add(await caseFolders(paths, io));
  watched.addFolders(paths.map((path) => resolve(io.cwd, path)).filter((path) => existsSync(path)));
  await Promise.race([checkAgain(), end]);
  await end;
  ended = true;
  watched.close();
  return 0;
}

const untilInterrupted = (): Promise<void> => new Promise((end) => process.once('SIGINT', () => end()));

/** " Since the last save: 2 fixed, 1 new." Two findings are the same if code, file and message are; lines may move. */
export function describeChange(before: readonly Diagnostic[], now: readonly Diagnostic[]): string {
  const fixed = difference(before, now).length;
  const added = difference(now, before).length;
  if (fixed === 0 && added === 0) return ' Since the last save: no change.';
  return ` Since the last save: ${fixed} fixed, ${added} new.`;
}

/** The findings of `all` that are not in `others`, as multisets. */
function difference(all: readonly Diagnostic[], others: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ code, file, message }: Diagnostic) => `${code}\0${file}\0${message}`;
  const left = others.map(keyOf);
  return all.filter((finding) => {
    const at = left.indexOf(keyOf(finding));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Runs `work` after a pause in the calls, never twice at the same time: calls during a run cause one more run. */
function debounced(work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work);
    }, DEBOUNCE_MS);
  };
}

/** Watches the folders of cases, not single files, because editors replace a file when they save it. */
function watchFolders(changed: () => void) {
  const watchers = new Map<string, FSWatcher>();
  const addFolders = (folders: readonly string[]) => {
    for (const folder of folders) {
      if (watchers.has(folder) || !existsSync(folder)) continue;
      const watcher = watch(folder, (_, name) => {
        if (name === null || CASE_FILE.test(name)) changed();
      });
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(folder);
      });
      watchers.set(folder, watcher);
    }
  };
  return {
    addFolders,
    add: (cases: readonly string[]) =>
      addFolders(
        cases.flatMap((folder) => [
          folder,
          join(folder, 'art'),
          join(folder, 'jurisdictions'),
          join(dirname(folder), 'jurisdictions'),
        ]),
      ),
    close: () => {
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}
