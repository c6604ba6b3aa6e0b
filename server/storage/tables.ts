/** The tables for Kysely. Only text, integers and JSON as text, so that another SQL database can hold them. */
import type { Generated } from 'kysely';

export interface Tables {
  /** `sum` is in every table the CRC-32 of the row's text; absent in rows of releases without checksums. */
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
    /** Time of the last stored clock; the retention of a class that never ended counts from here. */
    touched_at: number | null;
    /** `seq:hash` of the last audit line when the class ended: an anchor of the hash chain. */
    audit_anchor: string | null;
  };
  events: { exercise: string; seq: number; at: number; type: string; payload: string; sum: number | null };
  commands: {
    exercise: string;
    by: string;
    id: string;
    answer: string;
    /** Absent in rows of releases that stored no bodies. */
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
    /** Hash of the join request's id, so that a repeated request seats one person. */
    join_hash: string | null;
    code_hash: string | null;
    code_expires_at: number | null;
  };
  names: { exercise: string; seat: string; name: string };
  trainer_keys: { id: number; hash: string; created_at: number };
  /** `host`: 1 for a session of the trainer key, 0 for one that has grants only. */
  trainer_sessions: { token_hash: string; expires_at: number; host: Generated<number> };
  /** Grants of rights in one class. `actor` is an `Invited` as JSON. */
  grants: { id: string; exercise: string; actor: string; code_hash: string; made_at: number };
  session_grants: { session_hash: string; grant_id: string };
  /** API tokens: rights of programs. `scopes` is a list of `Scope` as JSON; `hash` is the hash of the secret. */
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
  /** The classes to which an API token is limited. */
  api_token_classes: { token_id: string; exercise: string };
  /** Acts of trainers: ids only, never changed or deleted; the hash of each line covers the line before. */
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
  /** One row: number and hash of the last audit line, to detect a truncated audit. */
  audit_head: { id: number; seq: number; hash: string };
}
