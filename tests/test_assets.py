"""Resources are found, and the fonts hold what the lecture writes."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from gdviz import assets

INTER = "AzΑωАяЁё0123456789−±·×≈≤≥√′″⇒→∞αλεβθσΔ₀₁²³ⁿ…–—«»"
STIX = INTER + "∛∈∉⟨⟩⌊⌈∑∫∂∇ℝℎ𝑎𝑥𝑤𝐱𝛼𝜆𝜀"
FONTS = sorted(file.name for file in assets.path("fonts").glob("*.ttf"))


@pytest.fixture(scope="session")
def families(qapp: QApplication) -> dict[str, str]:
    """The shipped fonts in Qt: {file: family}."""
    numbers = {n: QFontDatabase.addApplicationFont(str(assets.path("fonts", n))) for n in FONTS}
    return {n: QFontDatabase.applicationFontFamilies(i)[0] for n, i in numbers.items()}


def test_resources_of_the_tree_are_found():
    assert assets.root().name == "resources"
    assert assets.path("fonts").is_dir()
    assert "libEGL.so.1" in assets.text("system_libraries.txt")


def test_a_resource_that_is_not_there_cannot_be_read():
    with pytest.raises(FileNotFoundError):
        assets.text("nothing.txt")


def test_every_font_comes_with_its_licence():
    for font in FONTS:
        licence = assets.text("fonts", f"{font.split('-')[0]}-OFL.txt")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_fonts_are_small():
    assert sum(assets.path("fonts", name).stat().st_size for name in FONTS) < 2_000_000


def test_families_have_their_names(families: dict[str, str]):
    inter = {family for name, family in families.items() if name.startswith("Inter")}
    assert inter == {"Inter"}
    assert families["STIXTwoMath-Regular.ttf"] == "STIX Two Math"


@pytest.mark.parametrize(("name", "letters"), [("Inter", INTER), ("STIX Two Math", STIX)])
def test_fonts_hold_the_lectures_letters(families: dict[str, str], name: str, letters: str):
    raw = QRawFont.fromFont(QFont(name, 14))
    assert raw.familyName() == name
    assert [letter for letter in letters if not raw.supportsCharacter(ord(letter))] == []


@pytest.mark.parametrize(
    ("weight", "style"), [(400, "Regular"), (500, "Medium"), (600, "SemiBold"), (700, "Bold")]
)
def test_weights_are_drawn_not_faked(families: dict[str, str], weight: int, style: str):
    font = QFont("Inter", 14)
    font.setWeight(QFont.Weight(weight))
    assert QRawFont.fromFont(font).styleName() == style


def test_figures_can_be_tabular(families: dict[str, str]):
    font = QFont("Inter", 14)
    font.setFeature(QFont.Tag("tnum"), 1)
    widths = {QFontMetricsF(font).horizontalAdvance(figure * 10) for figure in "0123456789"}
    assert len(widths) == 1


def test_mathematics_has_its_table(families: dict[str, str]):
    assert QRawFont.fromFont(QFont("STIX Two Math", 14)).fontTable("MATH").size() > 10_000
