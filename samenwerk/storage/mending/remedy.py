"""The command that mends a file, as part of what can be done about a finding."""

from samenwerk.errors import Bevinding, Oplossing, Remedy, as_parts

HERSTEL = Remedy("herstel")

CODING_CODE = "utf8"
"""The code of a file that is no UTF-8: what is said of it holds none of its words."""


def offer(bevinding: Bevinding) -> Bevinding:
    """The finding with the command that mends it."""
    return bevinding._replace(oplossing=offer_with(bevinding.oplossing))


def offer_with(oplossing: Oplossing) -> Oplossing:
    """What a person can do, or the command that does it."""
    return (*as_parts(oplossing), " Of laat het herstellen met: ", HERSTEL)


def is_offered(bevinding: Bevinding) -> bool:
    """Whether the finding names the command that mends it."""
    return HERSTEL in as_parts(bevinding.oplossing)
