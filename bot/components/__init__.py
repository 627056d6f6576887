"""The steps of understanding, one GraphComponent a file; config.yml puts them in order."""
