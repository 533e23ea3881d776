"""What people type in a file, or programs leave in it, and what should stand there: each mended in one certain way, or left."""

BEGIN = "formaat: 1\nnaam: x\nfase: opstart\ntoestand: actief\n"
END = "verloop:\n  - {datum: 2026-01-10, naar: opstart}\n"
"""Around each case, so that the dossier is a good one but for what the case holds."""

MENDED = {
    # Behind a #.
    "idee: punt #3 en dan": 'idee: "punt #3 en dan"',
    "idee: #samen": 'idee: "#samen"',
    'idee: zei "ja" #3': "idee: 'zei \"ja\" #3'",
    "uitgangspunten:\n  - een\n    twee #drie": 'uitgangspunten:\n  - "een\n    twee #drie"',
    "idee: een\n  twee #3 drie\n  vier": 'idee: "een\n  twee #3 drie\n  vier"',
    # A sign of YAML at the beginning.
    "idee: &Co partners": 'idee: "&Co partners"',
    "idee: & partners": 'idee: "& partners"',
    "idee: !Samen sterk": 'idee: "!Samen sterk"',
    "idee: ! Samen": 'idee: "! Samen"',
    "idee: %50": 'idee: "%50"',
    "idee: @stad": 'idee: "@stad"',
    "idee: `x` y": 'idee: "`x` y"',
    "idee: *x y": 'idee: "*x y"',
    "idee: **vet**": 'idee: "**vet**"',
    "idee: > 50 mensen": 'idee: "> 50 mensen"',
    "idee: | x": 'idee: "| x"',
    "idee: - x": 'idee: "- x"',
    "idee: ? x": 'idee: "? x"',
    "idee: , x": 'idee: ", x"',
    "idee: @stad  # een noot": 'idee: "@stad"  # een noot',
    "uitgangspunten: [&a b, c]": 'uitgangspunten: ["&a b", c]',
    # Quotes.
    "idee: “Samen: sterk”": 'idee: "Samen: sterk"',
    "idee: „Samen #1”": 'idee: "Samen #1"',
    'idee: “Zei "ja"”': "idee: 'Zei \"ja\"'",
    "idee: ‘Samen’": 'idee: "Samen"',
    "partners:\n  stad: {naam: Stad, soort: “kern”}": 'partners:\n  stad: {naam: Stad, soort: "kern"}',
    "idee: 's morgens eten": 'idee: "\'s morgens eten"',
    "idee: 's morgens\nwaarom: 't is nodig": 'idee: "\'s morgens"\nwaarom: "\'t is nodig"',
    "idee: 's morgens\nwaarom: x\npartners:\n\tstad:\n\t\tnaam: Stad": (
        'idee: "\'s morgens"\nwaarom: x\npartners:\n  stad:\n    naam: Stad'
    ),
    'idee: "Samen" sterk': "idee: '\"Samen\" sterk'",
    "idee: 'foto's'": 'idee: "foto\'s"',
    'idee: "zei "ja" luid"': "idee: 'zei \"ja\" luid'",
    # A text that begins between brackets.
    "idee: [concept] Samen sterk": 'idee: "[concept] Samen sterk"',
    "idee: {naam} werkt": 'idee: "{naam} werkt"',
    "uitgangspunten:\n  - [sic] een\n  - twee": 'uitgangspunten:\n  - "[sic] een"\n  - twee',
    # A colon, a forgotten space.
    "idee: Samen: sterk": 'idee: "Samen: sterk"',
    "uitgangspunten:\n  - Samen: sterk\n  - x": 'uitgangspunten:\n  - "Samen: sterk"\n  - x',
    "idee:Samen": "idee: Samen",
    "uitgangspunten:\n  -een\n  -twee": "uitgangspunten:\n  - een\n  - twee",
    # Spaces that are none.
    "partners:\n\tstad:\n\t\tnaam: Stad": "partners:\n  stad:\n    naam: Stad",
    "partners:\n  stad:\n\tnaam: Stad\n\tsoort: kern": "partners:\n  stad:\n    naam: Stad\n    soort: kern",
    "gesprekken:\n  - over: x\n\tmet: []": "gesprekken:\n  - over: x\n    met: []",
    "idee: een\n\t\nwaarom: x": "idee: een\n  \nwaarom: x",
    "idee: >-\n\teen\n\ttwee": "idee: >-\n  een\n  twee",
    "partners:\n\u00a0\u00a0stad:\n\u00a0\u00a0\u00a0\u00a0naam: Stad": "partners:\n  stad:\n    naam: Stad",
    "partners:\n \u00a0stad:\n    naam: Stad": "partners:\n  stad:\n    naam: Stad",
    "idee:\u00a0Samen": "idee: Samen",
    "uitgangspunten:\n  -\u00a0een\n  -\u00a0twee": "uitgangspunten:\n  - een\n  - twee",
    "idee: a\u00a0b\u200bc\u00add": "idee: a bcd",
    "idee: a\u2028b": "idee: a b",
    "idee: a \u2029 b": "idee: a   b",
    "idee: a\x0bb": "idee: a b",
    "idee: a\ufeffb": "idee: ab",
    "idee: a\u00a0#1": 'idee: "a #1"',
    # More than one thing on a line, and other line ends.
    "partners:\r\n\tstad:\r\n\t\tnaam: @Stad\u00a0#1\r": 'partners:\r\n  stad:\r\n    naam: "@Stad #1"\r',
}

LEFT = [
    # What may be meant.
    "idee: x  # een noot",
    "idee: x # een noot",
    "idee: x  #noot",
    "idee:   # Waarom het begon.",
    "partners:\n  stad: &stad {naam: Stad}\n  school: *stad",
    "toestand: actief #nog",
    "idee: “Ja” en “nee”",
    "idee: '“Ja”'",
    'idee: "a\\u00a0b"',
    "idee: 👩‍🏫",
    "idee: |\n  een #2\n  @twee: drie",
    # What may be mended in more than one way, or in none.
    'idee: "Samen\nwaarom: x',
    "uitgangspunten: [een #2, drie]",
    "partners:\n  stad: naam: Stad",
    "idee: x\n   waarom: y",
    "idee\nwaarom: x",
    "idee: zie\nhttp://stad.example",
    "idee: a\u202eb",
    "idee: a\x1bb",
    "idee: ]x",
    "uitgangspunten: [een, twee] drie",
    "idee: {wat: x} y",
    "idee: !!python/name:x y",
    "uitgangspunten:\n  - een\n\t- twee\n\t  drie: vier",
]
