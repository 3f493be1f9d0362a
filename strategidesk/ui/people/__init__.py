"""What the page of the workgroup and the units is made of."""
