/// <reference types="vitest/config" />
import { defineConfig } from 'vitest/config';

// No test waits for this; it ends one that hangs. The big numbers of `npm run trust:long` take up to half an hour.
const mostPatient = process.env['BARAZA_TRUST'] === 'long' ? 7_200_000 : 400_000;

const forward = process.env['BARAZA_DEV_SERVER'] ?? 'http://127.0.0.1:2567';

export default defineConfig({
  root: 'client',
  publicDir: 'public',
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // The preview of authors is a page of its own; nothing of it is loaded by trainees.
      input: ['client/index.html', 'client/preview.html', 'client/preview-desk.html'],
      output: { codeSplitting: { groups: [{ name: 'phaser', test: /node_modules[\\/]phaser/ }] } },
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
  test: {
    root: '.',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/rooms/**', 'tests/trust/**', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['tests/rooms/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 30_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'trust',
          include: ['tests/trust/**/*.test.ts'],
          pool: 'forks',
          testTimeout: mostPatient,
          hookTimeout: mostPatient,
          fileParallelism: false,
        },
      },
    ],
  },
});
