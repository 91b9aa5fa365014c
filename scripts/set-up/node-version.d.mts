export function isRecentEnough(running: string, range: string): boolean;
export function checkNode(range: string): void;
