import { defineConfig, type Plugin } from 'vite';

const forward = process.env['BARAZA_DEV_SERVER'] ?? 'http://127.0.0.1:2567';

/** Tells `first.js` where the first words of each language lie, so that they are on their way with the program. */
const wordsAtOnce: Plugin = {
  name: 'words-at-once',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle, filename }) => {
      if (!bundle || !filename.endsWith('/index.html')) return [];
      const found = Object.values(bundle).flatMap((file) => {
        const language = file.type === 'chunk' && /first-words\/(\w+)\.ts$/.exec(file.facadeModuleId ?? '')?.[1];
        return language ? [[language, `/${file.fileName}`]] : [];
      });
      const content = JSON.stringify(Object.fromEntries(found));
      return [{ tag: 'meta', attrs: { name: 'words', content }, injectTo: 'head-prepend' }];
    },
  },
};

export default defineConfig({
  plugins: [wordsAtOnce],
  root: 'client',
  publicDir: 'public',
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Lowering syntax to the oldest supported browsers adds 26 kB to all pages and breaks the limit of the first load.
    target: 'es2022',
    cssTarget: ['chrome90', 'safari15', 'firefox102'],
    chunkSizeWarningLimit: 1500,
    // Browsers that need it fetch the parts one after the other; all others would fetch it for nothing.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The preview of authors is a page of its own; nothing of it is loaded by trainees.
      input: ['client/index.html', 'client/preview.html', 'client/preview-desk.html'],
      output: {
        codeSplitting: {
          groups: [
            { name: 'phaser', test: /node_modules[\\/]phaser/ },
            // The page for joining, in one file: a busy network pays for each.
            {
              name: 'first',
              test: /client[\\/](?:ui[\\/](?:app\.tsx|kit[\\/]keep-focus\.ts)|styles[\\/](?:fonts|tokens|base|kit)\.css)$/,
            },
          ],
        },
      },
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: {
    proxy: {
      '/api': forward,
      '/healthz': forward,
      '/matchmake': forward,
      // A room's socket: /<process>/<room>?sessionId=…
      '^/[\\w-]+/[\\w-]+\\?(.*&)?sessionId=': { target: forward, ws: true },
    },
  },
});
