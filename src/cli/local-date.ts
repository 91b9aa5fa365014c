/** YYYY-MM-DD as the person's own clock has it, which in summer is an hour ahead of the log's. */
export function localDate(now: Date): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map(part => String(part).padStart(2, '0')).join('-');
}
