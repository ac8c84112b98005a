"""Processes that answer queries, so that a slow one can be ended and a fatal one kills nobody else.

Comes in: a function and its arguments.  Goes out: its value, or an error.  The one idea: the engine cannot be
interrupted, a process can.  One process, the template, holds the graph in memory and does nothing but split off workers,
which share that memory and begin in milliseconds; each works on one task after the other and is of no account when it ends.

``pool`` is the server's side: its ``lane``s give ``job``s to workers, each at the end of a ``line``; ``template`` and ``worker`` run elsewhere.
"""
