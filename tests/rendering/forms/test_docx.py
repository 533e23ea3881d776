"""A document for Word: read back with another library, and what no reader shows looked up in the file itself."""

import re
import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from cases import for_each
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.shared import Mm, Pt, RGBColor
from hostile import LINKS
from office_reading import DOCUMENTEN, VIJANDIG, expect, read_docx, read_members

from samenwerk.errors import TemplateError
from samenwerk.rendering.forms.blocks import Heading, ListBlock, Paragraph, Span, read_blocks
from samenwerk.rendering.forms.docx.document import write_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MET_TABEL = DOCUMENTEN["brede-school-de-brug-afsprakennota"]
MET_INHOUD = DOCUMENTEN["brede-school-de-brug-overdracht"]


def read_part(content: bytes, name: str = "word/document.xml") -> ET.Element:
    return ET.fromstring(read_members(content)[name])


def read_style(content: bytes, name: str) -> ET.Element:
    (style,) = [
        style
        for style in read_part(content, "word/styles.xml").iter(f"{W}style")
        if style.find(f"{W}name").get(f"{W}val") == name  # type: ignore[union-attr]
    ]
    return style


def save(document: Any) -> bytes:
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def make_house_style() -> Any:
    """A house style as an organisation makes it: with its letters, its margins, and traces of who made it."""
    document = docx.Document()
    document.add_paragraph("Oude brief aan de burgemeester")
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x7A, 0x1F, 0x3D)
    document.sections[0].header.paragraphs[0].text = "Stad Voorbeeldstad"
    document.sections[0].page_width = Mm(200)
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Spoor van een mens"
    properties.created = properties.modified = datetime(2026, 1, 2)
    return document


def test_the_columns_hold_the_words_in_them_in_the_letters_of_a_house_style_and_a_longer_word_is_hyphenated() -> None:
    """The first table of an afsprakennota has, beside long texts, the words `kernpartner` and `geïnformeerd` in a column."""

    def column_in_letters(font: str, size: int, page: Mm, em: float) -> float:
        house_style = docx.Document()
        house_style.styles["Normal"].font.name = font
        cell = house_style.styles.add_style("Tabeltekst", WD_STYLE_TYPE.PARAGRAPH)
        cell.base_style, cell.font.size = house_style.styles["Normal"], Pt(size)
        house_style.sections[0].page_width = page
        content = write_docx(MET_TABEL, save(house_style))
        assert read_part(content, "word/settings.xml").find(f"{W}autoHyphenation") is not None
        first = next(read_part(content).iter(f"{W}tblGrid"))
        twips = [int(column.get(f"{W}w", 0)) for column in first][2]
        return (twips - 2 * 70) / 20 / (size * em)

    for font, size, page, em in (("Arial", 9, Mm(210), 0.5), ("Verdana", 10, Mm(210), 0.58), ("Courier New", 10, Mm(297), 0.6)):
        assert column_in_letters(font, size, page, em) >= len("geïnformeerd"), font


@for_each((each,) for each in [*DOCUMENTEN, "vijandig"])
def test_another_reader_finds_every_heading_list_table_and_text(naam: str) -> None:
    blocks = DOCUMENTEN.get(naam, VIJANDIG)
    assert read_docx(write_docx(blocks)) == expect(blocks)


def test_the_same_blocks_give_the_same_bytes_on_any_day() -> None:
    content = write_docx(MET_TABEL)
    assert content == write_docx(MET_TABEL)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.namelist()[1:] == sorted(archive.namelist()[1:])


def test_the_file_says_its_title_and_language_and_nothing_of_who_made_it_or_when() -> None:
    members = read_members(write_docx(MET_TABEL))
    said = {element.tag.rpartition("}")[2]: element.text for element in ET.fromstring(members["docProps/core.xml"])}
    assert said == {"title": "Afsprakennota – Brede School De Brug", "language": "nl-BE"}
    assert {name for name in members if name.startswith(("docProps", "customXml"))} == {"docProps/core.xml"}
    assert not re.search(rb"python|rsid|author|w:date|thumbnail", b"".join(members.values()), re.IGNORECASE)
    languages = {element.get(f"{W}val") for element in ET.fromstring(members["word/styles.xml"]).iter(f"{W}lang")}
    assert languages == {"nl-BE"}


