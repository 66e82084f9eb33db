"""Kernels forked from a warm parent: a class that opens its pages together waits seconds, not a minute.

Why not Voila's preheated kernels: its pool runs empty when thirty people come at once, which is the case that
matters; and a preheated kernel has run its notebook before anybody knows whose it will be, while ours learns from a
header of the request for whom it keeps answers.

How it works: `fork_server.py` is a process of one thread that imports what a session needs and freezes it. For each kernel
it forks; `forked_kernel.py` is what the child does: it takes its own environment, folder, session and signals, and then is an
ordinary ipykernel. For a course server some are forked and begun ahead, and wait as spares: they have run nothing, learn of
their learner when they are taken, and choose their sockets themselves, which Jupyter lets a provisioner say.
`provisioner.py` starts them for Jupyter, under the name "govcourse-fork". The status of a kernel comes through a pipe
from the parent, its end through a pidfd; kernels end with the server and outlive the parent, which is started again.
A kernel keeps no history file: that would be a thread and an SQLite connection for each visitor. Those of the course
server have no debugger either, and none builds a parser of options that it was not given: two megabytes for each.
Where there is no fork or no pidfd (Windows, macOS), or with GOVCOURSE_FORK=0, kernels are started the stock way.

Shared between kernels is what was imported, and the seed of Python's string hashes. Not shared are random numbers,
temporary names, connections, threads, event loops and ZeroMQ contexts: they are made after the fork, and tests look.
"""
