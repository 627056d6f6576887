"""Changes of what people rely on: proposed by one person, approved by another, shown after a cool-off.

The public sees the last approved version meanwhile. What is wrong is withdrawn at once, by one person alone.
"""
