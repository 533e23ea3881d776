"""`samenwerk opnieuw`."""

from samenwerk.cli.options import JaOption, JsonOption, MapOption, ProefOption
from samenwerk.cli.terugnemen import DeedArgument, turn_when_sure
from samenwerk.cli.words.signature import command


@command
def opnieuw(
    wat: DeedArgument = "", ja: JaOption = False, map_: MapOption = "", proef: ProefOption = False, json: JsonOption = False
) -> None:
    """Doe opnieuw wat ongedaan gemaakt is.

    Zonder nummer is het wat het laatst ongedaan gemaakt is. Eerst ziet u wat er verandert; wat later gebeurde, blijft.
    """
    from samenwerk.storage.memory.deed import OPNIEUW

    turn_when_sure(OPNIEUW, wat, map_, ja=ja, proef=proef, json=json)
