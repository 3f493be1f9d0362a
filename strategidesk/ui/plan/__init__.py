"""The page of the activity plan."""
