"""Papers in Word and PDF: the same bytes again, nothing lost, nothing hostile carried out."""

import io
import os
import re
import shutil
import subprocess
import time
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.documents.payloads import orders, processing, slips, statements
from mentoring.documents.rendering import limits
from mentoring.documents.rendering.errors import PaperError, RenderingFailed, UnsafeTemplate
from mentoring.documents.rendering.renderer import Renderer
from mentoring.documents.tests import samples

WORD = Path(__file__).resolve().parents[1] / "templates_docx"
PDF = WORD.parent / "templates_typst" / "main.typ"
REQUISITES = {"number": "12-о", "date": "1 сентября 2026 г.", "check_url": "https://example.org/check/abcDEF123/"}


@pytest.fixture(scope="module")
def renderer():
    with Renderer() as running:
        yield running


def order_payload(count: int = 2) -> dict[str, object]:
    return orders.pair_order(samples.FRAME, pairs=samples.ordered_pairs(count)).as_json() | REQUISITES


def all_payloads() -> dict[str, dict[str, object]]:
    mentor, mentee = samples.CURATOR, samples.person("Иванова Мария Сергеевна", "учитель начальных классов")
    sides = {"mentor": mentor, "mentees": (mentee,)}
    papers = [
        orders.pair_order(samples.FRAME, pairs=samples.ordered_pairs(3)),
        orders.termination_order(
            samples.FRAME,
            ended=[orders.EndedPair(**sides, since=samples.ENDS_ON, ground="уведомление")],
        ),
        samples.program(),
        statements.mentor_consent(samples.SCHOOL_EMPLOYER, **sides, terms=samples.TERMS),
        statements.mentee_consent(samples.SCHOOL_EMPLOYER, mentee=mentee, mentor=mentor, terms=samples.TERMS),
        statements.mentor_refusal(samples.SCHOOL_EMPLOYER, **sides, since=samples.ENDS_ON),
        statements.additional_agreement(samples.SCHOOL_EMPLOYER, **sides, terms=samples.TERMS),
        processing.processing_basis(samples.SCHOOL_EMPLOYER, responsible=mentee),
        slips.AcquaintanceSheet(letterhead=samples.SCHOOL, subject="с положением", acquainted=(mentee.acquainted,)),
    ]
    return {paper.kind: paper.as_json() | REQUISITES for paper in papers}


