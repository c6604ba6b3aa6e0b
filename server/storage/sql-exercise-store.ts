/** The store over any SQL database that Kysely speaks to. All writes go through one group commit. */
import type { Kysely, Transaction } from 'kysely';
import * as audit from './audit-queries.ts';
import * as perCommand from './command-queries.ts';
import * as debriefs from './debrief-queries.ts';
import type { AuditStore, ExerciseStore, PersonalDataStore, StorageError, TrainerStore } from './exercise-store.ts';
import { GroupCommit } from './group-commit.ts';
import { KnownCommands } from './known-commands.ts';
import * as log from './log-queries.ts';
import * as grants from './grant-queries.ts';
import type { GrantStore, TokenStore } from './rights-store.ts';
import * as tokens from './token-queries.ts';
import * as people from './people-queries.ts';
import * as personal from './personal-queries.ts';
import type { QuickStatements } from './sqlite-statements.ts';
import type { Tables } from './tables.ts';

/** `explain` turns an error of the database into a `StorageError`; `quick` is the fast path of the database, if it has one. */
export function createSqlExerciseStore(
  db: Kysely<Tables>,
  explain: (error: unknown) => StorageError,
  quick?: QuickStatements,
): Omit<ExerciseStore, 'forgetBytes'> {
  const commits = new GroupCommit(db, (error) => explain(error).reason === 'busy', quick?.together);
  const write = async <T>(work: (tx: Transaction<Tables>) => Promise<T>, quickly?: () => T): Promise<T> => {
    try {
      return await commits.write(work, quickly);
    } catch (error) {
      throw explain(error);
    }
  };

  return {
    create: (record, sources, events) =>
      write(async (tx) => {
        await log.insertExercise(tx, record, sources);
        await log.insertEvents(tx, { exercise: record.id, expectedSeq: 0, events });
      }),
    read: (exercise, afterSeq) => log.selectEvents(db, exercise, afterSeq),
    readWhatIsThere: (exercise) => log.selectWholeEvents(db, exercise),
    commands: (exercise) => log.selectCommands(db, exercise),
    list: () => log.selectExercises(db),
    sources: (hash) => log.selectSources(db, hash),
    saveSnapshot: (exercise, snapshot) =>
      write(
        async (tx) => void (await perCommand.upsertSnapshot(tx, log.toSnapshotRow(exercise, snapshot)).execute()),
        quick && (() => quick.saveSnapshot(exercise, snapshot)),
      ),
    loadSnapshot: (exercise) => log.selectSnapshot(db, exercise),
    saveClock: (exercise, clock) =>
      write(
        async (tx) => void (await perCommand.updateClock(tx, log.toClockRow(exercise, clock)).execute()),
        quick && (() => quick.saveClock(exercise, clock)),
      ),
    markEnded: (exercise, endedAt) =>
      write(async (tx) => log.updateEnd(tx, exercise, endedAt, await audit.selectAnchor(tx))),
    texts: (exercise, refs) => log.selectTexts(db, exercise, refs),
    keepDebrief: (exercise, kept) => write((tx) => debriefs.insertDebrief(tx, exercise, kept, Date.now())),
    debriefOf: (exercise) => debriefs.selectDebrief(db, exercise),

    addParticipant: (participant) => write((tx) => people.insertParticipant(tx, participant)),
    participants: (exercise) => people.selectParticipants(db, exercise),
    participantByToken: (tokenHash) => people.selectByToken(db, tokenHash),
    setLanguage: (exercise, seat, language) => write((tx) => people.updateLanguage(tx, exercise, seat, language)),
    replaceToken: (exercise, seat, tokenHash) => write((tx) => people.updateToken(tx, exercise, seat, tokenHash)),
    renewJoin: (exercise, joinHash, tokenHash) => write((tx) => people.renewJoin(tx, exercise, joinHash, tokenHash)),
    setRecoveryCode: (exercise, seat, hash, expiresAt) =>
      write((tx) => people.updateCode(tx, exercise, seat, hash, expiresAt)),
    takeRecoveryCode: (exercise, codeHash, now) => write((tx) => people.takeCode(tx, exercise, codeHash, now)),

    ...acts({ db, write, explain, quick }),
    ...trainers(db, write),
    ...grantsOf(db, write),
    ...tokensOf(db, write),
    ...auditAndErasing(db, write),

    close: async () => {
      await commits.settled();
      await db.destroy();
    },
  };
}

type Write = <T>(work: (tx: Transaction<Tables>) => Promise<T>, quickly?: () => T) => Promise<T>;

