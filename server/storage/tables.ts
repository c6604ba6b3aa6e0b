/** The tables, as Kysely sees them. Text, integers and JSON as text only, so that another SQL database can hold them. */
import type { Generated } from 'kysely';

export interface Tables {
  /** `sum`, wherever it stands, is the CRC-32 of the text beside it; absent where a release kept the row that made none. */
  scenario_sources: { hash: string; files: string; sum: number | null };
  exercises: {
    id: string;
    scenario: string;
    hash: string;
    pin: string;
    settings: string;
    created_at: number;
    ended_at: number | null;
    clock: number;
    /** When its clock was last kept; a class that was never ended counts its retention from here. */
    touched_at: number | null;
    /** `seq:hash` of the audit when the class ended: a second place that knows how long the audit was. */
    audit_anchor: string | null;
  };
  events: { exercise: string; seq: number; at: number; type: string; payload: string; sum: number | null };
  commands: {
    exercise: string;
    by: string;
    id: string;
    answer: string;
    /** Absent where the command was kept by a release that did not keep bodies. */
    seq: number | null;
    at: number | null;
    body: string | null;
    sum: number | null;
  };
  texts: { exercise: string; ref: string; text: string };
  snapshots: { exercise: string; seq: number; payload: string; sum: number | null };
  /** Stored once, when an exercise has ended. `seq` is the last event in it; `rubric` the content hash of the case. */
  debriefs: {
    exercise: string;
    rules: number;
    rubric: string;
    seq: number;
    kept_at: number;
    payload: string;
    sum: number;
  };
  participants: {
    exercise: string;
    seat: string;
    language: string;
    token_hash: string | null;
    /** Of the id of a wish to join, so that one asked twice seats nobody twice. */
    join_hash: string | null;
    code_hash: string | null;
    code_expires_at: number | null;
  };
  names: { exercise: string; seat: string; name: string };
  trainer_keys: { id: number; hash: string; created_at: number };
  /** `host`: 1 for a session of the trainer key, 0 for one that holds nothing but grants. */
  trainer_sessions: { token_hash: string; expires_at: number; host: Generated<number> };
  /** Rights in one class. `actor` is an `Invited` as JSON. */
  grants: { id: string; exercise: string; actor: string; code_hash: string; made_at: number };
  session_grants: { session_hash: string; grant_id: string };
  /** Rights of programs. `scopes` is a list of `Scope` as JSON; `hash` is of the secret. */
  api_tokens: {
    id: string;
    hash: string;
    label: string;
    scopes: string;
    created_at: number;
    expires_at: number;
    last_used_at: number | null;
    revoked_at: number | null;
  };
  /** The classes that a token names. */
  api_token_classes: { token_id: string; exercise: string };
  /** What trainers did: ids only, never changed, never deleted; each line's hash covers the line before. */
  audit: {
    seq: number;
    at: number;
    who: string;
    act: string;
    exercise: string | null;
    subject: string | null;
    detail: string;
    hash: string;
  };
  /** One row: the last line of the audit, so that a cut-off tail is noticed. */
  audit_head: { id: number; seq: number; hash: string };
}
