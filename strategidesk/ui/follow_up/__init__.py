"""What the page of the follow-up is made of."""
