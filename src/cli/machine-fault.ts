import { UserError } from '../problems.js';

/** What a system says when the machine, not the workspace or the tool, stands in the way. */

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'There is no room left on the disk. Make room and run again',
  EDQUOT: 'Your share of the disk is used up. Make room and run again',
  EROFS: 'The disk cannot be written to. Use another, or have it made writable',
  EACCES: 'You may not read or write here. Ask for access to it',
  EPERM: 'The system does not allow it. Close the file where it is open, or ask for access to it',
  EBUSY: 'Another program has the file open, as Excel may. Close it there and run again',
  EIO: 'The disk or the network drive does not answer. Try again when it does',
  EMFILE: 'Too many files are open on this machine. Close other programs and run again',
  ENFILE: 'Too many files are open on this machine. Close other programs and run again',
  ENOMEM: 'There is not enough memory. Close other programs and run again',
  ENOTDIR: 'A file stands where a folder is looked for. Move it away, or name another place',
};

/** null where it is none of these, and so a fault of the tool */
export function machineFault(error: unknown): UserError | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  const words = WORDS[code];
  if (words === undefined) return null;
  const place = 'path' in error && typeof error.path === 'string' ? { file: error.path } : undefined;
  return UserError.of(3, 'machine', `${words} (${code}).`, place);
}
