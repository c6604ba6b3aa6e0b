// Runs while the program is still loading.
// Polyfills for the oldest supported browsers (2021). tests/browser-floor/filled-in.d.ts declares the same list.
const fillIn = (owner, name, value) => {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
};
const at = function (index) {
  const place = Math.trunc(index) || 0;
  return this[place < 0 ? place + this.length : place];
};
for (const owner of [Array.prototype, String.prototype, Object.getPrototypeOf(Int8Array.prototype)]) fillIn(owner, 'at', at);
fillIn(Array.prototype, 'findLastIndex', function (accepts, self) {
  for (let index = this.length - 1; index >= 0; index--) if (accepts.call(self, this[index], index, this)) return index;
  return -1;
});
fillIn(Array.prototype, 'findLast', function (accepts, self) {
  return this[this.findLastIndex(accepts, self)];
});
fillIn(Array.prototype, 'toSorted', function (compare) {
  return [...this].sort(compare);
});
fillIn(Array.prototype, 'toReversed', function () {
  return [...this].reverse();
});
fillIn(Object, 'hasOwn', (object, key) => Object.prototype.hasOwnProperty.call(object, key));

// The content security policy forbids `eval`. Zod would try it once at start, and the browser would report a violation.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

// Preloads the texts of the likely language in parallel with the program. A wrong guess only costs a little time.
const wordsAt = JSON.parse(document.querySelector('meta[name=words]')?.content ?? '{}');
const chosenBefore = () => {
  try {
    return JSON.parse(localStorage.getItem('baraza.language') ?? '""');
  } catch {
    return undefined;
  }
};
const asked = new URLSearchParams(location.search).get('lang');
const spoken = navigator.languages.map((tag) => tag.split('-')[0]);
const likely = [asked, chosenBefore(), ...spoken, 'en'].find((language) => Object.hasOwn(wordsAt, language));
if (likely) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: wordsAt[likely] }));
