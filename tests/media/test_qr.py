"""A code must be read where it hangs: turned, out of focus, small."""

import random

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from content.civics.codes import CodeType, new_code
from media.qr import MAX_PAYLOAD, QUIET_ZONE, Rows, matrix

PAYLOADS = [new_code(type_, random.Random(seed)).text for type_ in CodeType for seed in range(3)]


def picture(rows: Rows, module: int) -> Image.Image:
    """The code as it is printed: black on white."""
    image = Image.new("L", (len(rows), len(rows)))
    image.putdata([0 if dark else 255 for row in rows for dark in row])
    return image.resize((len(rows) * module, len(rows) * module), Image.Resampling.NEAREST)


def read(image: Image.Image) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_code_says_exactly_what_was_put_in(payload: str) -> None:
    assert read(picture(matrix(payload), 8)) == [payload]


@pytest.mark.parametrize("angle", [0, 7, 90, 133, 181, 270])
@pytest.mark.parametrize("blur", [0.0, 1.5, 3.0])
def test_a_turned_and_blurred_code_is_still_read(angle: int, blur: float) -> None:
    plate = Image.new("L", (700, 700), 235)
    code = picture(matrix(PAYLOADS[0]), 12)
    plate.paste(code, (170, 170))
    turned = plate.rotate(angle, Image.Resampling.BICUBIC, fillcolor=235).filter(ImageFilter.GaussianBlur(blur))
    assert read(turned) == [PAYLOADS[0]]


def test_a_tenth_of_the_modules_may_be_lost() -> None:
    image = picture(matrix(PAYLOADS[0]), 10)
    image.paste(255, (130, 130, 180, 180))  # 25 of 441 modules in the middle
    assert read(image) == [PAYLOADS[0]]


def test_four_modules_of_white_lie_around_it() -> None:
    rows = matrix("BY1.D.7K2M9QX4D.C")
    edge = QUIET_ZONE
    outside = [*rows[:edge], *rows[-edge:], *(row[:edge] for row in rows), *(row[-edge:] for row in rows)]
    assert QUIET_ZONE == 4
    assert not any(cell for line in outside for cell in line)
    assert all(rows[edge][edge : edge + 7]), "the finder pattern begins right after the quiet zone"
    assert all(len(row) == len(rows) for row in rows)


@pytest.mark.parametrize("payload", ["", "x" * (MAX_PAYLOAD + 1), "字" * (MAX_PAYLOAD // 3 + 1)])
def test_what_no_phone_could_read_is_refused(payload: str) -> None:
    with pytest.raises(ValueError, match="a code holds"):
        matrix(payload)


def test_the_longest_payload_is_still_read() -> None:
    payload = "K" * MAX_PAYLOAD
    assert read(picture(matrix(payload), 6)) == [payload]
