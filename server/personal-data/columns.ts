/**
 * The kind of personal data in each column. The type requires every column, so a new column does not compile until it is declared;
 * a test compares the declaration with the migrated tables.
 */
import type { Pii } from '../../shared/vocabulary/pii.ts';
import type { Tables } from '../storage/tables.ts';

export type ColumnPrivacy = { readonly [T in keyof Tables]: { readonly [C in keyof Tables[T]]-?: Pii } };

export const COLUMN_PRIVACY: ColumnPrivacy = {
  /** Texts of the case: fictional people only. */
  scenario_sources: { hash: 'none', files: 'none', sum: 'none' },
  exercises: {
    id: 'none',
    scenario: 'none',
    hash: 'none',
    pin: 'none',
    /** Includes the label, which the trainer types. */
    settings: 'free-text',
    created_at: 'none',
    ended_at: 'none',
    clock: 'none',
    touched_at: 'none',
    audit_anchor: 'none',
  },
  /** Declared per field in `shared/vocabulary/events/`: ids and references to texts, never texts. */
  events: { exercise: 'none', seq: 'none', at: 'none', type: 'none', payload: 'pseudonym', sum: 'none' },
  /** Declared per field in `shared/vocabulary/commands/`. */
  commands: {
    exercise: 'none',
    by: 'pseudonym',
    id: 'none',
    answer: 'none',
    seq: 'none',
    at: 'none',
    body: 'pseudonym',
    sum: 'none',
  },
  texts: { exercise: 'none', ref: 'none', text: 'free-text' },
  /** Folded from the log, so they hold no more than the log. */
  snapshots: { exercise: 'none', seq: 'none', payload: 'pseudonym', sum: 'none' },
  /** Computed from the log: ids and references to texts, never texts. */
  debriefs: {
    exercise: 'none',
    rules: 'none',
    rubric: 'none',
    seq: 'none',
    kept_at: 'none',
    payload: 'pseudonym',
    sum: 'none',
  },
  participants: {
    exercise: 'none',
    seat: 'pseudonym',
    language: 'pseudonym',
    token_hash: 'direct',
    join_hash: 'direct',
    code_hash: 'direct',
    code_expires_at: 'none',
  },
  names: { exercise: 'none', seat: 'pseudonym', name: 'direct' },
  trainer_keys: { id: 'none', hash: 'none', created_at: 'none' },
  trainer_sessions: { token_hash: 'direct', expires_at: 'none', host: 'none' },
  grants: { id: 'none', exercise: 'none', actor: 'none', code_hash: 'none', made_at: 'none' },
  session_grants: { session_hash: 'direct', grant_id: 'none' },
  /** The label is typed by the host. */
  api_tokens: {
    id: 'none',
    hash: 'none',
    label: 'free-text',
    scopes: 'none',
    created_at: 'none',
    expires_at: 'none',
    last_used_at: 'none',
    revoked_at: 'none',
  },
  api_token_classes: { token_id: 'none', exercise: 'none' },
  audit: {
    seq: 'none',
    at: 'none',
    who: 'pseudonym',
    act: 'none',
    exercise: 'none',
    subject: 'pseudonym',
    detail: 'none',
    hash: 'none',
  },
  audit_head: { id: 'none', seq: 'none', hash: 'none' },
};
