/** `baraza doctor`: looks at everything a class depends on, before the first start as well as beside a running server. */
import { join, resolve } from 'node:path';
import { isWildcard, lanAddresses, networkAddresses } from '../../host/addresses.ts';
import { terminalQr } from '../../host/announce.ts';
import { BACKUP_FOLDER, ConfigError, readHost, readPort } from '../../host/config.ts';
import { projectFolder } from '../../host/project.ts';
import { backupSettingsOf, dataFolderOf } from '../backup/data-folder.ts';
import { bold, dim } from '../help.ts';
import { type ExitCode, type Format, type Io, UsageError } from '../subcommand.ts';
import { lookAtAudit } from './audit.ts';
import { lookAtCases } from './cases.ts';
import { lookAtBackups, lookAtDatabase, lookAtFolder } from './data.ts';
import { fail, type Finding, type Look, messageOf, type State, type Subject } from './finding.ts';
import { lookAtClock, lookAtDisk, lookAtMemory, lookAtNode } from './machine.ts';
import { lookAtAddresses, lookAtFirewall, lookAtPort } from './network.ts';

/** In the order in which one would look. */
const LOOKS: readonly [id: string, look: Look][] = [
  ['node', () => lookAtNode()],
  ['memory', () => lookAtMemory()],
  ['clock', (subject) => lookAtClock(subject)],
  ['disk', lookAtDisk],
  ['data', lookAtFolder],
  ['database', lookAtDatabase],
  ['audit', lookAtAudit],
  ['backups', (subject) => lookAtBackups(subject)],
  ['cases', lookAtCases],
  ['port', lookAtPort],
  ['addresses', (subject) => lookAtAddresses(subject)],
  ['firewall', (subject) => lookAtFirewall(subject)],
];

interface Asked {
  data: string | undefined;
  format: Format;
  io: Io;
}

export async function doctor({ data, format, io }: Asked): Promise<ExitCode> {
  const subject = subjectOf(data, io);
  const findings: Finding[] = [];
  for (const [id, look] of LOOKS) {
    const found = await looked(id, look, subject);
    findings.push(...found);
    if (format === 'text') for (const one of found) io.write(lineOf(one, io.colour));
  }
  const failed = findings.filter(({ state }) => state === 'fail').length;
  const urls = lanAddresses(subject.host, subject.port);
  if (format === 'json') io.write(`${JSON.stringify({ ready: failed === 0, urls, findings }, undefined, 2)}\n`);
  else io.write(await closing(findings, urls, subject, io.colour));
  return failed > 0 ? 1 : 0;
}

/** A look that breaks is a finding, not the end: the others are wanted all the same. */
async function looked(id: string, look: Look, subject: Subject): Promise<Finding[]> {
  try {
    return await look(subject);
  } catch (error) {
    return [fail(id, `could not be looked at (${messageOf(error)})`, 'the other lines hold; please report this one')];
  }
}

function subjectOf(data: string | undefined, io: Io): Subject {
  const dataFolder = dataFolderOf(data, io);
  const scenarios = process.env['BARAZA_SCENARIOS'];
  const settings = backupSettingsOf(dataFolder);
  try {
    return {
      port: readPort(process.env['PORT']),
      host: readHost(process.env['HOST']),
      dataFolder,
      scenarios: scenarios === undefined ? join(projectFolder(), 'scenarios') : resolve(io.cwd, scenarios),
      backups: settings?.folder ?? join(dataFolder, BACKUP_FOLDER),
      automatic: settings !== undefined,
    };
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message) : error;
  }
}

const MARKS: Readonly<Record<State, string>> = { ok: 'ok', warn: '!', fail: 'X' };

function lineOf({ state, id, says, remedy }: Finding, colour: boolean): string {
  const mark = MARKS[state].padStart(4);
  const line = `${state === 'ok' || !colour ? mark : bold(mark)}  ${id.padEnd(10)}  ${says}\n`;
  if (remedy === undefined) return line;
  const under = `${' '.repeat(18)}→ ${remedy}`;
  return `${line}${colour ? dim(under) : under}\n`;
}

async function closing(
  findings: readonly Finding[],
  urls: readonly string[],
  subject: Subject,
  colour: boolean,
): Promise<string> {
  const failed = findings.filter(({ state }) => state === 'fail').length;
  const toLookAt = findings.filter(({ state }) => state === 'warn').length;
  const verdict =
    failed > 0
      ? `Not ready for a class: ${failed} to mend${toLookAt > 0 ? `, ${toLookAt} to look at` : ''}.`
      : `Ready for a class${toLookAt > 0 ? `, with ${toLookAt} to look at` : ''}.`;
  const [best = ''] = urls;
  const reachable = !isWildcard(subject.host) || networkAddresses().some(({ kind }) => kind === 'lan');
  const way = `\n  Trainer  http://localhost:${subject.port}/trainer\n  Class    ${best}\n`;
  return `\n${verdict}\n${way}${reachable ? `\n${await terminalQr(best, colour)}\n` : ''}`;
}
