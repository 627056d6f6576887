"""Turns a message into plain sentences in one spelling, so that one pattern serves many ways to write."""

import re

from safety.normal import normalise

_SENTENCE_END = re.compile(r"[.!?;]+(?= |$)|[!?;]+")
_NOT_WORDS = re.compile(r"[^\w .:£]|_|[.:](?!\d)|(?<!\d)[.:]")
JOIN = " | "  # stands between sentences that are read together; no gap of a pattern crosses it
_SPACES = re.compile(r" {2,}")

# One spelling for what is typed in many: text speak, dropped apostrophes, common slips.
_WORDS = {
    "u": "you", "ur": "your", "r": "are", "n": "and", "da": "the", "dat": "that", "dis": "this", "wiv": "with",
    "cannot": "cant", "carnt": "cant", "cnt": "cant", "couldnt": "cant", "canot": "cant", "kant": "cant",
    "wnt": "wont", "wouldnt": "wont", "wudnt": "wont", "dnt": "dont", "doent": "doesnt", "dosent": "doesnt",
    "dosnt": "doesnt", "duznt": "doesnt", "dose": "dose", "aint": "isnt", "ain": "isnt", "isn": "isnt",
    "gonna": "going to", "gona": "going to", "gunna": "going to", "gna": "going to", "finna": "going to",
    "wanna": "want to", "wana": "want to", "gotta": "got to", "hafta": "have to", "gonner": "going to",
    "im": "i am", "ive": "i have", "iv": "i have", "id": "i would", "hes": "he is", "shes": "she is",
    "theyre": "they are", "theyve": "they have", "weve": "we have", "were": "were", "theirs": "there is",
    "theres": "there is", "someones": "someone is", "whos": "who is", "thats": "that is", "its": "it is",
    "weer": "were", "rn": "right now", "atm": "right now", "asap": "right now", "2nite": "tonight", "tonite": "tonight",
    "2night": "tonight", "2nyt": "tonight", "tonyt": "tonight", "2moro": "tomorrow", "tmrw": "tomorrow",
    "tomoro": "tomorrow", "tmr": "tomorrow", "tomorow": "tomorrow", "tommorow": "tomorrow", "2day": "today",
    "sum1": "someone", "somone": "someone", "some1": "someone", "cos": "because", "coz": "because", "cuz": "because",
    "bc": "because", "em": "them", "dem": "them", "dey": "they", "hav": "have", "av": "have", "ave": "have",
    "meself": "myself", "mesen": "myself", "hisself": "himself", "theirself": "themselves", "themself": "themselves",
    "himslef": "himself", "myslef": "myself", "mysef": "myself", "mself": "myself", "hersel": "herself",
    "kil": "kill", "kll": "kill", "kiling": "killing", "kys": "kill yourself", "dyin": "dying", "dieing": "dying",
    "breath": "breathe", "breathin": "breathing", "breething": "breathing", "breething": "breathing", "breeth": "breathe",
    "brething": "breathing", "breaving": "breathing", "breave": "breathe", "breathes": "breathe", "wake": "wake",
    "woke": "wake", "waking": "wake", "woken": "wake", "wakes": "wake", "wakin": "wake", "wayk": "wake",
    "lip": "lips", "gray": "grey", "bluish": "blue", "blueish": "blue", "greyish": "grey", "blu": "blue",
    "nife": "knife", "kinfe": "knife", "knive": "knife", "knives": "knife", "shank": "knife", "rambo": "knife",
    "oding": "overdosing", "od": "overdose", "ods": "overdose", "oded": "overdosed", "odd": "odd", "odin": "overdosing",
    "mam": "mum", "mom": "mum", "mummy": "mum", "mammy": "mum", "ma": "mum", "daddy": "dad", "bf": "boyfriend",
    "gf": "girlfriend", "bro": "brother", "sis": "sister", "hubby": "husband", "nan": "nan", "m8": "mate", "frend": "friend",
    "freind": "friend", "lil": "little", "shud": "should", "wud": "would", "cud": "could", "coming": "coming", "comin": "coming",
    "cumin": "coming", "polis": "police", "feds": "police", "ambo": "ambulance", "pls": "please", "plz": "please",
    "plse": "please", "hlp": "help", "helpp": "help", "anymor": "anymore", "nemore": "anymore", "any more": "anymore",
    "gettin": "getting", "tryna": "trying to", "trynna": "trying to", "tabs": "tablets", "tablet": "tablets", "pill": "pills",
    "sucide": "suicide", "suiside": "suicide", "suacide": "suicide", "sewerslide": "suicide", "sucidal": "suicidal",
    "suisidal": "suicidal", "unalive": "kill", "unalived": "killed", "unaliving": "killing", "unconsius": "unconscious",
    "unconchus": "unconscious", "unconsous": "unconscious", "concious": "conscious", "consious": "conscious",
    "yo": "years old", "yrs": "years", "yr": "year", "yrold": "years old", "thru": "through", "bleedin": "bleeding",
    "bleding": "bleeding", "blead": "bleed", "nd": "and", "wen": "when", "wot": "what", "wat": "what", "skool": "school",
    "schol": "school", "outsid": "outside", "dor": "door", "doar": "door", "lockd": "locked", "trapt": "trapped",
}  # fmt: skip
_PHRASES = (
    (re.compile(r"\b(can|will|do|does|is|has|have|are|was|would|did) not\b"), r"\1nt"),
    (re.compile(r"\bwillnt\b"), "wont"),
    (re.compile(r"\bcannt\b|\bcan t\b"), "cant"),
    (re.compile(r"\bwouldnt\b|\bwon t\b"), "wont"),
    (re.compile(r"\b(i|he|she|it) (m|s)\b"), lambda found: found[1] + (" am" if found[2] == "m" else " is")),
    (re.compile(r"\bany more\b"), "anymore"),
    (re.compile(r"\b(\d{1,2})(years old|year old|yo|yrs?|m|f)\b"), r"\1 years old"),
    (re.compile(r"\b(year|yr) old\b|\byears old\b"), "years old"),
    (re.compile(r"\b(\d{1,2}) y o\b"), r"\1 years old"),
    (re.compile(r"\bo d\b"), "overdose"),
    (re.compile(r"\bme (self|sen)\b|\bmy self\b"), "myself"),
    (re.compile(r"\b(him|her|them) (self|selves)\b"), r"\1self"),
    (re.compile(r"\bup stairs\b"), "upstairs"),
)


def sentences(text: str) -> tuple[str, ...]:
    """The message's sentences, each in lower words of one spelling with single spaces."""
    plain = normalise(text)
    return tuple(filter(None, (_canonical(part) for part in _SENTENCE_END.split(plain))))


def _canonical(sentence: str) -> str:
    plain = _SPACES.sub(" ", _NOT_WORDS.sub(" ", sentence)).strip()
    for shape, instead in _PHRASES:
        plain = shape.sub(instead, plain)
    return " ".join(_WORDS.get(word, word) for word in plain.split(" "))
