/** Names of files made from names of teams and packs, which anybody may have typed. */

/** Names that Windows keeps for its devices, with any ending. */
const RESERVED = /^(con|prn|aux|nul|conin|conout|(com|lpt)\d)$/;
/** A path of Windows has 260 characters, and the council's own folders take most of them. */
const MOST_CHARACTERS = 60;

/**
 * File names without their endings, in the order of the names: small letters, digits and hyphens, as every system takes
 * them and no shell reads anything into them. No two are the same: `team-east`, `team-east-2`.
 */
export function fileNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map(name => {
    const plain = plainName(name);
    let chosen = plain;
    for (let number = 2; taken.has(chosen); number++) chosen = `${plain}-${number}`;
    taken.add(chosen);
    return chosen;
  });
}

function plainName(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    // Marks above and below letters, which the line before set apart.
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_CHARACTERS)
    .replace(/^-+|-+$/g, '');
  if (words === '') return 'document';
  return RESERVED.test(words) ? `${words}-document` : words;
}
