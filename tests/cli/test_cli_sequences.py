"""Any sequence of commands keeps the dossier whole: what is refused changes nothing, and what a person wrote stays."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from effort import tries
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from runner import Outcome, dossier_text, run, snapshot

from samenwerk.domain.fasen import EINDTOESTANDEN, FASE_IDS, TOESTANDEN, decide_overgang, fase_of, find_fase, next_fase
from samenwerk.domain.record import DEEL, ENKELVOUDIG, Record
from samenwerk.domain.reeksen import REEKSEN, Reeks
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tekens import clean_tekst, describe_teken
from samenwerk.domain.verzamelingen import VERZAMELINGEN, verzameling_of
from samenwerk.storage.dossier import read_dossier

SOURCE = Path(__file__).with_name("gevuld.yaml")
HANDWRITTEN = [
    "# Het dossier van de brede school. Bijgehouden door de netwerkcoördinator.",
    "# de werknaam",
    "# kort gehouden",
    "# wie heeft er belang bij?",
    "# vrezen lawaai",
    "# de school kwam er als tweede bij",
    "# op de stuurgroep",
    "# einde",
]  # fmt: skip

STEPS_BY_HAND = 3
SOORTEN = [verzameling.enkelvoud for verzameling in VERZAMELINGEN]

KEYS = (
    "stad",
    "school",
    "ouders",
    "buren",
    "lokalen",
    "buurtfeest",
    "huiswerkklas",
    "coordinator",
    "brugfiguur",
    "onbekend",
    "1",
    "2",
    "9",
)


def pads_of(record: type[Record], depth: int = 0) -> list[str]:
    """The dotted paths of single fields, with `*` for a key or a position."""
    pads = []
    for naam, veld in record.velden.items():
        if veld.soort in ENKELVOUDIG:
            pads.append(naam)
        elif veld.record is not None and depth < 3:
            gap = "" if veld.soort == DEEL else ".*"
            pads += [f"{naam}{gap}.{inner}" for inner in pads_of(veld.record, depth + 1)]
    return pads


fields = st.one_of(
    st.sampled_from(pads_of(Samenwerking)).flatmap(
        lambda pad: st.lists(st.sampled_from(KEYS), min_size=pad.count("*"), max_size=pad.count("*")).map(
            lambda keys: fill(pad, keys)
        )
    ),
    st.sampled_from(
        [
            "begrippen",
            "begrippen.",
            "partners",
            "verloop.3",
            "documenten.startnota",
            "..",
            "projecten.huiswerkklas.partners.school",
        ]
    ),
    st.text(max_size=8).map(lambda word: f"begrippen.{word}"),
)


def fill(pad: str, keys: list[str]) -> str:
    """A path with keys for its stars."""
    for key in keys:
        pad = pad.replace("*", key, 1)
    return pad


NASTY = [
    *(
        "",
        " ",
        "nee",
        "~",
        "null",
        "#",
        "# x",
        "a: b",
        "a:",
        "- a",
        "{a",
        "[a]",
        "&a *a",
        "!tag",
        "|",
        ">-",
        "%",
        "@",
        "`",
        "'",
    ),
    *(
        '"',
        "''",
        "\\",
        "\\n",
        "een\ntwee",
        "een\n\n  twee\n",
        "\t",
        " voor",
        "na ",
        "2026-04-01",
        "0777",
        "1e3",
        "…",
        "🌉",
        "é",
    ),
    *("\u00a0", "\u2028", "\u0085", "\x1b[31m", "x" * 300, "---", "...", "--json", "--", "stad", "klaar", "3", "kern"),
]
texts = st.one_of(
    st.sampled_from(NASTY), st.text(max_size=40).filter(lambda text: not any("\ud800" <= sign <= "\udfff" for sign in text))
)
VANDAAG = "2026-05-01"
days = st.sampled_from(["2026-03-15", "2026-02-01", VANDAAG, "2027-01-01", "ooit"])
fasen = st.sampled_from([*FASE_IDS, "0", "3", "5", "Uitvoeren en vernieuwen", "elders"])


class Commands(RuleBasedStateMachine):
    """A facilitator who gives any command in any order, with any text."""

    @initialize()
    def begin(self) -> None:
        self._temporary = TemporaryDirectory()
        self.folder = Path(self._temporary.name)
        (self.folder / "samenwerking.yaml").write_bytes(SOURCE.read_bytes())
        self.steps = STEPS_BY_HAND
        self._clock = patch("samenwerk.storage.clock.today", lambda: date.fromisoformat(VANDAAG))
        self._clock.start()

    def teardown(self) -> None:
        if hasattr(self, "_temporary"):
            self._temporary.cleanup()
            self._clock.stop()

    def give(self, *words: str) -> Outcome:
        """Give a command; a refusal leaves every byte."""
        before = snapshot(self.folder)
        outcome = run("-C", str(self.folder), *words)
        assert "Traceback" not in outcome.out + outcome.err
        assert "Er ging iets mis" not in outcome.out + outcome.err, outcome.err
        assert outcome.code in (0, 1, 2, 3, 4), outcome
        if outcome.code != 0:
            assert outcome.err, "a refusal says why"
            assert snapshot(self.folder) == before
        return outcome

    def can_be_recorded(self, dag: str, reden: str) -> bool:
        """Whether a step on this day with this reason must succeed when the table has it."""
        samenwerking = read_dossier(self.folder).samenwerking
        wisselingen = [regel for regel in samenwerking.logboek if regel.toestand]
        before = [samenwerking.verloop[-1].datum, *(regel.datum for regel in wisselingen[-1:])]
        return max(str(dag) for dag in before) <= dag <= VANDAAG and not describe_teken(clean_tekst(reden))

    def step(self, naar: str, may: bool, *words: str) -> None:
        """Give the command for a step to this fase; it succeeds when the table has it and it may be recorded."""
        samenwerking = read_dossier(self.folder).samenwerking
        overgang = decide_overgang(samenwerking.fase, naar, samenwerking.toestand)
        outcome = self.give(*words)
        if may:
            assert (outcome.code == 0) is overgang.is_mogelijk, outcome
        if words[words.index("--datum") + 1] > VANDAAG:
            assert outcome.code != 0, "a step is not ahead"
        if outcome.code == 0:
            self.steps += 1
            assert read_dossier(self.folder).samenwerking.fase == naar

    @rule(ondanks=st.booleans(), reden=texts, dag=days)
    def go_on(self, ondanks: bool, reden: str, dag: str) -> None:
        fase = read_dossier(self.folder).samenwerking.fase
        naar = next_fase(fase)
        self.step(
            naar.id if naar else fase,
            ondanks and self.can_be_recorded(dag, reden),
            *("fase", "volgende", "--datum", dag, f"--reden={reden}", *(("--ondanks", "haast: nu") if ondanks else ())),
        )

    @rule(fase=fasen, reden=texts, dag=days)
    def back(self, fase: str, reden: str, dag: str) -> None:
        meant = find_fase(fase)
        now = fase_of(read_dossier(self.folder).samenwerking.fase)
        may = meant is not None and meant.nummer <= now.nummer and self.can_be_recorded(dag, reden)
        self.step(meant.id if meant else now.id, may, "terug", "naar", fase, "--datum", dag, f"--reden={reden}")

    @rule(waarde=texts)
    def set_a_text(self, waarde: str) -> None:
        outcome = self.give("zet", "--", "gedeelde_ambitie", waarde)
        if waarde.isprintable():
            assert outcome.code == 0, outcome
            assert read_dossier(self.folder).samenwerking.gedeelde_ambitie == waarde.strip()

    @rule(toestand=st.sampled_from([*TOESTANDEN, "weg"]), reden=texts, dag=days)
    def close(self, toestand: str, reden: str, dag: str) -> None:
        may = toestand in EINDTOESTANDEN and self.can_be_recorded(dag, reden)
        self.turn(True, may, "afsluiten", "--als", toestand, "--datum", dag, f"--reden={reden}")

    @rule(door=texts, dag=days)
    def reopen(self, door: str, dag: str) -> None:
        self.turn(False, self.can_be_recorded(dag, door), "heropen", "--datum", dag, f"--door={door}")

    def turn(self, is_actief: bool, may: bool, *words: str) -> None:
        """Give the command that ends what is active or wakes what is not; it succeeds when it may, and only then."""
        before = read_dossier(self.folder).samenwerking.is_actief
        may = may and before is is_actief
        assert (self.give(*words).code == 0) is may, words
        assert read_dossier(self.folder).samenwerking.is_actief is (before is not may)

    @rule(veld=fields, waarde=texts)
    def set_field(self, veld: str, waarde: str) -> None:
        outcome = self.give("zet", "--", veld, waarde)
        if outcome.code == 0:
            assert run("-C", str(self.folder), "zet", "--", veld, waarde).out.endswith(
                ". Er is niets veranderd.\n→ Bekijk wat nog te doen is: samenwerk status\n"
            ), (veld, waarde)

    @rule(
        soort=st.sampled_from(["succes", "nota", "sukses"]), tekst=texts, wie=st.sampled_from(["stad", "stad,school", "elders"])
    )
    def note(self, soort: str, tekst: str, wie: str) -> None:
        before = len(read_dossier(self.folder).samenwerking.logboek)
        outcome = self.give("noteer", f"--partner={wie}", "--", soort, tekst)
        after = read_dossier(self.folder).samenwerking.logboek
        assert len(after) == before + (outcome.code == 0)
        if outcome.code == 0:
            assert after[-1].tekst == clean_tekst(tekst).strip()

    @rule(soort=st.sampled_from(SOORTEN), titel=texts, anders=texts)
    def a_record_comes_changes_and_goes(self, soort: str, titel: str, anders: str) -> None:
        before, veld = self.records(soort), verzameling_of(soort).titelveld.naam
        titels = ("nieuw", f"--betekenis={titel}") if soort == "begrip" else (titel, "--sleutel=nieuw")
        if self.give(soort, "nieuw", titels[1], "--", titels[0]).code != 0:
            return
        assert self.records(soort) == [*before, "nieuw"]
        self.give(soort, "wijzig", f"--{veld}={anders}", "--", "nieuw")
        assert self.give(soort, "wijzig", "nieuw", "--sleutel", "ander").code == 0
        assert self.records(soort) == [*before, "ander"]
        assert self.give(soort, "weg", "ander").code == 0
        assert self.records(soort) == before

    def records(self, soort: str) -> list[str]:
        """The keys of one kind of record."""
        return list(getattr(read_dossier(self.folder).samenwerking, verzameling_of(soort).veld))

    @rule(tekst=texts)
    def note_in_confidence(self, tekst: str) -> None:
        before = dossier_text(self.folder)
        self.give("noteer", "--vertrouwelijk", "--partner=stad", "--", "nota", tekst)
        assert dossier_text(self.folder) == before

    @rule(tekst=texts, besluit=st.sampled_from(["doorgaan", "teruggaan", "stoppen"]), fase=fasen)
    def evaluate(self, tekst: str, besluit: str, fase: str) -> None:
        self.give("evalueer", f"--zien={tekst}", "--besluit", besluit, "--naar", fase)

    @rule(reeks=st.sampled_from(REEKSEN))
    def take_back(self, reeks: Reeks) -> None:
        before = reeks.items_in(read_dossier(self.folder).samenwerking)
        if reeks.veld == "verloop" and len(before) == STEPS_BY_HAND:
            return  # A comment of the person stands there.
        outcome = self.give(reeks.commando, "weg", "--ja")
        after = reeks.items_in(read_dossier(self.folder).samenwerking)
        if outcome.code == 0:
            self.steps -= reeks.veld == "verloop"
            assert list(after[: len(before) - 1]) == list(before[:-1]), "what came before stays"

    @rule(naam=st.sampled_from(["startnota", "intentieverklaring"]))
    def take_back_a_version(self, naam: str) -> None:
        kept = self.kept()
        outcome = self.give("vaststellen", naam, "--weg", "--ja")
        assert len(self.kept()) == len(kept) - 2 * (outcome.code == 0)
        assert self.kept().items() <= kept.items()

    @rule(words=st.sampled_from([(), ("--alles",), ("startnota", "--overschrijf"), ("projectfiche",), ("--alles", "--proef")]))
    def render(self, words: tuple[str, ...]) -> None:
        self.give("render", *words)

    @rule(naam=st.sampled_from(["startnota", "intentieverklaring", "projectfiche", "overdracht", "elders"]), dag=days)
    def adopt(self, naam: str, dag: str) -> None:
        kept = self.kept()
        outcome = self.give("vaststellen", naam, "--datum", dag)
        assert len(self.kept()) == len(kept) + 2 * (outcome.code == 0)
        assert kept.items() <= self.kept().items(), "no command changes what was kept"

    @rule(
        wie=st.sampled_from(["stad", "school", "elders"]),
        voorbehoud=texts,
        more=st.sampled_from([(), ("--soort", "bekrachtigd"), ("--intrekken",), ("--weg", "--ja")]),
    )
    def agree(self, wie: str, voorbehoud: str, more: tuple[str, ...]) -> None:
        kept = self.kept()
        self.give("instemmen", "startnota", "--partner", wie, *(more or (f"--voorbehoud={voorbehoud}",)))
        assert self.kept() == kept

    def kept(self) -> dict[str, bytes]:
        """The kept copies of adopted versions."""
        return {name: content for name, content in snapshot(self.folder).items() if "vastgesteld" in name}

    @rule(
        words=st.sampled_from(
            [("status",), ("fase",), ("fase", "lijst"), ("logboek", "--alles"), ("render", "--alles", "--naar", "-")]
        )
    )
    def look(self, words: tuple[str, ...]) -> None:
        before = snapshot(self.folder)
        assert self.give(*words, "--datum=2026-05-01" if words == ("status",) else "--json").code == 0
        assert snapshot(self.folder) == before

    @invariant()
    def the_dossier_is_sound(self) -> None:
        if not hasattr(self, "folder"):
            return
        dossier = read_dossier(self.folder)
        assert len(dossier.samenwerking.verloop) == self.steps
        assert dossier.samenwerking.verloop[-1].naar == dossier.samenwerking.fase
        assert run("-C", str(self.folder), "controleer", "--datum", "2026-05-01").code in (0, 1)

    @invariant()
    def what_was_written_by_hand_is_still_there_in_its_order(self) -> None:
        if not hasattr(self, "folder"):
            return
        text = dossier_text(self.folder)
        places = [text.index(comment) for comment in HANDWRITTEN]
        assert places == sorted(places)
        assert "    ambities:\n    - rust na vier uur\n" in text, "lists without indentation stay so"
        assert "afbakening: {wel: [vrije tijd], niet: [leerplicht]}   # kort" in text


TestSequences = Commands.TestCase
# Not shrunk: a failing sequence is short enough to read, and making it shorter takes minutes.
TestSequences.settings = settings(
    max_examples=tries(6),
    stateful_step_count=15,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow],
)
