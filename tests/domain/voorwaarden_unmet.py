"""Dossiers that do not meet a voorwaarde, each with all the gaps that gives and no other."""

from datetime import date

from voorwaarden_dossiers import (
    BUURT,
    DAG,
    EEN_PROJECT,
    HEEL_PROJECT,
    NOTA,
    STAD,
    TWEE,
    VERKLARING,
    VOOR_ELKE_KERNPARTNER,
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
    ("idee", Samenwerking(), [("Nog in te vullen: het idee", ("idee",))]),
    (
        "initiatiefnemer",
        Samenwerking(partners=TWEE),
        [("Nog in te vullen: welke partner het initiatief neemt", ("initiatiefnemer",))],
    ),
    ("stakeholders", Samenwerking(), [("Er is nog geen stakeholder.", ("stakeholders",))]),
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
            ("Stakeholder “Ouders”: nog in te vullen: belang", ("stakeholders", "ouders", "belang")),
            ("Stakeholder “Ouders”: nog in te vullen: invloed", ("stakeholders", "ouders", "invloed")),
            ("Stakeholder “Ouders”: nog in te vullen: houding", ("stakeholders", "ouders", "houding")),
            ("Stakeholder “pers”: nog in te vullen: invloed", ("stakeholders", "pers", "invloed")),
        ],
    ),
    *(
        (
            "tegenstanders",
            Samenwerking(stakeholders=stakeholders),
            [("Nog te zoeken: een stakeholder die niet voor is of iets kan verliezen", ("stakeholders",))],
        )
        for stakeholders in ({}, {"raad": Stakeholder(houding="voor", verliest="Tijd.")}, {"pers": Stakeholder()})
    ),
    ("partners", Samenwerking(), [("Er zijn minstens twee kernpartners nodig. Nu is er geen.", ("partners",))]),
    (
        "partners",
        Samenwerking(partners={"stad": STAD, **BUURT}),
        [("Er zijn minstens twee kernpartners nodig. Nu is er één.", ("partners",))],
    ),
    ("waarom", Samenwerking(), [("Nog in te vullen: waarom de partners willen samenwerken", ("waarom",))]),
    (
        "gesprekken",
        Samenwerking(
            partners={**TWEE, "bib": Partner(soort="kern"), **BUURT}, gesprekken=(Gesprek(met=("school",)), Gesprek())
        ),
        [("Nog geen gesprek met: Stad", ("gesprekken",)), ("Nog geen gesprek met: bib", ("gesprekken",))],
    ),
    (
        "afbakening",
        Samenwerking(),
        [
            ("Nog in te vullen: waar de samenwerking over gaat", ("afbakening", "wel")),
            ("Nog in te vullen: waar de samenwerking niet over gaat", ("afbakening", "niet")),
        ],
    ),
    (
        "afbakening",
        Samenwerking(afbakening=Afbakening(wel=("Na school.",))),
        [("Nog in te vullen: waar de samenwerking niet over gaat", ("afbakening", "niet"))],
    ),
    ("startnota", NOTA, [("Nog niet vastgesteld: de startnota", ("documenten", "startnota"))]),
    (
        "startnota",
        change(NOTA, documenten={"startnota": Documentversies()}),
        [("Nog niet vastgesteld: de startnota", ("documenten", "startnota"))],
    ),
    (
        "startnota",
        change(vaststellen(NOTA, "startnota"), waarom="Anders."),
        [("Gewijzigd na versie 1: de startnota", ("documenten", "startnota"))],
    ),
    *(
        (voorwaarde, Samenwerking(partners=BUURT), [("Er is geen kernpartner.", ("partners",))])
        for voorwaarde in VOOR_ELKE_KERNPARTNER
    ),
    *(
        (
            voorwaarde,
            Samenwerking(partners={"stad": STAD, **BUURT, "school": partner, "bib": Partner(soort="kern")}),
            [(f"{wat}: Stad", ("partners", "stad", *pad)), *extra, (f"{wat}: bib", ("partners", "bib", *pad))],
        )
        for voorwaarde, wat, pad, partner, extra in (
            (
                "ambities",
                "Ambities nog in te vullen",
                ("ambities",),
                Partner(naam="School", soort="kern", ambities=("Lezen.",)),
                [],
            ),
            (
                "belangen",
                "Belangen nog in te vullen",
                ("belangen",),
                Partner(naam="School", soort="kern", belangen=(Belang(soort="organisatie"),)),
                [("Belangen nog in te vullen: School", ("partners", "school", "belangen"))],
            ),
            (
                "inzet",
                "Inzet nog in te vullen",
                ("inzet",),
                Partner(naam="School", soort="kern", inzet="Lokalen."),
                [],
            ),
            (
                "mandaat",
                "Mandaat nog in te vullen",
                ("mandaat", "namens"),
                Partner(naam="School", soort="kern", mandaat=Mandaat(reikwijdte="Alles.")),
                [("Mandaat nog in te vullen: School", ("partners", "school", "mandaat", "namens"))],
            ),
            (
                "draagvlak",
                "Draagvlak nog in te vullen",
                ("draagvlak", "oordeel"),
                Partner(naam="School", soort="kern", draagvlak=Draagvlak(oordeel=1)),
                [],
            ),
            (
                "meerwaarde",
                "Meerwaarde nog in te vullen",
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
            [("Nog in te vullen: minstens één begrip met zijn betekenis", ("begrippen",))],
        )
        for begrippen in ({}, {"brugfiguur": ""})
    ),
    ("gedeelde_ambitie", Samenwerking(), [("Nog in te vullen: de gedeelde ambitie", ("gedeelde_ambitie",))]),
    (
        "intentieverklaring",
        NOTA,
        [("Nog niet vastgesteld: de intentieverklaring", ("documenten", "intentieverklaring"))],
    ),
    (
        "intentieverklaring",
        vaststellen(NOTA, "intentieverklaring", door=("stad",)),
        [("Nog niet ingestemd met de intentieverklaring: School", (*VERKLARING, "school"))],
    ),
    (
        "intentieverklaring",
        change(vaststellen(NOTA, "intentieverklaring"), gedeelde_ambitie="Elk kind en elke ouder mee."),
        [
            ("Gewijzigd na versie 1: de intentieverklaring", ("documenten", "intentieverklaring")),
            ("Nog niet ingestemd met de intentieverklaring: Stad", (*VERKLARING, "stad")),
            ("Nog niet ingestemd met de intentieverklaring: School", (*VERKLARING, "school")),
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
            ("Nog te beslissen: “Wie beheert de sleutels?”", ("knopen", "sleutels", "status")),
            ("Nog te beslissen: “geld”", ("knopen", "geld", "status")),
        ],
    ),
    ("afspraken_of_acties", Samenwerking(), [("Er is nog geen afspraak of actie.", ("afspraken",))]),
    (
        "acties",
        Samenwerking(acties={"feest": Actie(wat="Buurtfeest"), "bus": Actie(trekker="stad"), "klas": Actie(tegen=DAG)}),
        [
            ("Actie “Buurtfeest”: nog in te vullen: trekker", ("acties", "feest", "trekker")),
            ("Actie “Buurtfeest”: nog in te vullen: klaar op", ("acties", "feest", "tegen")),
            ("Actie “bus”: nog in te vullen: klaar op", ("acties", "bus", "tegen")),
            ("Actie “klas”: nog in te vullen: trekker", ("acties", "klas", "trekker")),
        ],
    ),
    (
        "looptijd",
        Samenwerking(),
        [
            ("Looptijd: nog in te vullen: vanaf", ("looptijd", "van")),
            ("Looptijd: nog in te vullen: tot en met", ("looptijd", "tot")),
            ("Looptijd: nog in te vullen: evaluatiemoment", ("looptijd", "evaluatiemoment")),
            ("Looptijd: nog in te vullen: opzegging", ("looptijd", "uitstap")),
        ],
    ),
    (
        "looptijd",
        Samenwerking(looptijd=Looptijd(van=DAG, tot=DAG, evaluatiemoment="Elk jaar in mei.")),
        [("Looptijd: nog in te vullen: opzegging", ("looptijd", "uitstap"))],
    ),
    (
        "afsprakennota_of_actieplan",
        NOTA,
        [("Nog niet vastgesteld: de afsprakennota of het actieplan", ("documenten", "afsprakennota"))],
    ),
    (
        "afsprakennota_of_actieplan",
        change(vaststellen(NOTA, "actieplan"), gedeelde_ambitie="Anders."),
        [("Gewijzigd na versie 1: het actieplan", ("documenten", "actieplan"))],
    ),
    (
        "afsprakennota_of_actieplan",
        change(vaststellen(NOTA, "actieplan", "afsprakennota"), gedeelde_ambitie="Anders."),
        [
            ("Gewijzigd na versie 1: de afsprakennota", ("documenten", "afsprakennota")),
            ("Gewijzigd na versie 1: het actieplan", ("documenten", "actieplan")),
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
                (f"Project “Huiswerkklas”: nog in te vullen: {veld}", ("projecten", "klas", veld))
                for veld in ("trekker", "aanpak", "resultaat", "start", "einde")
            ),
            ("Project “feest”: nog in te vullen: einde", ("projecten", "feest", "einde")),
        ],
    ),
    (
        "rollen",
        Samenwerking(partners={**TWEE, **BUURT}, rollen={"gids": Rol(naam="Gids", wie=("school",)), "gastheer": Rol()}),
        [
            ("Nog zonder rol: Stad", ("rollen",)),
            ("Rol “Gids”: nog in te vullen: positie", ("rollen", "gids", "positie")),
            ("Rol “gastheer”: nog in te vullen: positie", ("rollen", "gastheer", "positie")),
        ],
    ),
    *(
        (
            "overleg",
            Samenwerking(overleg=overleg),
            [("Van geen enkel overleg is bekend hoe vaak het plaatsvindt.", pad)],
        )
        for overleg, pad in (({}, ("overleg",)), ({"kern": Overleg(naam="Kerngroep")}, ("overleg", "kern", "frequentie")))
    ),
    ("projectfiche", Samenwerking(), [("Nog niet vastgesteld: de projectfiche", ("projecten",))]),
    (
        "projectfiche",
        vaststellen(EEN_PROJECT, "projectfiche-klas"),
        [("Nog niet vastgesteld: de projectfiche van feest", ("documenten", "projectfiche-feest"))],
    ),
    (
        "projectfiche",
        change(
            vaststellen(EEN_PROJECT, "projectfiche-klas", "projectfiche-feest"),
            projecten={"klas": Project(titel="Huiswerkklas", doel="Rust."), "feest": Project()},
        ),
        [("Gewijzigd na versie 1: de projectfiche van Huiswerkklas", ("documenten", "projectfiche-klas"))],
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
            ("“Buurtfeest”: klaar op 31 augustus 2026, dat is voorbij", ("acties", "feest", "status")),
            ("“bus”: klaar op 31 augustus 2026, dat is voorbij", ("acties", "bus", "status")),
            ("“klas”: klaar op 31 augustus 2025, dat is voorbij", ("acties", "klas", "status")),
        ],
    ),
    (
        "evaluatie",
        Samenwerking(evaluaties=(Evaluatie(datum=date(2026, 3, 1)), Evaluatie(besluit="doorgaan"), Evaluatie())),
        [
            ("Nog in te vullen: hoe vaak de partners samen terugkijken", ("evaluatiebeleid", "ritme")),
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
        [("De laatste evaluatie was op 1 februari 2026. Afgesproken ritme: 6 maanden.", ("evaluaties",))],
    ),
    (
        "evaluatie",
        Samenwerking(
            evaluatiebeleid=Evaluatiebeleid(ritme="1 maand"),
            verloop=(Stap(datum=date(2026, 2, 1), naar="vormgeven"), Stap(datum=date(2026, 3, 1), naar="uitvoeren")),
        ),
        [
            (
                "Er was geen evaluatie sinds het begin van de uitvoering op 1 maart 2026. Afgesproken ritme: 1 maand.",
                ("evaluaties",),
            )
        ],
    ),
]
