"""The empty Word document that is written in: python-docx's own, or a house style from which only the style is taken.

What is not known to be style does not travel: not the text, and not who made the file, on what, and with what.
"""

import re
import zipfile
import zlib
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from docx.shared import Mm

from samenwerk.errors import TemplateError
from samenwerk.rendering.forms.office import A4, FONT, INK, LANGUAGE

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

_LARGEST, _MOST_MEMBERS = 20_000_000, 500
"""What a house style may hold, unpacked."""

_KEPT = {RT.STYLES, RT.NUMBERING, RT.THEME, RT.SETTINGS, RT.HEADER, RT.FOOTER}
_WEB = ("https://", "http://", "mailto:")
_FETCHES = re.compile(r"\b(DDE|DDEAUTO|INCLUDE\w*|LINK|IMPORT|DATABASE|RD|MACROBUTTON)\b", re.IGNORECASE)
"""Fields that bring something in from elsewhere, or run something."""

_MISTAKES = (
    *(ArithmeticError, AttributeError, EOFError, LookupError, MemoryError, NotImplementedError, OSError, RuntimeError),
    *(SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error),
)
"""What reading a file that is no proper .docx can raise."""

_SETTINGS = f"""\
<w:settings {nsdecls("w")}>
  <w:autoHyphenation/>
  <w:characterSpacingControl w:val="doNotCompress"/>
  <w:compat>
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
  </w:compat>
  <w:themeFontLang w:val="{LANGUAGE}"/>
  <w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2"
    w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"
    w:followedHyperlink="followedHyperlink"/>
  <w:decimalSymbol w:val=","/>
  <w:listSeparator w:val=";"/>
</w:settings>"""
"""All settings: those of a house style know the template and the revisions of the people who made it."""

_DEFAULTS = f"""\
<w:docDefaults {nsdecls("w")}>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>
    <w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{LANGUAGE}"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>"""


