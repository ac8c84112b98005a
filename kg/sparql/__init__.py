"""SPARQL as it comes from outside: what may run, and the results within their limits."""
