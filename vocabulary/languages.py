"""The languages of the interface: the commonest of West Mercia's households, and Welsh for the border."""

from enum import StrEnum


class Language(StrEnum):
    """A language by its BCP 47 tag, which is also the name of its catalogues."""

    ENGLISH = "en"
    WELSH = "cy"
    POLISH = "pl"
    ROMANIAN = "ro"
    BULGARIAN = "bg"
    LITHUANIAN = "lt"
    PORTUGUESE = "pt"
    PUNJABI = "pa"
    URDU = "ur"

    @property
    def own_name(self) -> str:
        """As its speakers write it, so that they find it in a list."""
        return _OWN_NAMES[self]

    @property
    def english_name(self) -> str:
        """As the directory names a language of a service."""
        return self.name.title()

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, as HTML's `dir` has it."""
        return "rtl" if self is Language.URDU else "ltr"


_OWN_NAMES = {
    Language.ENGLISH: "English",
    Language.WELSH: "Cymraeg",
    Language.POLISH: "Polski",
    Language.ROMANIAN: "Română",
    Language.BULGARIAN: "Български",
    Language.LITHUANIAN: "Lietuvių",
    Language.PORTUGUESE: "Português",
    Language.PUNJABI: "ਪੰਜਾਬੀ",
    Language.URDU: "اردو",
}


def language_of(tag: str | None) -> Language:
    """The language of a BCP 47 tag, whatever its region; English for one that we have no words in."""
    main = (tag or "").replace("_", "-").partition("-")[0].lower()
    return Language(main) if main in set(Language) else Language.ENGLISH
