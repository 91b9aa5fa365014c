// Shows the pack that the preview last made, and what keeps it from being made.
(() => {
  const find = selector => document.querySelector(selector);
  const [said, problems, frame] = [find('#said'), find('#problems'), find('iframe')];
  const [label, documents] = [find('label'), find('select')];
  let shown = { number: 0, name: '' };

  const element = (name, text, className = '') =>
    Object.assign(document.createElement(name), { textContent: text, className });

  const showProblems = (list, ends) => {
    problems.hidden = list.length === 0;
    // What ends it stands open; what is to be looked at, as the reader left it.
    if (problems.classList.contains('ends') && !ends) problems.open = false;
    problems.classList.toggle('ends', ends);
    if (ends) problems.open = true;
    problems.querySelector('summary').textContent = ends
      ? 'The page cannot be made until this is mended'
      : `To look at: ${list.length}`;
    problems.querySelector('ul').replaceChildren(
      ...list.map(({ severity, place, message, rule }) => {
        const item = element('li', '');
        if (place !== '') item.append(element('span', place, 'place'));
        item.append(`${severity}: ${message} `, element('span', rule, 'rule'));
        return item;
      }),
    );
  };

  const showDocuments = names => {
    const chosen = names.includes(documents.value) ? documents.value : names[0];
    documents.replaceChildren(...names.map(name => element('option', name)));
    documents.value = chosen;
    label.hidden = names.length < 2;
  };

  // The same page made again stays where the reader was.
  const showPage = number => {
    const name = documents.value;
    const page = frame.contentWindow;
    if (shown.name === name && shown.number > 0) {
      const [left, top] = [page.scrollX, page.scrollY];
      frame.addEventListener('load', () => page.scrollTo({ left, top, behavior: 'instant' }), { once: true });
      page.location.reload();
    } else page.location.replace(`page/${encodeURIComponent(name)}.html`);
    shown = { number, name };
  };

  documents.addEventListener('change', () => showPage(shown.number));

  const events = new EventSource('events');
  events.addEventListener('message', ({ data }) => {
    const now = JSON.parse(data);
    said.textContent = now.said;
    if (now.state === 'making') return;
    const ends = now.state === 'faulty';
    showProblems(now.problems, ends);
    frame.hidden = ends;
    if (ends) return;
    showDocuments(now.documents);
    if (now.number !== shown.number) showPage(now.number);
  });
  events.addEventListener('error', () => {
    said.textContent =
      'The preview has ended. Start it again to go on: this page then shows the new address.';
  });
})();
