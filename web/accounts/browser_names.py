"""What a person calls the browser they signed in with, so that they know their own sign-ins apart."""

# In this order: a later browser calls itself by the names of earlier ones too.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser/": "Samsung Internet",
    "Firefox/": "Firefox",
    "FxiOS/": "Firefox",
    "CriOS/": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
SYSTEMS = {
    "Windows": "Windows",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Mac OS X": "Mac",
    "CrOS": "Chromebook",
    "Linux": "Linux",
}
UNKNOWN = "Another browser"


def name_browser(user_agent: str) -> str:
    """One of a few names, such as "Firefox on Windows"; the header itself is not kept."""
    browser = next((name for part, name in BROWSERS.items() if part in user_agent), UNKNOWN)
    system = next((name for part, name in SYSTEMS.items() if part in user_agent), None)
    return f"{browser} on {system}" if system else browser
