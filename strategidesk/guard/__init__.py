"""The guard at the door: files that come from others are looked at before any library opens them.

`looking.look` says what a file is, or refuses it in one sentence. `crew.apart`, and `crew.Crew` for
many files, let a function work on it in a process of its own, with an end to its time and memory.
"""
