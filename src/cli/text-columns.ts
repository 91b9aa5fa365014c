/** Rows as columns of text, each as wide as its widest cell; what is wider than a line is cut with an ellipsis. */
export function columnsOfText(rows: readonly (readonly string[])[], width: number): string[] {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map(row => row[index]?.length ?? 0)));
  return rows.map(row => {
    const line = row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ');
    const text = `  ${line}`.trimEnd();
    return text.length > width ? `${text.slice(0, Math.max(1, width - 1))}…` : text;
  });
}