def open_default() -> "Document":
    """An empty A4 page in which no style is set but the default."""
    document = docx.Document()
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:default")) != "1":
            styles.remove(style)
    styles.replace(styles.find(qn("w:docDefaults")), parse_xml(_DEFAULTS))
    normal = document.styles["Normal"].element
    normal[:] = [child for child in normal if child.tag not in (qn("w:rPr"), qn("w:pPr"))]
    document.part.numbering_part.element[:] = []
    section = document.sections[0]
    section.page_width, section.page_height = Mm(A4.width), Mm(A4.height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(A4.margin)
    _keep_style(document)
    return document


def open_template(content: bytes) -> "Document":
    """The house style, emptied; raises `TemplateError`."""
    try:
        _check_size(content)
        document = docx.Document(BytesIO(content))
        _keep_style(document)
    except _MISTAKES as error:
        raise TemplateError(
            "Het bestand huisstijl.docx is geen Word-document dat we kunnen lezen.",
            "Open het in Word, kies ‘Opslaan als’ en bewaar het als Word-document (*.docx), zonder macro’s of wachtwoord.",
        ) from error
    return document


def _check_size(content: bytes) -> None:
    """Read every member once: one that is larger than the archive says raises in reading, and none may declare entities."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        members = archive.infolist()
        if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _LARGEST:
            raise _refuse("is uitgepakt te groot", "Verklein de afbeeldingen in het bestand.")
        if any(b"<!DOCTYPE" in archive.read(member) for member in members):
            raise ValueError("a part of a .docx has no document type")


def _keep_style(document: "Document") -> None:
    _empty_body(document)
    _drop_parts(document)
    part = document.part
    for kept in {id(part): part, **{id(rel.target_part): rel.target_part for rel in part.rels.values()}}.values():
        _check_relations(kept)
        if hasattr(kept, "element"):
            _check_fields(kept.element)
            _forget_people(kept.element)
    _set_settings(document)
    _set_language(document)
    _add_numbering(document)


def _empty_body(document: "Document") -> None:
    """Leave the last section only, with what stands above and below its pages: set there, or taken from a section before."""
    root, body = document.element, document.element.body
    root[:] = [body]
    references: dict[tuple[str, str], Any] = {}
    for section in body.iter(qn("w:sectPr")):
        for reference in section:
            if reference.tag in (qn("w:headerReference"), qn("w:footerReference")):
                references[reference.tag, reference.get(qn("w:type"))] = deepcopy(reference)
    last = body.get_or_add_sectPr()
    body[:] = [last]
    # Other relations of a section are to the settings of a printer.
    last[:] = [*references.values(), *(child for child in last if qn("r:id") not in child.attrib)]
    section = document.sections[0]
    section.page_width, section.page_height = section.page_width or Mm(A4.width), section.page_height or Mm(A4.height)


def _drop_parts(document: "Document") -> None:
    part, package = document.part, document.part.package
    used = {reference.get(qn("r:id")) for reference in document.element.body.sectPr}
    for key, rel in list(part.rels.items()):
        is_margin = rel.reltype in (RT.HEADER, RT.FOOTER)
        if rel.reltype not in _KEPT or (is_margin and key not in used):
            del part.rels[key]
    for key, rel in list(package.rels.items()):
        if rel.reltype != RT.OFFICE_DOCUMENT:
            del package.rels[key]


def _check_relations(part: "Part") -> None:
    """A margin may show its own images and link to the web; a linked image would tell its server who reads the document."""
    for rel in part.rels.values():
        if rel.is_external:
            is_allowed = rel.reltype == RT.HYPERLINK and rel.target_ref.lower().startswith(_WEB)
        else:
            is_allowed = rel.reltype in {RT.IMAGE, *_KEPT}
        if not is_allowed:
            raise _refuse(
                "haalt in de kop- of voettekst iets van buiten het bestand of bevat er een ingesloten object",
                "Voeg afbeeldingen in als afbeelding, niet als koppeling of object.",
            )


def _check_fields(root: Any) -> None:
    instructions = [element.text or "" for element in root.iter(qn("w:instrText"))]
    instructions += [" " + element.get(qn("w:instr"), "") for element in root.iter(qn("w:fldSimple"))]
    if _FETCHES.search("".join(instructions)):
        raise _refuse(
            "bevat een veld dat iets van elders haalt of uitvoert",
            "Haal dat veld weg: kies in Word ‘Koppelingen bewerken’ of zet het om in gewone tekst.",
        )


def _forget_people(root: Any) -> None:
    """Take out who changed what, and in which session of Word."""
    for element in list(root.iter("*")):
        for name in list(element.attrib):
            local = name.rpartition("}")[2]
            if local.startswith("rsid") or local in ("date", "initials"):
                del element.attrib[name]
            elif local == "author":
                element.set(name, "")
        if element.tag == qn("w:rsid"):
            element.getparent().remove(element)


def _set_settings(document: "Document") -> None:
    had = document.settings.element
    settings = parse_xml(_SETTINGS)
    # Behind the first: Word wants them in its own order.
    settings[1:1] = [child for child in had if child.tag == qn("w:evenAndOddHeaders")]
    had[:] = settings[:]


def _set_language(document: "Document") -> None:
    """Dutch everywhere, so that nothing is underlined as misspelt, and read aloud in another language."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    properties = document.styles["Normal"].element.get_or_add_rPr()
    if properties.find(qn("w:lang")) is None:
        properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{LANGUAGE}"/>'))


def _add_numbering(document: "Document") -> None:
    """A place for the numbers of lists; python-docx cannot make one in a file that has none."""
    part = document.part
    if all(rel.reltype != RT.NUMBERING for rel in part.rels.values()):
        xml = f"<w:numbering {nsdecls('w')}/>".encode()
        name = PackURI("/word/numbering.xml")
        part.relate_to(NumberingPart.load(name, CT.WML_NUMBERING, xml, part.package), RT.NUMBERING)


def _refuse(what: str, remedy: str) -> TemplateError:
    return TemplateError(f"Het bestand huisstijl.docx {what}.", remedy)
