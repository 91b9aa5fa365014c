import { afterEach, describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problems.js';
import { readGlossaryWords } from '../../src/workspace/glossary-words.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { WorkspaceFolder } from '../support/workspace-folder.js';

describe('the glossary that comes with the tool', () => {
  const { entries, notAbbreviations } = readGlossaryWords([]);

  it('when it is read then it has the words of the service, each once', () => {
    expect(entries.length).toBeGreaterThan(60);
    const abbreviations = entries.flatMap(entry => entry.abbreviations);
    expect(abbreviations).toEqual(
      expect.arrayContaining([
        'MASH',
        'CIN',
        'CP',
        'LAC',
        'ICPC',
        'RCPC',
        's47',
        'DfE',
        'FTE',
        'SGO',
        'LADO',
      ]),
    );
    expect(abbreviations.filter((each, index) => abbreviations.indexOf(each) !== index)).toEqual([]);
    expect(abbreviations.filter(each => notAbbreviations.includes(each))).toEqual([]);
  });

  it('when a meaning is read then it is a sentence', () => {
    for (const { terms, meaning } of entries) expect(meaning, terms[0]).toMatch(/^[A-Z0-9].*\.$/);
  });
});

describe('glossary.csv of a workspace', () => {
  let folder: WorkspaceFolder | undefined;

  afterEach(() => folder?.remove());

  function open(table: string) {
    folder = new WorkspaceFolder({ 'scorecard.yml': 'council: { name: Test }\n', 'glossary.csv': table });
    const { workspace, problems } = openWorkspace(folder.path);
    const told = problems.filter(each => each.severity !== 'note').map(formatProblem);
    return { own: (workspace?.glossary ?? []).map(row => row.value), told };
  }

  it('when it has terms of its own then they add to the built-in ones and replace them by term or abbreviation', () => {
    const { own, told } = open(
      'term,abbreviation,meaning\nFamily hub | hub,FH,A place.\nMulti-agency hub,MASH,Our hub.\nREFERRAL,,Ours.\n',
    );
    expect(told).toEqual([]);
    const { entries } = readGlossaryWords(own);
    expect(entries[0]).toEqual({
      terms: ['Family hub', 'hub'],
      abbreviations: ['FH'],
      meaning: 'A place.',
      source: '',
    });
    expect(entries.filter(entry => entry.abbreviations.includes('MASH')).map(entry => entry.meaning)).toEqual(
      ['Our hub.'],
    );
    const referrals = entries.filter(entry => entry.terms.some(term => term.toLowerCase() === 'referral'));
    expect(referrals.map(entry => entry.meaning)).toEqual(['Ours.']);
    expect(entries).toHaveLength(readGlossaryWords([]).entries.length + 1);
  });

  it('when a row is wrong or stands twice then its line is told', () => {
    expect(open('term,abbreviation,meaning\nHub,,\n').told).toEqual([
      'glossary.csv:2: meaning: error: Nothing is given; expected text that is not empty. [missing-value]',
    ]);
    folder?.remove();
    expect(open('term,abbreviation,meaning\nHub,FH,A place.\nFamily hub,FH,A place.\n').told).toEqual([
      'glossary.csv:3: error: This row and line 2 give the same term or abbreviation. Keep one. [repeated-term]',
    ]);
  });
});
