"""The workbooks of a round: one for each unit, out by mail and in again with its answers.

`layout` declares what stands in them; whoever writes one and whoever reads one go by it.
"""
