// Our pages forbid code made out of text. The schemas would try it once at their start, and the browser would report that.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
