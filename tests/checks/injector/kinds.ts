import { CELL_KINDS } from './cell-kinds.js';
import type { FaultKind } from './fault.js';
import { FILE_KINDS } from './file-kinds.js';
import { LINK_KINDS } from './link-kinds.js';
import { ORDER_KINDS } from './order-kinds.js';
import { ROW_KINDS } from './row-kinds.js';
import { VOLUME_KINDS } from './volume-kinds.js';

/** Every kind of fault that the injector knows. */
export const FAULT_KINDS: readonly FaultKind[] = [
  ...CELL_KINDS,
  ...ROW_KINDS,
  ...ORDER_KINDS,
  ...LINK_KINDS,
  ...FILE_KINDS,
  ...VOLUME_KINDS,
];

export { HARMLESS_KINDS } from './harmless-kinds.js';
