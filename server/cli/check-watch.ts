/** `baraza check --watch`: checks again whenever a file is saved, and says what the save has changed. */
import { existsSync, type FSWatcher, watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../../shared/scenario/diagnostic.ts';
import { caseFolders } from './case-folders.ts';
import { findingsOf, howMany, summary } from './check.ts';
import { refreshCaseSchema } from './editor/case-schema-file.ts';
import { formatFindings } from './findings.ts';
import type { ExitCode, Io } from './subcommand.ts';

/** Editors write a file in several steps; one check after the last is enough. */
const QUIET_MS = 150;
const CLEAR_SCREEN = '\u001b[2J\u001b[3J\u001b[H';
/** Files that say something about a case. What editors leave beside them does not count. */
const OF_A_CASE = /^[^.~#].*\.(ya?ml|svg)$/;

export interface WatchOptions {
  paths: readonly string[];
  io: Io;
}

/** Ends with 0 when whoever watches has seen enough. A case that cannot be read is a finding, and no reason to stop. */
export async function watchCases({ paths, io }: WatchOptions): Promise<ExitCode> {
  let before: readonly Diagnostic[] | undefined;
  let ended = false;
  const end = io.stopped?.() ?? untilInterrupted();
  const look = async () => {
    const folders = await caseFolders(paths, io).catch(() => undefined);
    if (!folders) {
      io.write('The case is not there any more. Waiting for it to come back.\n');
      return;
    }
    watched.add(folders);
    for (const folder of folders) await refreshCaseSchema(folder);
    const { findings, texts } = await findingsOf(folders, io);
    // Ctrl-C ends the reading, too: what that leaves is nothing to tell.
    if (ended) return;
    const told = [
      ...formatFindings(findings, texts, io),
      `${howMany(folders.length)}: ${summary(findings)}.${before ? whatChanged(before, findings) : ''}`,
      'Waiting for the next save. Ctrl-C ends.',
    ];
    io.write(`${io.colour ? CLEAR_SCREEN : ''}${told.join('\n\n')}\n`);
    before = findings;
  };
  const watched = watchFolders(oneAtATime(look));
  watched.add(await caseFolders(paths, io));
  watched.addPlain(paths.map((path) => resolve(io.cwd, path)).filter((path) => existsSync(path)));
  await Promise.race([look(), end]);
  await end;
  ended = true;
  watched.close();
  return 0;
}

const untilInterrupted = (): Promise<void> => new Promise((end) => process.once('SIGINT', () => end()));

/** " Since the last save: 2 mended, 1 new." Findings are the same where code, file and words are; lines move. */
export function whatChanged(before: readonly Diagnostic[], now: readonly Diagnostic[]): string {
  const mended = without(before, now).length;
  const added = without(now, before).length;
  if (mended === 0 && added === 0) return ' Since the last save: nothing has changed.';
  return ` Since the last save: ${mended} mended, ${added} new.`;
}

/** Those of `all` that `others` does not have, each counted once. */
function without(all: readonly Diagnostic[], others: readonly Diagnostic[]): Diagnostic[] {
  const same = ({ code, file, message }: Diagnostic) => `${code}\0${file}\0${message}`;
  const left = others.map(same);
  return all.filter((finding) => {
    const at = left.indexOf(same(finding));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Runs the work once things are quiet; what comes during the work is worked on after it. */
function oneAtATime(work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work);
    }, QUIET_MS);
  };
}

/** Watches the folders that cases are read from, each by itself: that holds where editors replace files. */
function watchFolders(changed: () => void) {
  const watchers = new Map<string, FSWatcher>();
  const addPlain = (folders: readonly string[]) => {
    for (const folder of folders) {
      if (watchers.has(folder) || !existsSync(folder)) continue;
      const watcher = watch(folder, (_, name) => {
        if (name === null || OF_A_CASE.test(name)) changed();
      });
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(folder);
      });
      watchers.set(folder, watcher);
    }
  };
  return {
    addPlain,
    add: (cases: readonly string[]) =>
      addPlain(
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
