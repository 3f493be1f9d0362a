"""Working copies in the window: sent to the members, put together when they come back."""
