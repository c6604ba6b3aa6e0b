// Runs before the program, while that is still on its way.
// Functions that browsers of 2021 lack and the program and its packages use; tests/browser-floor/filled-in.d.ts declares the same list.
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

// Our pages forbid code made out of text. The schemas would try it once at their start, and the browser would report that.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

// The words of the likely language are fetched beside the program, not after it. A wrong guess costs a little time, no more.
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
