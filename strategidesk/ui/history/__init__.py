"""The parts of the history page: what is asked for, the list by days, one change in full."""
