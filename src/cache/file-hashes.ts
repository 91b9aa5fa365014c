import { type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from '../files.js';
import { sha256, sha256OfFile } from '../sha256.js';
import { toolPath } from '../tool-folder.js';

/** SHA-256 of files, each read once a run however often it is asked for, for as long as it is the same file. */
export class FileHashes {
  private readonly known = new Map<string, { state: string; hash: string }>();
  private tool = '';

  /** In words where it cannot be read, as a file cannot that is open in another program: nothing is made from it then. */
  of(path: string): string {
    const status = statSync(path, { throwIfNoEntry: false });
    if (!status?.isFile()) return 'no file';
    const state = stateOf(status);
    const before = this.known.get(path);
    if (before?.state === state) return before.hash;
    const hash = hashOf(path) ?? `unreadable ${state}`;
    // A file that is being written may change again within what its clock can tell.
    if (Date.now() - Math.max(status.mtimeMs, status.ctimeMs) > CLOCK_MILLISECONDS)
      this.known.set(path, { state, hash });
    return hash;
  }

  /** Each file below a folder with its hash, in a stated order. */
  below(folder: string): [file: string, hash: string][] {
    return filesBelow(folder).map(file => [file, this.of(join(folder, file))]);
  }

  /** All of the tool that decides what comes out, and what it runs on. It is not changed while it runs. */
  ofTool(): string {
    if (this.tool === '') {
      const files = ['package.json', 'package-lock.json'].map(file => [file, this.of(toolPath(file))]);
      const folders = [RUNNING_CODE, ...TOOL_FOLDERS.map(name => toolPath(name))].map(path =>
        this.below(path),
      );
      const parts = [files, folders, process.version, process.platform, process.arch];
      this.tool = sha256(Buffer.from(JSON.stringify(parts)));
    }
    return this.tool;
  }
}

/** Folders of the tool whose files decide what comes out; of its libraries what is installed is what package.json names. */
const TOOL_FOLDERS = ['checks', 'measures', 'reference', 'templates'];
/** dist/; src/ where that is run as it stands. */
const RUNNING_CODE = dirname(dirname(fileURLToPath(import.meta.url)));

/** The coarsest clock of a file system that we know of, FAT's, has steps of two seconds. */
const CLOCK_MILLISECONDS = 3000;

function stateOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

function hashOf(path: string): string | null {
  try {
    return sha256OfFile(path);
  } catch {
    return null;
  }
}
