// Where the cards of a drawing are: dagre lays them out from left to right, each group of cards that lines connect on its own.
"use strict";

// The same as in page.css: the widest gap has the shares of target groups.
const columnWidth = 214;
const columnLefts = [0, 270, 576, 846, 1116];
const rankGap = 56;
const cardGap = 12;

/** Groups of cards that lines connect, each with its height and the upper left corner of its cards. On paper a page ends at no card. */
function layout(cards, lines, pageHeight = Infinity) {
  const graph = new dagre.graphlib.Graph();
  for (const card of cards) graph.setNode(card.id, card);
  for (const line of lines) graph.setEdge(line.from, line.to);
  const byId = new Map(cards.map((card) => [card.id, card]));
  return dagre.graphlib.alg
    .components(graph)
    .map((ids) => ids.map((id) => byId.get(id)))
    .sort((one, other) => first(one) - first(other))
    .map((group) => layoutGroup(group, lines, pageHeight));
}

function first(group) {
  return Math.min(...group.map((card) => card.order));
}

function layoutGroup(group, lines, pageHeight) {
  const ids = new Set(group.map((card) => card.id));
  const own = lines.filter((line) => ids.has(line.from));
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: cardGap, ranksep: rankGap, marginx: 0, marginy: 0 });
  for (const card of group) graph.setNode(card.id, { width: columnWidth, height: card.height });
  for (const line of own) graph.setEdge(line.from, line.to, {});
  dagre.layout(graph);
  for (const card of group) {
    card.x = columnLefts[card.column];
    card.y = graph.node(card.id).y - card.height / 2;
  }
  const height = () => Math.max(...group.map((card) => card.y + card.height));
  const isTall = height() > pageHeight;
  if (isTall) avoidPageEnds(group, pageHeight);
  return { cards: group, lines: own, height: height(), isTall };
}

/** Moves a card that a page ends at to the next page, and with it all that is below its upper side. */
function avoidPageEnds(group, pageHeight) {
  const fitting = group.filter((card) => card.height < pageHeight - 2 * cardGap);
  for (let end = pageHeight; fitting.some((card) => card.y + card.height > end - cardGap); end += pageHeight) {
    const top = Math.min(...fitting.filter((card) => card.y + card.height > end - cardGap).map((card) => card.y));
    for (const card of group.filter((card) => card.y >= top && top < end + cardGap)) card.y += end + cardGap - top;
  }
}