def test_a_table_has_the_width_of_the_text_a_head_on_every_page_and_whole_rows() -> None:
    root = read_part(write_docx(MET_TABEL))
    width = round((210 - 2 * 23) / 25.4 * 1440)
    tables = list(root.iter(f"{W}tbl"))
    assert len(tables) == 7
    for table in tables:
        grid = [int(column.get(f"{W}w", 0)) for column in table.iter(f"{W}gridCol")]
        assert abs(sum(grid) - width) <= len(grid)
        rows = table.findall(f"{W}tr")
        assert all([int(cell.get(f"{W}w", 0)) for cell in row.iter(f"{W}tcW")] == grid for row in rows)
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, *(False for _ in rows[1:])]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_table_to_sign_has_room_for_a_hand() -> None:
    heights = {
        row.find(f"{W}trPr/{W}trHeight") is not None for row in list(read_part(write_docx(MET_TABEL)).iter(f"{W}tbl"))[-1]
    }
    assert True in heights


def test_every_numbered_list_begins_anew_with_its_own_number() -> None:
    content = write_docx(read_blocks("3. drie\n4. vier\n\nTussen\n\n1. een\n"))
    numbers = [number.get(f"{W}val") for number in read_part(content).iter(f"{W}numId")]
    assert numbers == [numbers[0]] * 2 + [numbers[2]]
    starts = {
        number.get(f"{W}numId"): start.get(f"{W}val")
        for number in read_part(content, "word/numbering.xml").iter(f"{W}num")
        for start in number.iter(f"{W}startOverride")
    }
    assert (starts[numbers[0]], starts[numbers[2]]) == ("3", "1")


def test_a_deeper_list_stands_a_level_lower_as_far_as_word_goes() -> None:
    punt = Paragraph((Span("punt"),))
    lijst = ListBlock(((punt,),))
    for _ in range(10):
        lijst = ListBlock(((punt, lijst),))
    content = write_docx((lijst,))
    assert [int(level.get(f"{W}val", 0)) for level in read_part(content).iter(f"{W}ilvl")] == [*range(9), 8, 8]


