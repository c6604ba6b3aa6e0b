/** `baraza start` and `baraza dev`: only their help. `baraza.mjs` does the work, because nothing may be installed yet. */
import { type Subcommand, UsageError } from '../subcommand.ts';
import { withExamples } from '../help.ts';

const SETTINGS = `
Settings (environment)
  PORT=2567              HOST=0.0.0.0
  BARAZA_DATA=./data     where exercises are kept; one running Baraza per folder
  BARAZA_SCENARIOS       another folder of cases
  BARAZA_LOG=warn        trace, debug, info, warn, error, silent
  BARAZA_BACKUPS         where backups are put, or off
  All settings: docs/hosting.md

On a class-room network: docs/hosting-lan.md`;

const elsewhere = (name: string) => (): never => {
  throw new UsageError(`\`${name}\` is begun by \`npx baraza ${name}\` in the project’s folder.`);
};

export const startCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('start')
        .description(
          'install what is missing, build, start; prints the address, the trainer key and a QR for the class',
        )
        .option('--new-key', 'make a new trainer key (the old one and its sessions end)')
        .action(() => run(async () => elsewhere('start')())),
      'One command before a class: everything is made ready, and nothing is asked of the internet afterwards.',
      [
        ['start', 'the server for a class, on this machine'],
        ['start --new-key', 'the same, where the trainer key was lost or seen'],
      ],
    ).addHelpText('after', SETTINGS);
  },
};

export const devCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('dev')
        .description('the same from the sources: pages and cases are reloaded when they change')
        .action(() => run(async () => elsewhere('dev')())),
      'For whoever changes Baraza itself: a saved file is seen at once.',
      [['dev', 'server and pages, both reloading']],
    ).addHelpText('after', SETTINGS);
  },
};
