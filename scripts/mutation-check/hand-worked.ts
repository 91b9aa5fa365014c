import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolFolder, toolPath } from '../../src/tool-folder.js';

/** The tests whose answers are worked out by hand, run against a copy of measures/ in which one file is changed. */
export class HandWorkedTests {
  private readonly folder = mkdtempSync(join(tmpdir(), 'scorecard-mutants-'));
  private readonly measures = join(this.folder, 'measures');
  private readonly passed = new Set<string>();

  constructor() {
    cpSync(toolPath('measures'), this.measures, { recursive: true });
  }

  /**
   * @param sqlFile as the catalogue names it, measures/...
   * @param tests files of tests; those that do not exist notice nothing
   * @returns true where a test fails
   */
  notice(sqlFile: string, sql: string, tests: readonly string[]): boolean {
    const files = tests.filter(file => existsSync(toolPath(file)));
    if (files.length === 0) return false;
    this.checkThatTheyPass(files);
    const file = join(this.folder, sqlFile);
    const original = readFileSync(file, 'utf8');
    writeFileSync(file, sql);
    try {
      return !this.pass(files);
    } finally {
      writeFileSync(file, original);
    }
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Tests that fail without any change would seem to notice every one. */
  private checkThatTheyPass(files: readonly string[]): void {
    const tests = files.filter(file => !this.passed.has(file));
    if (tests.length === 0) return;
    if (!this.pass(tests)) throw new Error(`without any change there is a failure in ${tests.join(', ')}`);
    for (const file of tests) this.passed.add(file);
  }

  private pass(tests: readonly string[]): boolean {
    const vitest = join(toolFolder, 'node_modules', 'vitest', 'vitest.mjs');
    const { status } = spawnSync(process.execPath, [vitest, 'run', '--bail', '1', ...tests], {
      cwd: toolFolder,
      env: { ...process.env, SCORECARD_TEST_MEASURES: this.measures },
      stdio: 'ignore',
    });
    return status === 0;
  }
}
