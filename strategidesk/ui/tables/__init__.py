"""Tables that are worked in as in a spreadsheet."""
