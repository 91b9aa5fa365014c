export function filesOf(root: string, places: readonly string[]): string[];
export function fingerprint(root: string, places: readonly string[], facts: readonly string[]): string;
export function isStamped(root: string, step: string, print: string): boolean;
export function unstamp(root: string, step: string): void;
export function stamp(root: string, step: string, print: string): void;
