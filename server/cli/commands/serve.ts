/** The help of `baraza start` and `baraza dev`. `baraza.mjs` runs them, because the packages may not be installed yet. */
import { type Subcommand, UsageError } from '../subcommand.ts';
import { withExamples } from '../help.ts';

const SETTINGS = `
Settings (environment)
  PORT=2567              HOST=0.0.0.0
  BARAZA_DATA=./data     where exercises are stored; one running server per folder
  BARAZA_SCENARIOS       another folder of cases
  BARAZA_LOG=warn        trace, debug, info, warn, error, silent
  BARAZA_BACKUPS         the backup folder, or off
  All settings: docs/hosting.md

In a classroom network: docs/hosting-lan.md`;

const elsewhere = (name: string) => (): never => {
  throw new UsageError(`run \`npx baraza ${name}\` in the project’s folder.`);
};

export const startCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('start')
        .description(
          'install, build and start the server; prints the address, the trainer key and a QR code for the class',
        )
        .option('--new-key', 'create a new trainer key; the old key and its sessions become invalid')
        .action(() => run(async () => elsewhere('start')())),
      'One command before a class: it prepares everything, and the server needs no internet afterwards.',
      [
        ['start', 'the server for a class, on this machine'],
        ['start --new-key', 'the same, if the trainer key was lost or seen by others'],
      ],
    ).addHelpText('after', SETTINGS);
  },
};

export const devCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('dev')
        .description('start the server from the sources; pages and cases reload when they change')
        .action(() => run(async () => elsewhere('dev')())),
      'For developers of Baraza: a saved file takes effect at once.',
      [['dev', 'server and pages, both with live reload']],
    ).addHelpText('after', SETTINGS);
  },
};
