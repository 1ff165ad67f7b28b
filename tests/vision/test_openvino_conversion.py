"""OpenVINO IR as ONNX: judged by OpenVINO on the real files, by numpy on a small one; hostile files are refused."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from photoface.domain.errors import ModelRefused
from photoface.vision.converters import to_onnx
from photoface.vision.sessions import open_session
from tests.vision.model_files import source_files, source_path

KERNEL = np.arange(9, dtype=np.float16).reshape(3, 1, 1, 1, 3) / 8  # three groups, one row of three
SLOPE = np.array([0.25], np.float16)
WEIGHTS = KERNEL.tobytes() + SLOPE.tobytes()
XML = """<?xml version="1.0"?>
<net name="small" version="11">
  <layers>
    <layer id="0" name="in" type="Parameter" version="opset1">
      <data shape="1,3,4,6" element_type="f32"/>
      <output><port id="0" precision="FP32"><dim>1</dim><dim>3</dim><dim>4</dim><dim>6</dim></port></output>
    </layer>
    <layer id="1" name="k" type="Const" version="opset1">
      <data element_type="f16" shape="3, 1, 1, 1, 3" offset="0" size="18"/><output><port id="0"/></output>
    </layer>
    <layer id="2" name="k32" type="Convert" version="opset1">
      <data destination_type="f32"/><input><port id="0"/></input><output><port id="1"/></output>
    </layer>
    <layer id="3" name="conv" type="GroupConvolution" version="opset1">
      <data strides="1, 1" pads_begin="0, 1" pads_end="0, 1" dilations="1, 1" auto_pad="explicit"/>
      <input><port id="0"/><port id="1"/></input><output><port id="2"/></output>
    </layer>
    <layer id="4" name="s" type="Const" version="opset1">
      <data element_type="f16" shape="1" offset="18" size="2"/><output><port id="0"/></output>
    </layer>
    <layer id="5" name="s32" type="Convert" version="opset1">
      <data destination_type="f32"/><input><port id="0"/></input><output><port id="1"/></output>
    </layer>
    <layer id="6" name="prelu" type="PReLU" version="opset1">
      <input><port id="0"/><port id="1"/></input>
      <output><port id="2"><dim>1</dim><dim>3</dim><dim>4</dim><dim>6</dim></port></output>
    </layer>
    <layer id="7" name="pool" type="AvgPool" version="opset1">
      <data kernel="2, 2" strides="2, 2" pads_begin="0, 0" pads_end="0, 0" exclude-pad="true" auto_pad="explicit"
            rounding_type="floor"/>
      <input><port id="0"/></input><output><port id="1"/></output>
    </layer>
    <layer id="8" name="out" type="Result" version="opset1">
      <input><port id="0"><dim>1</dim><dim>3</dim><dim>2</dim><dim>3</dim></port></input>
    </layer>
  </layers>
  <edges>
    <edge from-layer="1" from-port="0" to-layer="2" to-port="0"/>
    <edge from-layer="0" from-port="0" to-layer="3" to-port="0"/>
    <edge from-layer="2" from-port="1" to-layer="3" to-port="1"/>
    <edge from-layer="4" from-port="0" to-layer="5" to-port="0"/>
    <edge from-layer="3" from-port="2" to-layer="6" to-port="0"/>
    <edge from-layer="5" from-port="1" to-layer="6" to-port="1"/>
    <edge from-layer="6" from-port="2" to-layer="7" to-port="0"/>
    <edge from-layer="7" from-port="1" to-layer="8" to-port="0"/>
  </edges>
