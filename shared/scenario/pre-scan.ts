/**
 * Scans the tokens of a text before it is parsed. The parser is recursive and in places quadratic, so a small hostile
 * file could stop a server; the lexer is linear and finds enough to reject such a file early.
 */
import { Lexer } from 'yaml';
import type { DiagnosticCode, ParamsOf } from './diagnostic-catalogue.ts';

/**
 * `keys` and `anchors`: the parser compares each with all earlier ones. 40,000 take half a minute; these limits take
 * about a second. The largest shipped case has 6,000 keys and no anchor.
 */
export const LIMITS = { bytes: 512 * 1024, depth: 64, tokens: 400_000, keys: 12_000, anchors: 500 } as const;

/** In this form TypeScript pairs the code with its own parameters. */
export type Refusal<T extends DiagnosticCode = DiagnosticCode> = {
  [C in T]: { code: C; params: ParamsOf<C>; offset: number; length: number };
}[T];

/** The first reason to reject this text; undefined if it may be parsed. */
export function preScan(text: string): Refusal | undefined {
  const bytes = utf8Length(text);
  if (bytes > LIMITS.bytes) {
    const params = { kilobytes: Math.ceil(bytes / 1024), most: LIMITS.bytes / 1024 };
    return { code: 'FILE_TOO_BIG', params, offset: 0, length: 0 };
  }
  return controlCharacter(text) ?? scanTokens(text);
}

// Every character that YAML calls unprintable; tab, line feed and carriage return are allowed.
const CONTROL =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u0080-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/;

function controlCharacter(text: string): Refusal | undefined {
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  const match = CONTROL.exec(text.slice(from));
  if (!match) return undefined;
  const hex = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { code: 'CONTROL_CHARACTER', params: { hex }, offset: match.index + from, length: 1 };
}

function scanTokens(text: string): Refusal | undefined {
  const indents: number[] = [];
  let [offset, count, flow, run, lineStart] = [0, 0, 0, 0, true];
  let [keys, anchors] = [0, 0];
  for (const token of new Lexer().lex(text)) {
    if (MARKERS.has(token)) continue;
    if (++count > LIMITS.tokens) return refuseAt(offset, 'TOO_MANY_TOKENS', { most: LIMITS.tokens });
    if (token === ':' && ++keys > LIMITS.keys) return refuseAt(offset, 'TOO_MANY_TOKENS', { most: LIMITS.keys });
    if (token.startsWith('&') && ++anchors > LIMITS.anchors)
      return refuseAt(offset, 'TOO_MANY_TOKENS', { most: LIMITS.anchors });
    if (token === '{' || token === '[') flow++;
    else if (token === '}' || token === ']') flow--;
    else if (token === '?') return refuseAt(offset, 'EXPLICIT_KEY', {});
    run = token === '-' || token === ':' ? run + 1 : token.trim() === '' && token !== '\n' ? run : 0;
    if (flow > LIMITS.depth || run > LIMITS.depth) return refuseAt(offset, 'TOO_DEEP', { most: LIMITS.depth });
    if (lineStart && flow === 0 && token !== '\n' && !token.startsWith('#')) {
      const indent = /^ +$/.test(token) ? token.length : 0;
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
      if (indents.length > LIMITS.depth) return refuseAt(offset, 'TOO_DEEP', { most: LIMITS.depth });
    }
    lineStart = token === '\n' || token.endsWith('\n');
    offset += token.length;
  }
  return undefined;
}

const refuseAt = <C extends DiagnosticCode>(offset: number, code: C, params: ParamsOf<C>) =>
  ({ code, params, offset, length: 1 }) as Refusal;

/** Lexer tokens without text: byte order mark, document, flow error, scalar. */
const MARKERS = new Set(['\uFEFF', '\u0002', '\u0018', '\u001F']);

function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // A surrogate pair has four bytes in two UTF-16 units.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
