"""The chart that the page of figures shows."""

from xml.etree import ElementTree as ET

import pytest
from benchmarks.plot import Axis, chart

SVG = "{http://www.w3.org/2000/svg}"


def test_powers_of_ten_bound_an_axis() -> None:
    """An axis ends at the powers of ten around its values, each with a tick."""
    axis = Axis.over([30, 4000], 0, 300)
    assert (axis.low, axis.high) == (10, 10_000)
    assert list(axis.ticks()) == [10, 100, 1000, 10_000]
    assert axis.at(100) == pytest.approx(100)


def test_one_value_still_makes_an_axis() -> None:
    """A single power of ten gets a decade to stand in."""
    axis = Axis.over([100], 0, 10)
    assert (axis.low, axis.high) == (100, 1000)


def test_a_line_a_name() -> None:
    """Each line is drawn through its points, and named even with marks in it."""
    made = chart({"a < b": [(1, 10), (10, 10)], "c": [(1, 1)]}, x="size", y="cost")
    root = ET.fromstring(made)
    lines = root.findall(f"{SVG}polyline")
    assert [len(line.attrib["points"].split()) for line in lines] == [2, 1]
    flat = [pair.split(",")[1] for pair in lines[0].attrib["points"].split()]
    assert flat[0] == flat[1]
    assert "a < b" in {text.text for text in root.iter(f"{SVG}text")}


def test_names_keep_apart() -> None:
    """Lines that end at one place have names one under the other."""
    made = chart({"a": [(1, 10)], "b": [(1, 10)]}, x="size", y="cost")
    texts = {text.text: text for text in ET.fromstring(made).iter(f"{SVG}text")}
    assert float(texts["b"].attrib["y"]) - float(texts["a"].attrib["y"]) >= 15


def test_nothing_to_draw() -> None:
    """Without a point there is no chart."""
    with pytest.raises(ValueError, match="empty"):
        chart({"a": []}, x="size", y="cost")