</net>
"""


def convert(xml: str | bytes = XML, weights: bytes = WEIGHTS) -> bytes:
    return to_onnx("the model", "openvino", [xml.encode() if isinstance(xml, str) else xml, weights])


SLOPES = np.array([0.25, -1.5, 3], np.float16)
THREE = XML.replace('shape="1" offset="18" size="2"', 'shape="3" offset="18" size="6"')


@pytest.mark.parametrize(("xml", "slopes"), [(XML, SLOPE), (THREE, SLOPES)], ids=["one slope", "a slope a channel"])
def test_a_small_network_answers_as_numpy_does(xml: str, slopes: NDArray[np.float16]) -> None:
    pixels = np.random.default_rng(3).normal(size=(5, 3, 4, 6)).astype(np.float32)
    around = np.pad(pixels, ((0, 0), (0, 0), (0, 0), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(around, 3, axis=3)
    summed = np.einsum("ncrwk,ck->ncrw", windows, KERNEL.reshape(3, 3).astype(np.float32))
    bent = np.where(summed < 0, slopes.reshape(-1, 1, 1) * summed, summed)
    expected = bent.reshape(5, 3, 2, 2, 3, 2).mean((3, 5))
    found = open_session(convert(xml, KERNEL.tobytes() + slopes.tobytes())).run(pixels)[0]
    np.testing.assert_allclose(found, expected, atol=1e-5)


def test_the_same_files_give_the_same_bytes() -> None:
    assert convert() == convert()


BOMB = '<!DOCTYPE net [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<net name="&b;"/>'
OUTSIDE = '<!DOCTYPE net SYSTEM "file:///etc/passwd">\n<net/>'
BROKEN = {
    "entities": (BOMB, "DOCTYPE"),
    "a file from outside": (OUTSIDE, "DOCTYPE"),
    "no XML": ("this is no XML", "cannot be read"),
    "nothing": ("", "cannot be read"),
    "cut short": (XML[:700], "cannot be read"),
    "another document": ("<html/>", "no network"),
    "an empty network": ("<net><layers/></net>", "no input or no output"),
    "an unknown layer": (XML.replace('"PReLU"', '"Loop"'), "'Loop'"),
    "an edge to nowhere": (XML.replace('to-port="1"', 'to-port=""'), "leads nowhere"),
    "an edge from nowhere": (XML.replace('from-layer="3"', 'from-layer="33"'), "comes before"),
    "a circle": (XML.replace('from-layer="3" from-port="2"', 'from-layer="7" from-port="1"'), "comes before"),
    "a missing edge": (XML.replace('<edge from-layer="3" from-port="2" to-layer="6" to-port="0"/>', ""), "1 inputs"),
    "weights behind the end": (XML.replace('offset="18"', 'offset="19"'), "weights is cut short"),
    "weights before the beginning": (XML.replace('offset="18"', 'offset="-2"'), "usable offset"),
    "weights of another size": (XML.replace('size="18"', 'size="17"'), "16 or 32 bit"),
    "weights that are no floats": (XML.replace('"f16" shape="1"', '"i8" shape="1"'), "16 or 32 bit"),
    "an enormous shape": (XML.replace('shape="1" offset', f'shape="{10**30}" offset'), "usable shape"),
    "a shape that does not fit": (XML.replace('shape="1" offset', f'shape="{10**9}" offset'), "16 or 32 bit"),
    "two offsets": (XML.replace('offset="18"', 'offset="18,18"'), "usable offset"),
    "no shape": (XML.replace('shape="1,3,4,6"', ""), "usable shape"),
    "padding that is not said": (XML.replace('auto_pad="explicit"', 'auto_pad="same_upper"'), "how it is padded"),
    "pooling that rounds up": (XML.replace('"floor"', '"ceil"'), "rounds up"),
    "two inputs": (XML.replace('id="1" name="k" type="Const"', 'id="1" name="k" type="Parameter"'), "more than one"),
    "kernels that are no constants": (
        XML.replace('from-layer="2" from-port="1"', 'from-layer="0" from-port="0"'),
        "weights",
    ),
    "slopes that are no constants": (
        XML.replace('from-layer="5" from-port="1"', 'from-layer="0" from-port="0"'),
        "slopes",
    ),
    "sizes that are no numbers": (XML.replace("<dim>2</dim>", "<dim>x</dim>"), "no usable size"),
}


@pytest.mark.parametrize(("xml", "reason"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_used_is_refused_by_saying_why(xml: str, reason: str) -> None:
    with pytest.raises(ModelRefused, match=reason):
        convert(xml)


def test_weights_cut_short_are_refused() -> None:
    with pytest.raises(ModelRefused, match="weights is cut short"):
        convert(weights=WEIGHTS[:-1])


@given(st.integers(0, len(XML) - 1), st.characters(max_codepoint=127))
@settings(max_examples=150)
def test_a_changed_letter_does_not_bring_it_down(at: int, letter: str) -> None:
    try:
        convert(XML[:at] + letter + XML[at + 1 :])
    except ModelRefused:
        return


@pytest.fixture(scope="module")
def real() -> bytes:
    return to_onnx("the model", "openvino", source_files("retail-0095"))


def test_it_answers_as_openvino_does(real: bytes, chips: NDArray[np.float32]) -> None:
    openvino = pytest.importorskip("openvino", reason="openvino judges the conversion and is not installed")
    judge = openvino.Core().compile_model(str(source_path("retail-0095")), "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    expected = np.concatenate([judge(chip[None])[0] for chip in chips]).reshape(len(chips), -1)
    answers = open_session(real).run(chips)[0].reshape(len(chips), -1)
    assert answers.shape == (len(chips), 256)
    np.testing.assert_allclose(answers, expected, rtol=0, atol=1e-5)


def test_real_files_that_are_cut_short_are_refused() -> None:
    xml, weights = source_files("retail-0095")
    for cut in ([xml[:-100], weights], [xml, weights[:-1]], [xml[: len(xml) // 2], weights], [xml, b""]):
        with pytest.raises(ModelRefused):
            to_onnx("the model", "openvino", cut)


@pytest.fixture(scope="module")
def chips() -> NDArray[np.float32]:
    """float32 BGR [4, 3, 128, 128]: a face in several cuts and mirrored."""
    data = pytest.importorskip("skimage.data", reason="scikit-image's astronaut is not installed")
    from PIL import Image

    picture = Image.fromarray(data.astronaut())
    corners = [(160, 50, 290, 180), (150, 30, 310, 190), (180, 60, 280, 160)]
    cut = [np.asarray(picture.resize((128, 128), Image.Resampling.BILINEAR, box)) for box in corners]
    return np.stack([*cut, cut[0][:, ::-1]])[..., ::-1].transpose(0, 3, 1, 2).astype(np.float32)
