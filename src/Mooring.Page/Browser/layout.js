// Where the cards of a drawing are: dagre lays them out from left to right, each group of cards that lines connect on its own.
"use strict";

const columnWidth = 226;
const columnGap = 56;
const cardGap = 12;

/** Groups of cards that lines connect, each with its height and the upper left corner of its cards. */
function layout(cards, lines) {
  const graph = new dagre.graphlib.Graph();
  for (const card of cards) graph.setNode(card.id, card);
  for (const line of lines) graph.setEdge(line.from, line.to);
  const byId = new Map(cards.map((card) => [card.id, card]));
  return dagre.graphlib.alg
    .components(graph)
    .map((ids) => ids.map((id) => byId.get(id)))
    .sort((one, other) => first(one) - first(other))
    .map((group) => layoutGroup(group, lines));
}

function first(group) {
  return Math.min(...group.map((card) => card.order));
}

function layoutGroup(group, lines) {
  const ids = new Set(group.map((card) => card.id));
  const own = lines.filter((line) => ids.has(line.from));
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: cardGap, ranksep: columnGap, marginx: 0, marginy: 0 });
  for (const card of group) graph.setNode(card.id, { width: columnWidth, height: card.height });
  for (const line of own) graph.setEdge(line.from, line.to, {});
  dagre.layout(graph);
  for (const card of group) {
    card.x = card.column * (columnWidth + columnGap);
    card.y = graph.node(card.id).y - card.height / 2;
  }
  return { cards: group, lines: own, height: Math.max(...group.map((card) => card.y + card.height)) };
}
