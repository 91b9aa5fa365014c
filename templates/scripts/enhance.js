// Tables that sort, and a chart's numbers where the reader points. The page is whole without it.
(() => {
  const all = (place, selector) => [...place.querySelectorAll(selector)];
  const add = (name, className, parent) =>
    parent.appendChild(Object.assign(document.createElement(name), { className }));

  // What is no number ("no data", "c", "") is last in both directions.
  const keyOf = (row, column, isNumber) => {
    const text = row.cells[column].textContent.trim();
    return isNumber ? text.replace(/,/g, '').match(/-?\d+(\.\d+)?/)?.[0] : text;
  };
  // A group's head stays first, a total last.
  const isFixed = row => row.matches('.group, .total') || row.cells.length < 2;

  for (const table of all(document, '[data-sortable]')) {
    const heads = [...table.tHead.rows[0].cells];
    const groups = [...table.tBodies].map(body => [body, [...body.rows]]);
    const sort = (head, column) => {
      const order = head.ariaSort === 'ascending' ? 'descending' : head.ariaSort ? null : 'ascending';
      for (const each of heads) each.ariaSort = each === head ? order : null;
      const isNumber = head.matches('.number');
      const compare = (...rows) => {
        const [a, b] = rows.map(row => keyOf(row, column, isNumber));
        if (!a || !b) return !a - !b;
        return (isNumber ? a - b : a.localeCompare(b, 'en-GB')) * (order === 'ascending' ? 1 : -1);
      };
      for (const [body, rows] of groups) {
        const loose = rows.filter(row => !isFixed(row));
        if (order) loose.sort(compare);
        body.append(...rows.map(row => (isFixed(row) ? row : loose.shift())));
      }
    };
    heads.forEach((head, column) => {
      const words = [...head.childNodes];
      const button = add('button', 'sort', head);
      button.append(...words);
      button.onclick = () => sort(head, column);
    });
  }

  const band = add('div', 'band', document.body);
  const tip = add('div', 'tip', document.body);
  tip.role = 'status';
  let place = () => {};
  const hide = () => {
    band.hidden = true;
    tip.textContent = '';
  };
  hide();
  addEventListener('scroll', () => place(), true);

  // A month's numbers stand in the table under its chart: mouse, touch, focus, arrow keys.
  for (const chart of all(document, '[data-chart]')) {
    const rows = all(chart, '.months tbody tr');
    const months = all(chart, '.months thead th');
    if (!rows.length) continue;
    const cellOf = (row, month) => row.cells[month.cellIndex];
    const boxOf = month => cellOf(rows[0], month).getBoundingClientRect();
    let at = 0;
    const show = index => {
      at = Math.max(0, Math.min(months.length - 1, index));
      const month = months[at];
      const line = row => `\n${all(row, 'th')[0].textContent}: ${cellOf(row, month).textContent}`;
      tip.textContent = month.innerText.replace('\n', ' ') + rows.map(line).join('');
      band.hidden = false;
      place = () => {
        const { left, right } = boxOf(month);
        const { bottom } = rows.at(-1).getBoundingClientRect();
        const { top } = all(chart, 'svg')[0].getBoundingClientRect();
        band.style.cssText = `left:${left}px;width:${right - left}px;top:${top}px;height:${bottom - top}px`;
        tip.style.cssText = `top:${top}px;left:${Math.min(right, innerWidth - tip.offsetWidth - 20)}px`;
      };
      place();
    };
    const point = ({ clientX }) => show(months.findLastIndex(month => boxOf(month).left <= clientX));
    const target = all(chart, '[tabindex]')[0] || chart;
    target.tabIndex = 0;
    target.onpointermove = target.onpointerdown = point;
    target.onpointerleave = target.onblur = hide;
    target.onfocus = () => target.matches(':focus-visible') && show(months.length);
    target.onkeydown = event => {
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: months.length }[event.key];
      if (event.key === 'Escape') hide();
      if (to === undefined) return;
      event.preventDefault();
      show(to);
      cellOf(rows[0], months[at]).scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
  }
})();
