"""A document in which every text attacks: tags, fields of Word, formulas, programs of a typesetter, what XML cannot hold."""

HOSTILE = f"""\
# <script>document.title = "stuk"</script> & &lt;b&gt; “titel” \\\\ */ </style>

![spion](https://elders.example/spion.png) <img src="https://elders.example/spion.png" onerror="alert(1)">

- **Status:** <b>vet</b> &amp; &copy; \u202eomgekeerd \x07\x0b\ufffe

> **Nog open**
>
> - <iframe src="https://elders.example"></iframe>

> Een kader zonder kop, met `code <i>`.

#### Een kop die niveaus overslaat

# Nog een titel

## Zelfde

## Zelfde

## {"Zeer" * 40}

{"Onbreekbaar" * 30} en https://elders.example/{"pad/" * 60}

| Een | Twee | Drie | Vier | Vijf | Zes | |
| --- | --- | --- | --- | --- | --- | --- |
| {" | ".join(["Verantwoordelijkheidsverdeling tussen de partners"] * 7)} |
| {"Onbreekbaar" * 12} | <td> | ] | \\| | `a|b` | **vet** |
| =cmd\\|'/c calc'!A0 | {{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }} | #read("/etc/passwd") | $x^2$ | @ref | \\\\input | |

## Diepe lijst

{"".join(f"{'    ' * depth}- Diepte {depth} met een regel die lang genoeg is om af te breken{chr(10)}" for depth in range(5))}
1. een
2. twee

   Een tweede alinea in hetzelfde punt.

7. zeven

## Vrije plaats

```
{"letterlijk " * 20}
    <script>alert(1)</script>
#read("/etc/passwd")
```

---

## Na de streep

{{{{ INCLUDEPICTURE "https://elders.example/spion.png" }}}} en {{{{ TOC }}}}

[mail](mailto:info@voorbeeld.example?subject=%22%3E) en
[site](https://www.opgroeien.be/?a=1&b=%22) en [ ](https://elders.example) en [klik](javascript:alert%281%29).

---

*Gemaakt uit het dossier. Kenmerk: <0>*
"""

LINKS = ("mailto:info@voorbeeld.example?subject=%22%3E", "https://www.opgroeien.be/?a=1&b=%22")
"""The only links in it that any form keeps, in order."""
