"""What makes it safe to run, as data: hazards with their tests, and the documents that are made from them."""