def test_every_page_says_which_it_is_of_how_many() -> None:
    footer = read_part(write_docx(MET_TABEL), "word/footer1.xml")
    assert "".join(footer.itertext()) == "Afsprakennota – Brede School De BrugBladzijde 1 van 1"
    assert [field.get(f"{W}instr", "").strip() for field in footer.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_the_contents_are_there_before_word_renews_them_and_lead_to_their_headings() -> None:
    root = read_part(write_docx(MET_INHOUD))
    anchors = [link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")]
    assert anchors == [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    assert len(anchors) == len([block for block in MET_INHOUD if isinstance(block, Heading) and block.level == 2])
    assert [mark.get(f"{W}fldCharType") for mark in root.iter(f"{W}fldChar")] == ["begin", "separate", "end"]
    assert b"updateFields" not in read_members(write_docx(MET_INHOUD))["word/settings.xml"]


def test_what_people_wrote_runs_nothing_and_fetches_nothing() -> None:
    members = read_members(write_docx(VIJANDIG))
    relations = ET.fromstring(members["word/_rels/document.xml.rels"])
    assert [relation.get("Target") for relation in relations if relation.get("TargetMode") == "External"] == list(LINKS)
    root = ET.fromstring(members["word/document.xml"])
    assert not [
        element.tag for element in root.iter() if element.tag.endswith(("}instrText", "}drawing", "}object", "}fldSimple"))
    ]
    assert "DDEAUTO" in "".join(root.itertext())


def test_bold_italic_code_and_a_line_end_are_kept() -> None:
    blocks = read_blocks("**vet** *schuin* `code`\\\nnieuwe regel\n\n```\n  twee  spaties\n\ttab\n```")
    runs = list(read_part(write_docx(blocks)).iter(f"{W}r"))
    looks = {"".join(run.itertext()): {element.tag.rpartition("}")[2] for element in run.iter()} for run in runs}
    assert ("b" in looks["vet"], "i" in looks["schuin"], "rStyle" in looks["code"]) == (True, True, True)
    assert {"br", "tab"} <= looks["  twee  spatiestab"]


def test_a_house_style_gives_its_styles_its_margins_and_its_page_but_no_text_and_no_people() -> None:
    content = write_docx(MET_TABEL, save(make_house_style()))
    assert read_docx(content) == expect(MET_TABEL)
    everything = b"".join(read_members(content).values())
    assert b"Stad Voorbeeldstad</w:t>" in read_members(content)["word/header1.xml"]
    assert b"Oude brief" not in everything
    assert b"Spoor van een mens" not in everything
    assert read_style(content, "heading 1").find(f"{W}rPr/{W}color").get(f"{W}val") == "7A1F3D"  # type: ignore[union-attr]
    width = docx.Document(BytesIO(content)).sections[0].page_width
    assert width is not None
    assert round(width.mm) == 200
    assert read_style(content, "Tabeltekst") is not None
    assert content == write_docx(MET_TABEL, save(make_house_style()))


def test_a_house_style_numbers_and_marks_lists_as_it_does_and_every_list_anew() -> None:
    content = write_docx(read_blocks("- punt\n\nTussen\n\n1. een\n\nTussen\n\n1. een"), save(docx.Document()))
    paragraphs = [p for p in read_part(content).iter(f"{W}p") if "".join(p.itertext()) in ("punt", "een")]
    numbers = [[number.get(f"{W}val") for number in paragraph.iter(f"{W}numId")] for paragraph in paragraphs]
    assert numbers[0] == []
    assert numbers[1] != numbers[2]
    own = read_style(content, "List Number").find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")  # type: ignore[union-attr]
    definitions = {
        number.get(f"{W}numId"): number.find(f"{W}abstractNumId").get(f"{W}val")  # type: ignore[union-attr]
        for number in read_part(content, "word/numbering.xml").iter(f"{W}num")
    }
    assert definitions[numbers[1][0]] == definitions[numbers[2][0]] == definitions[own]


def test_the_margins_of_a_house_style_may_be_set_in_an_earlier_section() -> None:
    house = make_house_style()
    house.add_section()
    assert b"Stad Voorbeeldstad</w:t>" in read_members(write_docx(MET_TABEL, save(house)))["word/header1.xml"]


def with_member(name: str, content: bytes) -> bytes:
    """That house style, with one member replaced or added."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, there in {**read_members(save(make_house_style())), name: content}.items():
            archive.writestr(member, there)
    return written.getvalue()


def with_macros() -> bytes:
    types = read_members(save(make_house_style()))["[Content_Types].xml"]
    normal = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return with_member("[Content_Types].xml", types.replace(normal, b"application/vnd.ms-word.document.macroEnabled.main+xml"))


def with_field(instruction: str) -> bytes:
    house = make_house_style()
    run = house.sections[0].header.paragraphs[0].add_run()
    for part in (instruction[:4], instruction[4:]):
        run._r.append(docx.oxml.parse_xml(f'<w:instrText xmlns:w="{W[1:-1]}">{part}</w:instrText>'))
    return save(house)


def with_linked_image() -> bytes:
    house = make_house_style()
    house.sections[0].header.part.relate_to("https://elders.example/spion.png", RT.IMAGE, is_external=True)
    return save(house)


@for_each(
    (each,)
    for each in [
        b"",
        b"geen zip",
        save(make_house_style())[:-30],
        with_member("word/document.xml", b"<stuk"),
        with_member("word/styles.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"),
        with_member("word/bom.xml", b" " * 20_000_001),
        with_macros(),
        with_field("DDEAUTO c:\\\\cmd.exe"),
        with_field('INCLUDEPICTURE "https://elders.example/spion.png"'),
        with_linked_image(),
        write_docx((Heading(1, (Span("geen"),)),)).replace(b"word/document.xml", b"word/verdwenen.xml"),
    ]
)
def test_what_is_no_plain_house_style_is_refused_in_one_sentence_with_a_remedy(content: bytes) -> None:
    with pytest.raises(TemplateError, match=r"^Het bestand huisstijl\.docx .*\.$") as refused:
        write_docx(MET_TABEL, content)
    assert refused.value.oplossing
