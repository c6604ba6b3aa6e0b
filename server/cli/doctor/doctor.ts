/** `baraza doctor`: checks everything a class depends on, before the first start or while a server runs. */
import { join, resolve } from 'node:path';
import { isWildcard, lanAddresses, networkAddresses } from '../../host/addresses.ts';
import { terminalQr } from '../../host/announce.ts';
import { BACKUP_FOLDER, ConfigError, readHost, readPort } from '../../host/config.ts';
import { projectFolder } from '../../host/project.ts';
import { backupSettingsOf, dataFolderOf } from '../backup/data-folder.ts';
import { count } from '../backup/figures.ts';
import { bold, dim } from '../help.ts';
import { type ExitCode, type Format, type Io, UsageError } from '../subcommand.ts';
import { checkAudit } from './audit.ts';
import { checkCases } from './cases.ts';
import { checkBackups, checkDatabase, checkFolder } from './data.ts';
import { type Check, fail, type Finding, messageOf, type State, type Subject } from './finding.ts';
import { checkClock, checkDisk, checkMemory, checkNode } from './machine.ts';
import { checkAddresses, checkFirewall, checkPort } from './network.ts';

/** In the order of the output. */
const CHECKS: readonly [id: string, check: Check][] = [
  ['node', () => checkNode()],
  ['memory', () => checkMemory()],
  ['clock', (subject) => checkClock(subject)],
  ['disk', checkDisk],
  ['data', checkFolder],
  ['database', checkDatabase],
  ['audit', checkAudit],
  ['backups', (subject) => checkBackups(subject)],
  ['cases', checkCases],
  ['port', checkPort],
  ['addresses', (subject) => checkAddresses(subject)],
  ['firewall', (subject) => checkFirewall(subject)],
];

interface DoctorOptions {
  data: string | undefined;
  format: Format;
  io: Io;
}

export async function doctor({ data, format, io }: DoctorOptions): Promise<ExitCode> {
  const subject = subjectOf(data, io);
  const findings: Finding[] = [];
  for (const [id, check] of CHECKS) {
    const found = await runCheck(id, check, subject);
    findings.push(...found);
    if (format === 'text') for (const one of found) io.write(lineOf(one, io.colour));
  }
  const failed = findings.filter(({ state }) => state === 'fail').length;
  const urls = lanAddresses(subject.host, subject.port);
  if (format === 'json') io.write(`${JSON.stringify({ ready: failed === 0, urls, findings }, undefined, 2)}\n`);
  else io.write(await closing(findings, urls, subject, io.colour));
  return failed > 0 ? 1 : 0;
}

/** A check that throws is a finding, so that the other checks still run. */
async function runCheck(id: string, check: Check, subject: Subject): Promise<Finding[]> {
  try {
    return await check(subject);
  } catch (error) {
    return [fail(id, `the check failed (${messageOf(error)})`, 'the other lines are valid; please report this one')];
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
  const warnings = findings.filter(({ state }) => state === 'warn').length;
  const verdict =
    failed > 0
      ? `Not ready for a class: ${failed} to fix${warnings > 0 ? `, ${count(warnings, 'warning')}` : ''}.`
      : `Ready for a class${warnings > 0 ? `, with ${count(warnings, 'warning')}` : ''}.`;
  const [best = ''] = urls;
  const reachable = !isWildcard(subject.host) || networkAddresses().some(({ kind }) => kind === 'lan');
  const way = `\n  Trainer  http://localhost:${subject.port}/trainer\n  Class    ${best}\n`;
  return `\n${verdict}\n${way}${reachable ? `\n${await terminalQr(best, colour)}\n` : ''}`;
}
