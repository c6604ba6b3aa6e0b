/** `baraza token list|create|revoke`. */
import { type Command, Option } from 'commander';
import { SCOPES, type Scope } from '../../../shared/access/actor.ts';
import { MAX_TOKEN_DAYS, TokenBody } from '../../../shared/protocol/tokens.ts';
import { isValid, makeToken } from '../../access/api-tokens.ts';
import { ErasureLedger, idOf } from '../../personal-data/ledger.ts';
import type { ApiToken } from '../../storage/rights-store.ts';
import { classOf, withData } from '../personal-data/open-data.ts';
import { type ExitCode, type Io, type Run, type Subcommand, UsageError } from '../subcommand.ts';

const EXAMPLES = `
A token gives a program rights in the classes that it names. docs/api.md lists the scopes and the routes.

Examples:
  npx baraza token                                                             lists all tokens, without their secrets
  npx baraza token create --label "results" --scope read-debriefs --class K7M2QX --days 90
  npx baraza token revoke token-4f1c09ab77e2
`;

const INSTEAD = 'use /api/tokens (docs/api.md)';
const DATA = ['--data <folder>', 'the data folder (default: BARAZA_DATA, else ./data)'] as const;

export const tokenCommand: Subcommand = {
  addTo(program, run) {
    const token = program
      .command('token')
      .description('list, create and revoke API tokens, which give programs rights in classes')
      .addHelpText('after', EXAMPLES);
    addList(token, run);
    addCreate(token, run);
    addRevoke(token, run);
  },
};

interface DataOption {
  data?: string;
}

function addList(token: Command, run: Run): void {
  token
    .command('list', { isDefault: true })
    .description('list all tokens, without their secrets')
    .option(...DATA)
    .action(({ data }: DataOption) => run((io) => list(data, io)));
}

const list = (data: string | undefined, io: Io): Promise<ExitCode> =>
  withData<ExitCode>({ data, io, instead: INSTEAD }, async ({ store }) => {
    const tokens = await store.tokens();
    const now = Date.now();
    io.write(tokens.length === 0 ? 'There is no token.\n' : tokens.map((token) => lineOf(token, now)).join(''));
    return 0;
  });

function lineOf(token: ApiToken, now: number): string {
  const { id, label, scopes, classes, expiresAt, revokedAt, lastUsedAt } = token;
  const ends = `${isValid(token, now) ? 'expires' : 'expired'} ${day(expiresAt)}`;
  const state = revokedAt === undefined ? ends : `revoked ${day(revokedAt)}`;
  const used = lastUsedAt === undefined ? 'never used' : `used ${day(lastUsedAt)}`;
  return `${id}  ${state}, ${used}  ${label}\n  ${scopes.join(' ')}; classes: ${classes.join(' ') || 'none'}\n`;
}

interface CreateOptions extends DataOption {
  label: string;
  scope: Scope[];
  class?: string[];
  days: string;
}

function addCreate(token: Command, run: Run): void {
  token
    .command('create')
    .description('create a token and print its secret, which is shown only once')
    .requiredOption('--label <text>', 'purpose of the token')
    .addOption(new Option('--scope <scopes...>', 'rights of the program').choices(SCOPES).makeOptionMandatory())
    .option('--class <classes...>', 'codes or ids of the classes in which it has them')
    .requiredOption('--days <number>', `days until it expires, at most ${MAX_TOKEN_DAYS}`)
    .option(...DATA)
    .action((options: CreateOptions) => run((io) => create(options, io)));
}

const create = ({ label, scope, class: asked = [], days, data }: CreateOptions, io: Io): Promise<ExitCode> =>
  withData<ExitCode>({ data, io, instead: INSTEAD }, async ({ store }) => {
    const classes: string[] = [];
    for (const one of asked) classes.push((await classOf(store, one)).id);
    const wanted = TokenBody.safeParse({ label, scopes: scope, classes, days: Number(days) });
    if (!wanted.success) throw new UsageError(WRONG[String(wanted.error.issues[0]?.path[0])] ?? wanted.error.message);
    const now = Date.now();
    const { token, secret } = await makeToken(store, wanted.data, now);
    await store.appendAudit({ at: now, who: 'command-line', act: 'make-token', subject: token.id });
    io.note(`${token.id} expires ${day(token.expiresAt)}. The secret is shown once:\n`);
    io.write(`${secret}\n`);
    return 0;
  });

const WRONG: Readonly<Record<string, string>> = {
  label: '--label is a text of 1 to 60 characters',
  days: `--days is a number from 1 to ${MAX_TOKEN_DAYS}`,
  classes: 'these scopes need a class; name one with --class',
};

function addRevoke(token: Command, run: Run): void {
  token
    .command('revoke')
    .description('revoke a token')
    .argument('<token>', 'id of the token, as in the list')
    .option(...DATA)
    .action((id: string, { data }: DataOption) => run((io) => revoke(id, data, io)));
}

const revoke = (id: string, data: string | undefined, io: Io): Promise<ExitCode> =>
  withData<ExitCode>({ data, io, instead: INSTEAD }, async ({ store, folder }) => {
    const now = Date.now();
    if (!(await store.revokeToken(id, now)))
      throw new UsageError(`there is no valid token ${id}; \`npx baraza token\` lists all tokens`);
    new ErasureLedger(folder).add('token', idOf(id), now);
    await store.appendAudit({ at: now, who: 'command-line', act: 'revoke-token', subject: id });
    io.write(`Revoked ${id}.\n`);
    return 0;
  });

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
