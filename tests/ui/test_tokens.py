import pytest

from kyodo_desktop.ui.theme.tokens import TEXT_PAIRS, TOKENS, PaletteName, contrast


def test_black_on_white_is_the_largest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21.0)


@pytest.mark.parametrize("palette", list(PaletteName))
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_every_text_can_be_read_on_its_ground(palette: PaletteName, text: str, ground: str) -> None:
    tokens = TOKENS[palette]
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("palette", list(PaletteName))
@pytest.mark.parametrize("ground", ["surface", "window"])
def test_borders_of_fields_can_be_seen(palette: PaletteName, ground: str) -> None:
    tokens = TOKENS[palette]
    assert contrast(tokens.control, getattr(tokens, ground)) >= 3.0
