/** Text as Markdown shows it: nothing in a description becomes a link, emphasis or HTML. For the inside of a line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
}

/** A name of a column, file or measure, as code; the fence is longer than any run of backticks inside. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

export function link(text: string, target: string): string {
  return `[${escapeMarkdown(text)}](${encodeURI(target).replace(/[()]/g, each => (each === '(' ? '%28' : '%29'))})`;
}
