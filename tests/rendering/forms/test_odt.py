"""A document for LibreOffice: read back with another library, and what no reader shows looked up in the file itself."""

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

from cases import for_each
from hostile import LINKS
from office_reading import DOCUMENTEN, VIJANDIG, expect, read_members, read_odt

from samenwerk.rendering.forms.odt.document import write_odt

MET_TABEL = DOCUMENTEN["brede-school-de-brug-afsprakennota"]


@for_each((each,) for each in [*DOCUMENTEN, "vijandig"])
def test_another_reader_finds_every_heading_list_table_and_text(naam: str) -> None:
    blocks = DOCUMENTEN.get(naam, VIJANDIG)
    assert read_odt(write_odt(blocks)) == expect(blocks)


def test_the_same_blocks_give_the_same_bytes_and_the_first_member_tells_what_the_file_is() -> None:
    content = write_odt(MET_TABEL)
    assert content == write_odt(MET_TABEL)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED), "read without unpacking"
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_its_title_and_language_and_nothing_of_who_made_it_or_when() -> None:
    meta = ET.fromstring(read_members(write_odt(MET_TABEL))["meta.xml"])
    said = {element.tag.rpartition("}")[2]: element.text for element in meta.iter() if (element.text or "").strip()}
    assert said == {"title": "Afsprakennota – Brede School De Brug", "language": "nl-BE"}


def test_the_columns_of_a_table_have_together_the_width_of_the_text() -> None:
    content = read_members(write_odt(MET_TABEL))["content.xml"].decode()
    widths: dict[str, float] = {}
    for table, width in re.findall(r'style:name="(Table\d+)\.\d+".*?style:column-width="([\d.]+)mm"', content):
        widths[table] = widths.get(table, 0) + float(width)
    assert len(widths) == 7
    assert all(abs(width - (210 - 2 * 23)) < 0.1 for width in widths.values())


def test_what_people_wrote_runs_nothing_and_fetches_nothing() -> None:
    members = read_members(write_odt(VIJANDIG))
    assert set(members) == {"mimetype", "META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml"}
    found = re.findall(r'xlink:href="([^"]*)"', members["content.xml"].decode())
    assert [link.replace("&amp;", "&") for link in found if not link.startswith("#kop")] == list(LINKS)
    assert not re.search(rb"<(draw|script|text:dde|form):?", members["content.xml"])