def document_xml(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode()


def word_text(content: bytes) -> str:
    parts = re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", document_xml(content))
    return "".join(parts).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"')


def word_template(text: str, *, header: str = "", title: str = "") -> bytes:
    form, content = Document(), io.BytesIO()
    form.add_paragraph(text)
    form.sections[0].header.paragraphs[0].text = header
    form.core_properties.title = title
    form.save(content)
    return content.getvalue()


def repacked(content: bytes, changes: dict[str, bytes]) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in changes:
                target.writestr(name, source.read(name))
        for name, body in changes.items():
            target.writestr(name, body)
    return result.getvalue()


@pytest.mark.parametrize("kind", sorted(all_payloads()))
def test_every_kind_is_made_in_word_and_pdf(kind, renderer):
    payload = all_payloads()[kind]

    word = renderer.docx(WORD / f"{kind}.docx", payload)
    pdf = renderer.pdf(PDF, [(kind, payload)])

    assert "{{" not in word_text(word)
    assert samples.SCHOOL.short_name.replace("№ ", "№\u00a0") in word_text(word)
    assert pdf.startswith(b"%PDF-")


def test_the_same_paper_has_the_same_bytes_in_another_process(renderer):
    payload = order_payload()
    again = Renderer()

    with again:
        second_word, second_pdf = (
            again.docx(WORD / "pair_order.docx", payload),
            again.pdf(PDF, [("pair_order", payload)]),
        )

    assert document_xml(renderer.docx(WORD / "pair_order.docx", payload)) == document_xml(second_word)
    assert renderer.docx(WORD / "pair_order.docx", payload) == second_word
    assert renderer.pdf(PDF, [("pair_order", payload)]) == second_pdf


@pytest.mark.parametrize(
    "name",
    ["ООО A&B", "‹школа›", "<b>жирный</b>", 'К"авычки"', "{{ title }}", "{% for %}", "#[взлом] $x$", "]]>", "&lt;"],
)
def test_special_characters_stay_text(name, renderer):
    payload = order_payload(1) | {"title": name}

    text = word_text(renderer.docx(WORD / "pair_order.docx", payload))

    assert name.replace("&lt;", "<") in text
    assert renderer.pdf(PDF, [("pair_order", payload)])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n\t\x85"), min_size=1, max_size=40))
def test_no_typed_text_breaks_a_paper(renderer, text):
    payload = order_payload(1) | {"title": text}

    content = renderer.docx(WORD / "pair_order.docx", payload)

    Document(io.BytesIO(content))


def test_control_characters_are_dropped(renderer):
    payload = order_payload(1) | {"title": "Без\x00 по\x1fмех\x07"}

    assert "Без помех" in word_text(renderer.docx(WORD / "pair_order.docx", payload))


def test_payload_takes_only_texts(renderer):
    with pytest.raises(TypeError, match="texts only"):
        renderer.docx(WORD / "pair_order.docx", order_payload(1) | {"number": 12})


def test_qr_stands_in_the_footer_of_the_first_page(renderer):
    word = renderer.docx(WORD / "pair_order.docx", order_payload(1))
    blank = renderer.docx(WORD / "pair_order.docx", order_payload(1) | {"check_url": ""})

    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        assert archive.read("word/media/image1.png").startswith(b"\x89PNG")
        assert 'type="first"' in document_xml(word)
        assert archive.getinfo("word/media/image1.png").file_size > 200
    with zipfile.ZipFile(io.BytesIO(blank)) as archive:
        assert archive.getinfo("word/media/image1.png").file_size < 100


HOSTILE = [
    "{{ cycler.__init__.__globals__.os.system('touch /tmp/owned') }}",
    "{{ title.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ title.format(title) }}",
    "{{ 'а' * 200000000 }}",
    "{{ letterhead.items() }}",
    "{{ letterhead['full_name'] }}",
    "{{ range(1000000000) }}",
    "{{ lipsum() }}",
    "{{ self._TemplateReference__context }}",
    "{% set a = title %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% macro m() %}{% endmacro %}",
    "{% for a in points recursive %}{{ loop(points) }}{% endfor %}",
    "{{ title|attr('__class__') }}",
    "{{ points|map('upper')|list }}",
    "{{ title ~ title }}",
    "{{ 1 if title else 2 }}",
    "{{ config }}",
    "{{ loop.__class__ }}",
    "{% if title is callable %}{% endif %}",
]


@pytest.mark.parametrize("place", ["body", "header", "title"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_template_is_refused_wherever_it_stands(text, place, renderer):
    parts = {"header": "", "title": ""} | ({place: text} if place != "body" else {})
    template = word_template(text if place == "body" else "{{ title }}", **parts)

    with pytest.raises(PaperError):
        renderer.docx(template, order_payload(1))

    assert not Path("/tmp/owned").exists()


def test_endless_template_is_stopped_and_the_next_paper_is_made(renderer, monkeypatch):
    monkeypatch.setattr(limits, "WALL_SECONDS", 1.5)
    nested = "".join("{% for a%d in points %}".replace("%d", str(depth)) for depth in range(9))
    template = word_template(nested + "а" + "{% endfor %}" * 9)
    payload = order_payload(1) | {"points": ["точка"] * 40}
    started = time.monotonic()

    with pytest.raises(RenderingFailed, match=r"за отведённое время|велик"):
        renderer.docx(template, payload)

    assert time.monotonic() - started < 10
    assert renderer.docx(WORD / "pair_order.docx", order_payload(1))


def test_honest_own_template_is_filled(renderer):
    template = word_template("{{ title|upper }}{% for point in points %}[{{ point }}]{% endfor %}")

    text = word_text(renderer.docx(template, order_payload(1) | {"title": "о паре", "points": ["а", "б"]}))

    assert "О ПАРЕ[а][б]" in text


def test_unknown_field_is_named_to_the_clerk(renderer):
    with pytest.raises(UnsafeTemplate, match="«zarplata»"):
        renderer.docx(word_template("{{ zarplata }}"), order_payload(1))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="пустой файл"),
        pytest.param(b"%PDF-1.4", id="не Word"),
        pytest.param(repacked(word_template("а"), {"word/vbaProject.bin": b"1"}), id="макрос"),
        pytest.param(repacked(word_template("а"), {"word/a.zip": b"PK"}), id="вложенный архив"),
        pytest.param(repacked(word_template("а"), {"../../etc/x.xml": b"<a/>"}), id="путь наружу"),
        pytest.param(
            repacked(word_template("а"), {"word/x.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), id="сущности"
        ),
        pytest.param(repacked(word_template("а"), {"word/bomb.xml": b"0" * 40_000_000}), id="бомба"),
        pytest.param(
            repacked(word_template("а"), {"word/_rels/x.rels": b'<R TargetMode="External" Target="http://a"/>'}),
            id="внешняя ссылка",
        ),
    ],
)
def test_dangerous_file_is_refused_before_it_is_parsed(content, renderer):
    with pytest.raises(UnsafeTemplate):
        renderer.docx(content, order_payload(1))


def test_child_is_ended_with_its_renderer():
    running = Renderer()
    running.docx(WORD / "pair_order.docx", order_payload(1))
    process = running._process
    assert process is not None

    running.close()

    assert process.returncode is not None
    assert not os.path.exists(f"/proc/{process.pid}/exe")


def test_killed_child_is_replaced(renderer):
    renderer.docx(WORD / "pair_order.docx", order_payload(1))
    renderer._process.kill()
    renderer._process.wait()

    assert renderer.docx(WORD / "pair_order.docx", order_payload(1))


@pytest.mark.office
def test_word_papers_open_in_libreoffice(renderer, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) не установлен: открытие документов Word не проверено")
    for kind, payload in all_payloads().items():
        (tmp_path / f"{kind}.docx").write_bytes(renderer.docx(WORD / f"{kind}.docx", payload))

    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    papers = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    command = [office, profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), *papers]
    subprocess.run(command, check=True, capture_output=True, timeout=180)

    texts = {path.stem: path.read_text("utf-8") for path in tmp_path.glob("*.txt")}
    assert texts.keys() == all_payloads().keys()
    assert "ПРИКАЗЫВАЮ:" in texts["pair_order"]
    assert "С приказом ознакомлены" in texts["pair_order"]
    assert "350" not in texts["pair_order"]


def test_word_keeps_a_short_sheet_beside_its_order_and_breaks_no_word_of_the_lists(renderer, tmp_path):
    office = shutil.which("soffice")
    if office is None or shutil.which("pdftotext") is None:
        pytest.skip("LibreOffice (soffice) или pdftotext не установлен: страницы документов Word не проверены")
    order = orders.pair_order(samples.FRAME, pairs=samples.ordered_pairs(1), paid_by_agreements=True).as_json()
    basis = all_payloads()["processing_basis"]
    for kind, payload in {"pair_order": order | REQUISITES, "processing_basis": basis}.items():
        (tmp_path / f"{kind}.docx").write_bytes(renderer.docx(WORD / f"{kind}.docx", payload))

    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    papers = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *papers]
    subprocess.run(command, check=True, capture_output=True, timeout=180)

    told = {path.stem: subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True).stdout
            for path in tmp_path.glob("*.pdf")}  # fmt: skip
    first, *rest = told["pair_order"].decode().split("\f")
    assert "С приказом ознакомлены" in first
    assert not "".join(rest).strip()
    assert "персонализированных" in told["processing_basis"].decode()


