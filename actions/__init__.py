"""The action server's code: one file a topic, one class an action; no exception leaves an action."""
