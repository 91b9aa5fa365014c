import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // A pack test starts a browser; the machine may be a small one.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
