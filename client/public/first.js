// Runs before the program, while that is still on its way.
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
