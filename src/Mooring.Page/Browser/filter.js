// The filter by host or cluster: the ways of requests that have it, and the parts on these ways.

/** What a view shows of its fleet. */
class FilteredView {
  constructor(element) {
    this.element = element;
    this.drawing = new Drawing(element.querySelector(".drawing"));
    this.routes = [...element.querySelectorAll(".routes tbody tr")].map((row) => ({ row, parts: row.dataset.parts.split(" ") }));
    this.clusters = [...element.querySelectorAll(".clusters tbody tr")];
  }

  /** Shows what has a text in the name of its host or cluster; everything for an empty text. Returns how many ways of how many that are. */
  show(text, pageHeight) {
    const has = (name) => name?.toLowerCase().includes(text.toLowerCase());
    const shown = this.routes.filter(({ row }) => !text || has(row.dataset.host) || has(row.dataset.cluster));
    const parts = new Set(shown.flatMap((route) => route.parts));
    const lines = new Set(shown.flatMap((route) => route.parts.slice(1).map((part, index) => `${route.parts[index]} ${part}`)));
    for (const { row } of this.routes) row.hidden = true;
    for (const { row } of shown) row.hidden = false;
    for (const row of this.clusters) row.hidden = !parts.has(row.dataset.parts);
    this.drawing.draw((part) => parts.has(part), (from, to) => lines.has(`${from} ${to}`), pageHeight);
    return { shown: shown.length, all: this.routes.length };
  }
}
