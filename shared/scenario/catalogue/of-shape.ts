/** Diagnostics about unknown keys and invalid values. */
import { code, didYouMean, error, list } from './rule.ts';

export const OF_SHAPE = {
  UNKNOWN_KEY: error((p: { key: string; within: string; meant?: string | undefined; known: string[] }) => ({
    message: `${code(p.key)} is not a key of ${code(p.within)}.`,
    remedy: p.known.length === 0 && p.meant === undefined ? 'Remove it.' : didYouMean(p.meant, p.known, 'keys here'),
  })),
  COMMA_ENDS_TEXT: error((p: { key: string; rest: string; whole: string }) => ({
    message: `Between braces a comma ends a text without quotes, so ${code(p.rest)} is not part of ${code(p.key)}.`,
    remedy: `Put quotes around the whole of ${code(p.key)}: ${code(`${p.key}: ${JSON.stringify(p.whole)}`)}.`,
  })),
  ENTRY_MISPLACED: error((p: { id: string; section: string; home: string }) => ({
    message: `${code(p.id)} is in ${code(p.section)}, but looks like an entry of ${code(p.home)}.`,
    remedy: `Move it, and the entries after it, under ${code(`${p.home}:`)}; the line ${code(`${p.home}:`)} may be missing above them.`,
  })),
  MISSING_KEY: error((p: { key: string; within: string; expected: string }) => ({
    message: `${code(p.within)} has no ${code(p.key)}.`,
    remedy: `Add ${code(`${p.key}:`)} with ${p.expected}.`,
  })),
  WRONG_TYPE: error((p: { key: string; expected: string; got: string }) => ({
    message: `${code(p.key)} must be ${p.expected}, not ${p.got}.`,
    remedy: TYPE_REMEDIES[p.expected] ?? `Write ${p.expected} here.`,
  })),
  UNKNOWN_VALUE: error((p: { value: string; key: string; meant?: string | undefined; known: string[] }) => ({
    message: `${code(p.key)} cannot be ${code(p.value)}.`,
    remedy: p.meant !== undefined ? `Did you mean ${code(p.meant)}?` : `It can be ${list(p.known, 20)}.`,
  })),
  BAD_ID: error((p: { id: string; meant: string }) => ({
    message: `${code(p.id)} is not an id: an id is lower-case words joined by hyphens.`,
    remedy: `Write ${code(p.meant)}.`,
  })),
  BAD_FORMAT: error((p: { key: string; value: string; rule: string }) => ({
    message: `${code(p.value)} cannot be read as ${code(p.key)}.`,
    remedy: `Here ${p.rule}.`,
  })),
  BAD_SHAPE: error((p: { key: string; rule: string }) => ({
    message: `${code(p.key)} is incomplete or has too many keys.`,
    remedy: `Here ${p.rule}.`,
  })),
  OUT_OF_RANGE: error((p: { key: string; limit: string }) => ({
    message: `${code(p.key)} must be ${p.limit}.`,
    remedy: `Write a value that is ${p.limit}.`,
  })),
};

const TYPE_REMEDIES: Record<string, string> = {
  'a text': 'Write a text; put quotes around it if it looks like a number or a yes/no value.',
  'a number': 'Write a number without quotes.',
  'a whole number': 'Write a whole number without quotes.',
  'true or false': 'Write `true` or `false`.',
  'a list': 'Write a list: `[one, two]`, or one `- …` per line.',
  'keys with values': 'Write `key: value` lines, indented below.',
};