def test_many_papers_stand_in_one_file_each_with_its_own_page_numbers(renderer):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext не установлен: номера страниц не проверены")
    payloads = all_payloads()
    order, consent = ("pair_order", order_payload(13)), ("mentor_consent", payloads["mentor_consent"])

    pdf = renderer.pdf(PDF, [order, consent, order])

    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, check=True, capture_output=True)
    pages = [page.strip().splitlines()[0].strip() for page in told.stdout.decode().split("\f") if page.strip()]
    numbers = [line if line.isdigit() else "—" for line in pages]
    assert numbers == ["—", "2", "3", "4", "—", "—", "2", "3", "4"]


def test_papers_of_one_signature_fit_one_page(renderer):
    reader = shutil.which("pdfinfo")
    if reader is None:
        pytest.skip("pdfinfo не установлен: число страниц не проверено")
    payloads = all_payloads()

    for kind in ("mentor_consent", "mentee_consent", "termination_notice", "additional_agreement"):
        pdf = renderer.pdf(PDF, [(kind, payloads[kind])])
        told = subprocess.run([reader, "-"], input=pdf, check=True, capture_output=True).stdout.decode()
        assert re.search(r"Pages:\s+1\b", told), kind


@pytest.mark.parametrize("count", [1, 2, 8, 30])
def test_no_row_of_the_acquaintance_stands_alone(count, renderer):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext не установлен: страницы не проверены")
    payload = order_payload(count)
    people = [person["name"] for person in payload["acquainted"]]

    pdf = renderer.pdf(PDF, [("pair_order", payload | {"annex": []})])

    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, check=True, capture_output=True)
    pages = told.stdout.decode().partition("С приказом ознакомлены")[2].split("\f")
    rows = [sum(name.split()[0] in page for name in people) for page in pages]
    assert sum(rows) == len(people)
    assert [on_page for on_page in rows if on_page][-1] > 1


def test_rows_of_the_acquaintance_keep_together_in_word(renderer):
    document = Document(io.BytesIO(renderer.docx(WORD / "pair_order.docx", order_payload(8))))

    [table] = [table for table in document.tables if table.rows[0].cells[-1].text == "Подпись"]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]

    assert kept[:3] == [True, True, True]
    assert kept[-2:] == [True, False]
    assert not any(kept[3:-2])
