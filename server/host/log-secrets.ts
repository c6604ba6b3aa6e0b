/** Removes secrets from a text: tokens, keys, codes in addresses, the query of a URL. */

const SECRETS: readonly [pattern: RegExp, instead: string][] = [
  // The query of a URL: Colyseus puts session ids and reconnection tokens there.
  [/\?[^\s"'<>]*=[^\s"'<>]*/g, '?[hidden]'],
  [/\b(seat|ticket|session)_[A-Za-z0-9_-]{8,}/g, '$1_[hidden]'],
  [/\bBearer\s+\S+/gi, 'Bearer [hidden]'],
  [/\b(baraza_session|cookie|authorization)\s*[=:]\s*[^\s;]+/gi, '$1=[hidden]'],
  // The trainer key: four groups of five, as printed.
  [/\b[A-Z0-9]{5}(?:-[A-Z0-9]{5}){3}\b/gi, '[hidden]'],
  [/(\/api\/join\/)(?!:)[^\s/?"']+/g, '$1[hidden]'],
  // A quotation of several words is user content, not an identifier of this program.
  [/(["“`'])(?=[^"”`']*\s)[^"”`']{2,}(["”`'])/g, '$1[hidden]$2'],
];

export const hideSecrets = (text: string): string =>
  SECRETS.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), text);
