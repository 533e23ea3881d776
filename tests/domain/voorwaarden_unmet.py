"""Dossiers that do not meet a voorwaarde, each with all the gaps that gives and no other."""

from datetime import date

from voorwaarden_dossiers import (
    BUURT,
    DAG,
    EEN_PROJECT,
    HEEL_PROJECT,
    NOTA,
    OM_TE,
    STAD,
    TWEE,
    VERKLARING,
    Geval,
    change,
    vaststellen,
)

from samenwerk.domain.afspraken import Actie, Knoop, Looptijd
from samenwerk.domain.partners import Belang, Draagvlak, Mandaat, Partner, Stakeholder
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Documentversies, Evaluatie, Gesprek, Stap
from samenwerk.domain.vormgeving import Afbakening, Evaluatiebeleid, Overleg, Project, Rol

NIET_VOLDAAN: list[Geval] = [
    ("idee", Samenwerking(), [("Het idee is nog niet beschreven.", ("idee",))]),
    (
        "initiatiefnemer",
        Samenwerking(partners=TWEE),
        [("Er is nog geen partner als initiatiefnemer aangeduid.", ("initiatiefnemer",))],
    ),
    ("stakeholders", Samenwerking(), [("Er is nog geen stakeholder opgenomen.", ("stakeholders",))]),
    (
        "stakeholders",
        Samenwerking(
            stakeholders={
                "ouders": Stakeholder(naam="Ouders"),
                "pers": Stakeholder(belang="laag", houding="onbekend"),
                "raad": Stakeholder(belang="hoog", invloed="hoog", houding="voor"),
            }
        ),
        [
            ("Bij stakeholder Ouders ontbreekt: belang.", ("stakeholders", "ouders", "belang")),
            ("Bij stakeholder Ouders ontbreekt: invloed.", ("stakeholders", "ouders", "invloed")),
            ("Bij stakeholder Ouders ontbreekt: houding.", ("stakeholders", "ouders", "houding")),
            ("Bij stakeholder pers ontbreekt: invloed.", ("stakeholders", "pers", "invloed")),
        ],
    ),
    *(
        (
            "tegenstanders",
            Samenwerking(stakeholders=stakeholders),
            [("Er staat nog geen stakeholder bij die niet voor is; wie kan iets verliezen?", ("stakeholders",))],
        )
        for stakeholders in ({}, {"raad": Stakeholder(houding="voor", verliest="Tijd.")}, {"pers": Stakeholder()})
    ),
    ("partners", Samenwerking(), [("Er zijn twee kernpartners nodig; er zijn er nog geen.", ("partners",))]),
    (
        "partners",
        Samenwerking(partners={"stad": STAD, **BUURT}),
        [("Er zijn twee kernpartners nodig; er is er nog maar één.", ("partners",))],
    ),
    ("waarom", Samenwerking(), [("Waarom de partners willen samenwerken, is nog niet beschreven.", ("waarom",))]),
    (
        "gesprekken",
        Samenwerking(
            partners={**TWEE, "bib": Partner(soort="kern"), **BUURT}, gesprekken=(Gesprek(met=("school",)), Gesprek())
        ),
        [("Met Stad was er nog geen gesprek.", ("gesprekken",)), ("Met bib was er nog geen gesprek.", ("gesprekken",))],
    ),
    (
        "afbakening",
        Samenwerking(),
        [
            ("Er staat nog niet waar de samenwerking wel over gaat.", ("afbakening", "wel")),
            ("Er staat nog niet waar de samenwerking niet over gaat.", ("afbakening", "niet")),
        ],
    ),
    (
        "afbakening",
        Samenwerking(afbakening=Afbakening(wel=("Na school.",))),
        [("Er staat nog niet waar de samenwerking niet over gaat.", ("afbakening", "niet"))],
    ),
    ("startnota", NOTA, [("Nog niet vastgesteld: de startnota.", ("documenten", "startnota"))]),
    (
        "startnota",
        change(NOTA, documenten={"startnota": Documentversies()}),
        [("Nog niet vastgesteld: de startnota.", ("documenten", "startnota"))],
    ),
    (
        "startnota",
        change(vaststellen(NOTA, "startnota"), waarom="Anders."),
        [("Gewijzigd na versie 1: de startnota.", ("documenten", "startnota"))],
    ),
    *(
        (voorwaarde, Samenwerking(partners=BUURT), [(f"Er zijn nog geen kernpartners om {om_te}.", ("partners",))])
        for voorwaarde, om_te in OM_TE.items()
    ),
    *(
        (
            voorwaarde,
            Samenwerking(partners={"stad": STAD, **BUURT, "school": partner, "bib": Partner(soort="kern")}),
            [(f"Stad: {zin}", ("partners", "stad", *pad)), *extra, (f"bib: {zin}", ("partners", "bib", *pad))],
        )
        for voorwaarde, zin, pad, partner, extra in (
            (
                "ambities",
                "de ambities ontbreken nog.",
                ("ambities",),
                Partner(naam="School", soort="kern", ambities=("Lezen.",)),
                [],
            ),
            (
                "belangen",
                "de belangen ontbreken nog.",
                ("belangen",),
                Partner(naam="School", soort="kern", belangen=(Belang(soort="organisatie"),)),
                [("School: de belangen ontbreken nog.", ("partners", "school", "belangen"))],
            ),
            (
                "inzet",
                "er staat nog niet wat deze partner inbrengt.",
                ("inzet",),
                Partner(naam="School", soort="kern", inzet="Lokalen."),
                [],
            ),
            (
                "mandaat",
                "er staat nog niet namens wie deze partner spreekt.",
                ("mandaat", "namens"),
                Partner(naam="School", soort="kern", mandaat=Mandaat(reikwijdte="Alles.")),
                [("School: er staat nog niet namens wie deze partner spreekt.", ("partners", "school", "mandaat", "namens"))],
            ),
            (
                "draagvlak",
                "het draagvlak in de eigen organisatie is nog niet besproken.",
                ("draagvlak", "oordeel"),
                Partner(naam="School", soort="kern", draagvlak=Draagvlak(oordeel=1)),
                [],
            ),
            (
                "meerwaarde",
                "er staat nog niet wat de samenwerking deze partner oplevert.",
                ("krijgt",),
                Partner(naam="School", soort="kern", krijgt="Rust."),
                [],
            ),
        )
    ),
    *(
        (
            "gemeenschappelijke_taal",
            Samenwerking(begrippen=begrippen),
            [("Er is nog geen enkel begrip afgesproken.", ("begrippen",))],
        )
        for begrippen in ({}, {"brugfiguur": ""})
    ),
    ("gedeelde_ambitie", Samenwerking(), [("De gedeelde ambitie is nog niet beschreven.", ("gedeelde_ambitie",))]),
    (
        "intentieverklaring",
        NOTA,
        [("Nog niet vastgesteld: de intentieverklaring.", ("documenten", "intentieverklaring"))],
    ),
    (
        "intentieverklaring",
        vaststellen(NOTA, "intentieverklaring", door=("stad",)),
        [("School heeft nog niet ingestemd met de intentieverklaring.", (*VERKLARING, "school"))],
    ),
    (
        "intentieverklaring",
        change(vaststellen(NOTA, "intentieverklaring"), gedeelde_ambitie="Elk kind en elke ouder mee."),
        [
            ("Gewijzigd na versie 1: de intentieverklaring.", ("documenten", "intentieverklaring")),
            ("Stad heeft nog niet ingestemd met de intentieverklaring.", (*VERKLARING, "stad")),
            ("School heeft nog niet ingestemd met de intentieverklaring.", (*VERKLARING, "school")),
        ],
    ),
    (
        "knopen",
        Samenwerking(
            knopen={
                "sleutels": Knoop(vraag="Wie beheert de sleutels?", status="open"),
                "geld": Knoop(),
                "naam": Knoop(status="doorgehakt"),
            }
        ),
        [
            ("Deze knoop is nog niet doorgehakt: Wie beheert de sleutels?", ("knopen", "sleutels", "status")),
            ("Deze knoop is nog niet doorgehakt: geld", ("knopen", "geld", "status")),
        ],
    ),
    ("afspraken_of_acties", Samenwerking(), [("Er is nog geen afspraak en geen actie.", ("afspraken",))]),
    (
        "acties",
        Samenwerking(acties={"feest": Actie(wat="Buurtfeest"), "bus": Actie(trekker="stad"), "klas": Actie(tegen=DAG)}),
        [
            ("Deze actie heeft nog geen trekker: Buurtfeest", ("acties", "feest", "trekker")),
            ("Deze actie heeft nog geen einddatum: Buurtfeest", ("acties", "feest", "tegen")),
            ("Deze actie heeft nog geen einddatum: bus", ("acties", "bus", "tegen")),
            ("Deze actie heeft nog geen trekker: klas", ("acties", "klas", "trekker")),
        ],
    ),
    (
        "looptijd",
        Samenwerking(),
        [
            ("Er is nog niet afgesproken vanaf wanneer de afspraken gelden.", ("looptijd", "van")),
            ("Er is nog niet afgesproken tot wanneer de afspraken gelden.", ("looptijd", "tot")),
            ("Er is nog niet afgesproken wanneer de afspraken bekeken worden.", ("looptijd", "evaluatiemoment")),
            ("Er is nog niet afgesproken hoe een partner eruit kan stappen.", ("looptijd", "uitstap")),
        ],
    ),
    (
        "looptijd",
        Samenwerking(looptijd=Looptijd(van=DAG, tot=DAG, evaluatiemoment="Elk jaar in mei.")),
        [("Er is nog niet afgesproken hoe een partner eruit kan stappen.", ("looptijd", "uitstap"))],
    ),
    (
        "afsprakennota_of_actieplan",
        NOTA,
        [("Nog niet vastgesteld: de afsprakennota of het actieplan.", ("documenten", "afsprakennota"))],
    ),
    (
        "afsprakennota_of_actieplan",
        change(vaststellen(NOTA, "actieplan"), gedeelde_ambitie="Anders."),
        [("Gewijzigd na versie 1: het actieplan.", ("documenten", "actieplan"))],
    ),
    (
        "afsprakennota_of_actieplan",
        change(vaststellen(NOTA, "actieplan", "afsprakennota"), gedeelde_ambitie="Anders."),
        [
            ("Gewijzigd na versie 1: de afsprakennota.", ("documenten", "afsprakennota")),
            ("Gewijzigd na versie 1: het actieplan.", ("documenten", "actieplan")),
        ],
    ),
    ("projecten", Samenwerking(), [("Er is nog geen project.", ("projecten",))]),
    (
        "projecten",
        Samenwerking(
            projecten={"klas": Project(titel="Huiswerkklas"), "feest": Project(**{**HEEL_PROJECT.__dict__, "einde": None})}
        ),
        [
            *(
                (f"Bij het project Huiswerkklas ontbreekt: {veld}.", ("projecten", "klas", veld))
                for veld in ("trekker", "aanpak", "resultaat", "start", "einde")
            ),
            ("Bij het project feest ontbreekt: einde.", ("projecten", "feest", "einde")),
        ],
    ),
    (
        "rollen",
        Samenwerking(partners={**TWEE, **BUURT}, rollen={"gids": Rol(naam="Gids", wie=("school",)), "gastheer": Rol()}),
        [
            ("Stad: er is nog geen rol voor deze partner.", ("rollen",)),
            ("De positie van deze rol staat er nog niet: Gids", ("rollen", "gids", "positie")),
            ("De positie van deze rol staat er nog niet: gastheer", ("rollen", "gastheer", "positie")),
        ],
    ),
    *(
        (
            "overleg",
            Samenwerking(overleg=overleg),
            [("Er is nog geen overleg waarvan vaststaat hoe vaak het samenkomt.", pad)],
        )
        for overleg, pad in (({}, ("overleg",)), ({"kern": Overleg(naam="Kerngroep")}, ("overleg", "kern", "frequentie")))
    ),
    ("projectfiche", Samenwerking(), [("Nog niet vastgesteld: de projectfiche.", ("projecten",))]),
    (
        "projectfiche",
        vaststellen(EEN_PROJECT, "projectfiche-klas"),
        [("Nog niet vastgesteld: de projectfiche van feest.", ("documenten", "projectfiche-feest"))],
    ),
    (
        "projectfiche",
        change(
            vaststellen(EEN_PROJECT, "projectfiche-klas", "projectfiche-feest"),
            projecten={"klas": Project(titel="Huiswerkklas", doel="Rust."), "feest": Project()},
        ),
        [("Gewijzigd na versie 1: de projectfiche van Huiswerkklas.", ("documenten", "projectfiche-klas"))],
    ),
    (
        "opvolging",
        Samenwerking(
            acties={
                "feest": Actie(wat="Buurtfeest", tegen=date(2026, 8, 31), status="gepland"),
                "bus": Actie(tegen=date(2026, 8, 31), status="lopend"),
                "klas": Actie(tegen=date(2025, 8, 31)),
            }
        ),
        [
            ("Deze actie moest klaar zijn tegen 31 augustus 2026: Buurtfeest", ("acties", "feest", "status")),
            ("Deze actie moest klaar zijn tegen 31 augustus 2026: bus", ("acties", "bus", "status")),
            ("Deze actie moest klaar zijn tegen 31 augustus 2025: klas", ("acties", "klas", "status")),
        ],
    ),
    (
        "evaluatie",
        Samenwerking(evaluaties=(Evaluatie(datum=date(2026, 3, 1)), Evaluatie(besluit="doorgaan"), Evaluatie())),
        [
            ("Er is nog niet afgesproken hoe vaak er geëvalueerd wordt.", ("evaluatiebeleid", "ritme")),
            ("De evaluatie van 1 maart 2026 heeft nog geen besluit.", ("evaluaties", 0, "besluit")),
            ("De evaluatie zonder datum heeft nog geen besluit.", ("evaluaties", 2, "besluit")),
        ],
    ),
    (
        "evaluatie",
        Samenwerking(
            evaluatiebeleid=Evaluatiebeleid(ritme="6 maanden"),
            evaluaties=(
                Evaluatie(datum=date(2026, 2, 1), besluit="doorgaan"),
                Evaluatie(datum=date(2025, 2, 1), besluit="doorgaan"),
            ),
        ),
        [("De laatste evaluatie was op 1 februari 2026; het ritme is 6 maanden.", ("evaluaties",))],
    ),
    (
        "evaluatie",
        Samenwerking(
            evaluatiebeleid=Evaluatiebeleid(ritme="1 maand"),
            verloop=(Stap(datum=date(2026, 2, 1), naar="vormgeven"), Stap(datum=date(2026, 3, 1), naar="uitvoeren")),
        ),
        [
            (
                "Er is nog niet geëvalueerd sinds de start van de uitvoering op 1 maart 2026; het ritme is 1 maand.",
                ("evaluaties",),
            )
        ],
    ),
]
