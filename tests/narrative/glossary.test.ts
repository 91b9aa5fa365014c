import { describe, expect, it } from 'vitest';
import { capitalWords } from '../../src/narrative/capital-words.js';
import { makeGlossary } from '../../src/narrative/glossary.js';
import type { GlossaryEntry } from '../../src/workspace/tables.js';

function entry(terms: string[], abbreviations: string[] = [], meaning = 'A meaning.'): GlossaryEntry {
  return { terms, abbreviations, meaning, source: '' };
}

function find(lines: string[], entries: GlossaryEntry[], notAbbreviations: string[] = []) {
  const { used, unknown } = makeGlossary(lines, { entries, notAbbreviations });
  return { used: used.map(each => [...each.abbreviations, each.entry.terms[0]].join(' ')), unknown };
}

describe('words that look like abbreviations', () => {
  it.each([
    ['Contacts to the MASH', ['MASH']],
    ["The CIN's plan, and CIN’s", ['CIN']],
    ['A MASH-led meeting of SGOs', ['MASH', 'SGO']],
    ['DfE and Mr McDonald of YouTube', ['DfE']],
    ['Status V3, form SSDA903, plan E1', ['V3', 'SSDA903', 'E1']],
    ['Record P004512, 24H, and C12345', []],
    ['Henry VIII, part IV, chapter XII', []],
    ['DD/MM/YYYY and YYYY-MM-DD', []],
    ['EMOTIONAL ABUSE', []],
    ['NEGLECT', []],
    ['CIN CP LAC', ['CIN', 'CP', 'LAC']],
    ['A house, I think', []],
  ])('when the sentence is "%s" then they are %j', (sentence, words) => {
    expect(capitalWords(sentence, new Set())).toEqual(words);
  });

  it('when a heading is in capitals then only those that have a meaning count', () => {
    expect(capitalWords('CONTACTS TO MASH', new Set(['MASH']))).toEqual(['MASH']);
  });
});

describe('the glossary of a text', () => {
  it('when terms and abbreviations are used then only those are there, by what is printed first', () => {
    const { used } = find(
      ['Core groups met.', 'A referral to the MASH'],
      [
        entry(['Strategy discussion']),
        entry(['Referral']),
        entry(['Multi-agency safeguarding hub'], ['MASH']),
        entry(['Core group']),
        entry(['Child protection'], ['CP']),
      ],
    );
    expect(used).toEqual(['Core group', 'MASH Multi-agency safeguarding hub', 'Referral']);
  });

  it.each([
    ['enquiries', 'Enquiry', true],
    ['ENQUIRY', 'Enquiry', true],
    ['re-referrals', 'Referral', false],
    ['preferral', 'Referral', false],
    ['core  group', 'Core group', true],
    ['core-group', 'Core group', false],
  ])('when the text says "%s" then "%s" is used: %s', (text, term, isUsed) => {
    expect(find([text], [entry([term])]).used).toEqual(isUsed ? [term] : []);
  });

  it('when another form of a term is used then its first is printed', () => {
    expect(find(['Children in need'], [entry(['Child in need', 'children in need'], ['CIN'])]).used).toEqual([
      'Child in need',
    ]);
  });

  it('when section 47 is written s47 then it is found, but not in the id of a measure', () => {
    const section47 = entry(['Section 47 enquiry'], ['s47', 'S47']);
    expect(find(['An s47 was held'], [section47]).used).toEqual(['s47 Section 47 enquiry']);
    expect(find(['See s47-in-15-days'], [section47]).used).toEqual([]);
  });

  it('when a meaning uses an abbreviation then that one is explained too', () => {
    const meaning = 'A team led by the LADO.';
    const entries = [entry(['Hub'], ['HB'], meaning), entry(['Designated officer'], ['LADO'])];
    expect(find(['The HB'], entries).used).toEqual(['HB Hub', 'LADO Designated officer']);
  });

  it('when an abbreviation is in no glossary then its first sentence is told, and only the first', () => {
    const { unknown } = find(['All is well. The ZZT met. The ZZT met again.'], []);
    expect(unknown).toEqual([{ word: 'ZZT', sentence: 'The ZZT met.' }]);
  });

  it('when its sentence is long then 80 letters around it are told', () => {
    const [found] = find([`${'before '.repeat(20)}ZZT${' after'.repeat(20)}`], []).unknown;
    expect(found?.sentence).toMatch(/^….*before ZZT after.*…$/);
    expect(found?.sentence.length).toBeLessThanOrEqual(82);
  });

  it('when a word is known to need no explanation then nothing is told', () => {
    expect(find(['Printed on A4, NOT on A3'], [], ['A4', 'A3', 'NOT']).unknown).toEqual([]);
  });
});
