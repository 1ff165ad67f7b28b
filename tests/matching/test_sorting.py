from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from photoface.matching.sorting import ranked


@given(st.lists(st.integers(0, 5)) | st.lists(st.integers(0, 2**62)))
def test_keys_rise_and_equal_ones_stay_in_order(numbers: list[int]) -> None:
    keys, order = ranked(np.array(numbers, np.int64))
    assert keys.tolist() == sorted(numbers)
    assert order.tolist() == sorted(range(len(numbers)), key=lambda i: (numbers[i], i))
