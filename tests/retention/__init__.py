"""What is left of what people say, everywhere that it could be."""