interface CommandQueryOptions {
  db: Kysely<Tables>;
  write: Write;
  explain: (error: unknown) => StorageError;
  quick: QuickStatements | undefined;
}

/** The queries that run for every command. */
function acts({
  db,
  write,
  explain,
  quick,
}: CommandQueryOptions): Pick<ExerciseStore, 'append' | 'answerOf' | 'erase'> {
  const known = quick && new KnownCommands((exercise) => quick.commandIds(exercise));
  return {
    append: async (append) => {
      try {
        if (append.command) known?.add(append.exercise, append.command.by, append.command.id);
      } catch (error) {
        throw explain(error);
      }
      await write(
        async (tx) => {
          await log.insertEvents(tx, append);
          await log.insertAnswer(tx, append);
          await log.insertTexts(tx, append);
          if (append.participant) await people.insertParticipant(tx, append.participant);
        },
        quick && !append.participant ? () => quick.keep(append) : undefined,
      );
    },
    answerOf: async (exercise, by, id) => {
      if (quick) return known?.mayHave(exercise, by, id) ? quick.answerOf(exercise, by, id) : undefined;
      const row = await perCommand.selectAnswer(db, { exercise, by, id }).executeTakeFirst();
      return row && log.toAnswer(row);
    },
    erase: async (exercise) => {
      await write((tx) => log.deleteExercise(tx, exercise));
      known?.forget(exercise);
    },
  };
}

/** Queries of the trainer key and sessions. */
const trainers = (db: Kysely<Tables>, write: Write): TrainerStore => ({
  trainerKeyHash: () => people.selectKeyHash(db),
  setTrainerKeyHash: (hash, now) =>
    write(async (tx) => {
      await people.replaceKeyHash(tx, hash, now);
      await tokens.updateAllTokenEnds(tx, now);
    }),
  addSession: (tokenHash, expiresAt, host = true) =>
    write((tx) => people.insertSession(tx, tokenHash, expiresAt, host)),
  isHostSession: (tokenHash, now) => people.sessionIsOfHost(db, tokenHash, now),
  hasSession: (tokenHash, now) => people.sessionIsOpen(db, tokenHash, now),
  removeSession: (tokenHash) => write((tx) => people.deleteSession(tx, tokenHash)),
});

/** Queries of grants. */
const grantsOf = (db: Kysely<Tables>, write: Write): GrantStore => ({
  addGrant: (grant, codeHash) => write((tx) => grants.insertGrant(tx, grant, codeHash)),
  grants: (exercise) => grants.selectGrants(db, exercise),
  grantByCode: (codeHash) => grants.selectGrantByCode(db, codeHash),
  removeGrant: (exercise, id) => write((tx) => grants.deleteGrant(tx, exercise, id)),
  holdGrant: (tokenHash, grant) => write((tx) => grants.insertHeldGrant(tx, tokenHash, grant)),
  heldGrants: (tokenHash, now) => grants.selectHeldGrants(db, tokenHash, now),
});

/** Queries of API tokens. */
const tokensOf = (db: Kysely<Tables>, write: Write): TokenStore => ({
  addToken: (token) => write((tx) => tokens.insertToken(tx, token)),
  tokens: () => tokens.selectTokens(db),
  tokenByHash: (hash) => tokens.selectTokenByHash(db, hash),
  addTokenClass: (id, exercise) => write((tx) => tokens.insertTokenClass(tx, id, exercise)),
  markTokenUsed: (id, at) => write((tx) => tokens.updateTokenUse(tx, id, at)),
  revokeToken: (id, at) => write((tx) => tokens.updateTokenEnd(tx, id, at)),
});

/** Queries of the audit and of personal data. */
const auditAndErasing = (db: Kysely<Tables>, write: Write): AuditStore & Omit<PersonalDataStore, 'forgetBytes'> => ({
  appendAudit: (entry) => write((tx) => audit.insertLine(tx, entry)),
  auditLines: (afterSeq, most) => audit.selectLines(db, afterSeq, most),
  allTexts: (exercise) => personal.selectAllTexts(db, exercise),
  erasePerson: (exercise, seat, texts) => write((tx) => personal.erasePerson(tx, exercise, seat, texts)),
  anonymise: (exercise, mark) => write((tx) => personal.anonymise(tx, exercise, mark)),
  dropOldAccess: (now) =>
    write(async (tx) => {
      await personal.deleteOldSessions(tx, now);
      await tokens.deleteOldTokens(tx, now);
    }),
});
