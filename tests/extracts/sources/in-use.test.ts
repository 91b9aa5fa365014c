import { describe, expect, it } from 'vitest';
import { isInUse } from '../../../src/extracts/sources/table-file.js';

describe("a DuckDB file that the engine cannot open, by the engine's words", () => {
  it.each([
    'IO Error: Could not set lock on file "a.duckdb": Conflicting lock is held in another program (PID 12)',
    'IO Error: Cannot open file "a.duckdb": The process cannot access the file because it is being used by another process.',
    'IO Error: Cannot open file "a.duckdb": Der Prozess kann nicht zugreifen. File is already open in program.exe (PID 12)',
  ])('is held by another program: %s', said => {
    expect(isInUse(said)).toBe(true);
  });

  it('is damaged where a block does not add up', () => {
    const said = 'Corrupted database: checksum 1 does not match stored checksum 2 in block at location 4096';
    expect(isInUse(said)).toBe(false);
  });
});
