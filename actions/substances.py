"""What somebody says is taken, so that only facts that fit it are told; pure."""

import re

from actions.answers import Answers
from actions.message import Message
from vocabulary.substances import Substance


# "Pills" may be benzos, and what is sold as benzos on the street often is: doubt tells the fact.
_NAMED = {
    Substance.ALCOHOL: re.compile(
        r"\b(?:alcohol\w*|drink(?:s|ing|er)?|drunk|booze\w*|beers?|cider|wines?|vodka|"
        r"whisky|gin|lager|cans of \w+)\b",
        re.IGNORECASE,
    ),
    Substance.BENZOS: re.compile(
        r"\b(?:benzo\w*|valium|diazepam|xanax|xannies|xans|librium|temazepam|lorazepam|etizolam|vallies|blues|"
        r"pills?|tablets?|tabs|downers)\b",
        re.IGNORECASE,
    ),
    Substance.OTHER: re.compile(
        r"\b(?:weed|cannabis|skunk|spliffs?|joints?|crack|coke|cocaine|heroin|smack|gear|ket|"
        r"ketamine|spice|mamba|mdma|mandy|ecstasy|speed|amphetamines?|meth|mcat|mephedrone|nox|balloons|"
        r"vap(?:e|es|ing)|steroids|lsd|mushrooms|ghb)\b",
        re.IGNORECASE,
    ),
}
# "They spiked my drink" and "we went for drinks" are no habit of drinking.
_NO_HABIT = re.compile(
    r"\b(?:my|a|her|his|the|their) drinks?\b(?! (?:problem|too much))|\bspiked\b|\b(?:for|some|few) drinks\b",
    re.IGNORECASE,
)


def hear_substances(message: Message, answers: Answers) -> tuple[Substance, ...]:
    """Everything that was named in this chat, in a fixed order, once this message is heard."""
    text = _NO_HABIT.sub(" ", message.typed)
    named = {substance for substance, pattern in _NAMED.items() if pattern.search(text)}
    return tuple(
        substance for substance in Substance if substance in named or substance in answers.substances
    )
