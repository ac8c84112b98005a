// node read.cjs FILE: what graphology or Cytoscape.js, without a screen, read from a GEXF, GraphML or Cytoscape.js file.
const fs = require("node:fs");

const readers = {
  gexf: (text) => graphology(require("graphology-gexf").parse(require("graphology").MultiGraph, text)),
  graphml: (text) => graphology(require("graphology-graphml").parse(require("graphology"), text)),
  cyjs: (text) => {
    const cy = require("cytoscape")({ headless: true, elements: JSON.parse(text).elements });
    return {
      labels: cy.nodes().map((node) => [node.id(), node.data("label")]),
      ends: cy.edges().map((edge) => [edge.source().id(), edge.target().id()]),
      weights: cy.edges().map((edge) => edge.data("weight")),
    };
  },
};

function graphology(graph) {
  return {
    labels: graph.mapNodes((id, told) => [id, told.label]),
    ends: graph.mapEdges((_, __, source, target) => [source, target]),
    weights: graph.mapEdges((_, told) => told.weight),
  };
}

const file = process.argv[2];
process.stdout.write(JSON.stringify(readers[file.split(".").pop()](fs.readFileSync(file, "utf8"))));
