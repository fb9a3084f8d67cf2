// Puts the cards of a drawing in place, and draws the lines between them. All texts are in the page already.

const thinnest = 1.5;
const thickest = 14;

/** The drawing of a view. */
class Drawing {
  constructor(element) {
    this.element = element;
    this.cards = [...element.querySelectorAll(".column")].flatMap((column, index) =>
      [...column.querySelectorAll(".card")].map((card) => ({ id: card.dataset.part, column: index, order: Number(card.dataset.part), element: card })),
    );
    this.lines = [...element.querySelectorAll(".line")].map((line) => ({ from: line.dataset.from, to: line.dataset.to, ...shareOf(line), element: line }));
  }

  /** Draws the cards and the lines that are wanted. */
  draw(hasCard, hasLine, pageHeight) {
    this.element.classList.add("drawn");
    this.element.querySelectorAll(".group").forEach((group) => group.remove());
    const cards = this.cards.filter((card) => hasCard(card.id));
    const lines = this.lines.filter((line) => hasLine(line.from, line.to));
    // They are measured where they will be: at the width of a column.
    const measured = this.append(cards.map((card) => card.element));
    for (const card of cards) card.height = Math.ceil(card.element.getBoundingClientRect().height / zoomOf(this.element));
    const groups = layout(cards, lines, pageHeight);
    measured.remove();
    for (const group of groups) this.drawGroup(group);
  }

  drawGroup({ cards, lines, height, isTall }) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "lines");
    svg.setAttribute("aria-hidden", "true");
    placeEnds(cards, lines);
    // A thin line is drawn over a thick one.
    const drawn = [...lines].sort((one, other) => other.thickness - one.thickness);
    for (const line of drawn) drawLine(line);
    svg.append(...drawn.map((line) => line.element));
    const group = this.append([svg, ...cards.map((card) => card.element)]);
    group.style.height = `${height}px`;
    group.classList.toggle("tall", isTall);
    for (const card of cards) {
      card.element.style.left = `${card.x}px`;
      card.element.style.top = `${card.y}px`;
    }
  }

  append(elements) {
    const group = document.createElement("div");
    group.className = "group";
    group.append(...elements);
    this.element.append(group);
    return group;
  }
}

function zoomOf(element) {
  return element.currentCSSZoom ?? 1;
}

function shareOf(line) {
  const share = line.dataset.share === undefined ? undefined : Number(line.dataset.share);
  line.classList.toggle("unknown", share === undefined);
  line.classList.toggle("zero", share === 0);
  return { thickness: share ? thinnest + (thickest - thinnest) * share : thinnest };
}

/** Where the lines begin and end: one below the other in the middle of the side of a card, in the order of the cards that they lead to. */
function placeEnds(cards, lines) {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const middle = (id) => byId.get(id).y + byId.get(id).height / 2;
  for (const card of cards) {
    placeSide(card, lines.filter((line) => line.from === card.id), (line) => middle(line.to), (line, y) => (line.start = { x: card.x + columnWidth, y }));
    placeSide(card, lines.filter((line) => line.to === card.id), (line) => middle(line.from), (line, y) => (line.end = { x: card.x, y }));
  }
}

function placeSide(card, lines, otherEnd, place) {
  const total = lines.reduce((sum, line) => sum + line.thickness, 0);
  const gap = lines.length > 1 ? Math.max(0, Math.min(6, (card.height - 8 - total) / (lines.length - 1))) : 0;
  let y = card.y + (card.height - total - gap * (lines.length - 1)) / 2;
  for (const line of [...lines].sort((one, other) => otherEnd(one) - otherEnd(other))) {
    place(line, y + line.thickness / 2);
    y += line.thickness + gap;
  }
}

function drawLine({ element, start, end, thickness }) {
  const bend = (end.x - start.x) / 2;
  const path = element.querySelector("path");
  path.setAttribute("d", `M${start.x},${start.y} C${start.x + bend},${start.y} ${end.x - bend},${end.y} ${end.x},${end.y}`);
  path.setAttribute("stroke-width", thickness.toFixed(1));
  const text = element.querySelector("text");
  // Near its right end, where lines from one card are apart.
  text?.setAttribute("x", end.x - 4);
  text?.setAttribute("y", end.y);
}
