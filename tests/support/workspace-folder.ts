import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A workspace made for one test, in a folder with a space and an accent in its name. */
export class WorkspaceFolder {
  readonly path: string;
  private readonly root = mkdtempSync(join(tmpdir(), 'scorecard-test-'));

  /** @param files text or bytes by path · @param from a workspace to copy first */
  constructor(files: Readonly<Record<string, string | Uint8Array>>, from?: string) {
    this.path = join(this.root, 'Équipe de performance 2020');
    mkdirSync(this.path);
    if (from) cpSync(from, this.path, { recursive: true });
    for (const [file, content] of Object.entries(files)) this.write(file, content);
  }

  write(file: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, file)), { recursive: true });
    writeFileSync(join(this.path, file), content);
  }

  read(file: string): string {
    return readFileSync(join(this.path, file), 'utf8');
  }

  append(file: string, content: string): void {
    appendFileSync(join(this.path, file), content);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export const SMALLEST_SETTINGS =
  'council: { name: Test }\nextracted_on: 2020-10-05\ncovers_from: 2016-04-01\n';
