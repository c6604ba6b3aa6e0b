/** Diagnostics about the YAML text itself. */
import { code, error, hint } from './rule.ts';

export const OF_TEXT = {
  FILE_MISSING: error((p: { name: string }) => ({
    message: `The file ${code(p.name)} is missing.`,
    remedy: `Add ${code(p.name)}, or correct its name in the file that refers to it.`,
  })),
  FILE_NOT_INCLUDED: hint((p: { name: string }) => ({
    message: `The case does not include ${code(p.name)}.`,
    remedy: `Add it to ${code('include')} in scenario.yaml, or move it out of the folder.`,
  })),
  INCLUDED_TWICE: error((p: { name: string }) => ({
    message: `${code(p.name)} is included twice.`,
    remedy: 'Keep one of them.',
  })),
  INCLUDE_INSIDE_INCLUDE: error((_: object) => ({
    message: 'An included file cannot include others.',
    remedy: 'Name every file in `include` of scenario.yaml.',
  })),
  NOT_FOR_INCLUDED: error((p: { key: string }) => ({
    message: `${code(p.key)} is not allowed in an included file.`,
    remedy: 'Move it to scenario.yaml; an included file may only have sections that are lists by id.',
  })),
  DUPLICATE_ID: error((p: { id: string; other: string }) => ({
    message: `${code(p.id)} is written twice: here and at ${p.other}.`,
    remedy: 'Keep one of them, or change the id of one.',
  })),
  FILE_TOO_BIG: error((p: { kilobytes: number; most: number }) => ({
    message: `The file is ${p.kilobytes} kB; the limit is ${p.most} kB.`,
    remedy: 'Shorten the texts, or move pictures out of the file.',
  })),
  TOO_DEEP: error((p: { most: number }) => ({
    message: `The nesting is deeper than ${p.most} levels.`,
    remedy: 'No case needs that: look for a stray bracket or a wrong indentation.',
  })),
  TOO_MANY_TOKENS: error((p: { most: number }) => ({
    message: `The file has more than ${p.most} words and symbols.`,
    remedy: 'Split the case, or look for text that was pasted many times.',
  })),
  PARSE_TOO_LONG: error((p: { seconds: number }) => ({
    message: `Reading the case was stopped after ${p.seconds} seconds.`,
    remedy: 'Look for text that was pasted many times, or for very long lists.',
  })),
  EXPLICIT_KEY: error((_: object) => ({
    message: 'A key written with `? ` is not allowed.',
    remedy: 'Write `key: value`. Put quotes around a text that begins with a question mark.',
  })),
  ALIAS: error((p: { name: string }) => ({
    message: `${code(p.name)} refers to another part of the file, which is not allowed.`,
    remedy: 'Write the value itself. Put quotes around a text that begins with `*` or `&`.',
  })),
  RESERVED_KEY: error((p: { key: string }) => ({
    message: `${code(p.key)} cannot be used as a key.`,
    remedy: 'Choose another id.',
  })),
  CONTROL_CHARACTER: error((p: { hex: string }) => ({
    message: `The text contains an invisible control character (U+${p.hex}).`,
    remedy: 'Delete it; it often comes with text pasted from another program.',
  })),
  DUPLICATE_KEY: error((p: { key: string }) => ({
    message: `${code(p.key)} is written twice in the same place.`,
    remedy: 'Keep one of them, or change the id of one.',
  })),
  YAML_TAG: error((_: object) => ({
    message: 'A tag (`!…`) is not allowed.',
    remedy: 'Remove the tag. Put quotes around a text that begins with `!`.',
  })),
  YAML_SYNTAX: error((p: { kind: string; says: string }) => ({
    message: `This is not well-formed YAML: ${p.says}.`,
    remedy: SYNTAX_REMEDIES[p.kind] ?? 'Compare indentation, colons and quotes with the lines around it.',
  })),
  PART_EMPTY: hint((p: { file: string }) => ({
    message: `The file ${code(p.file)} is empty.`,
    remedy: 'Add a section, such as `interviews:`, or remove the file from `include`.',
  })),
  NOT_A_MAP: error((p: { file: string; example: string }) => ({
    message: `${code(p.file)} must begin with keys like ${code(p.example)}.`,
    remedy: 'Write `key: value` lines without indentation.',
  })),
};

const SYNTAX_REMEDIES: Record<string, string> = {
  BAD_INDENT: 'Lines of one list or map begin in the same column; lines below a key are indented further.',
  TAB_AS_INDENT: 'Indent with spaces; a tab is not allowed there.',
  MISSING_CHAR: 'A quote, bracket or brace is opened and not closed, or a `:` is missing.',
  BLOCK_AS_IMPLICIT_KEY: 'Put quotes around a text that contains `: `, or begin a longer text with `|`.',
  MULTILINE_IMPLICIT_KEY: 'A key must be on one line; a `:` may be missing on the line before.',
  UNEXPECTED_TOKEN: 'Put quotes around a text that contains special characters, or begin a longer text with `|`.',
  MULTIPLE_DOCS: 'One file holds one document: remove the line `---` in the middle.',
};
