"""Check digits: python-stdnum says the same about the same ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban, luhn
from stdnum.at import uid
from stdnum.de import leitweg, vat
from stdnum.fr import tva
from stdnum.iso7064 import mod_97_10
from stdnum.nl import btw

from einvoice.identifiers import is_iban, is_leitweg_id, is_vat_id

COARSE = st.from_regex(r"(0[0-9]|1[0-9]|99)[0-9]{0,10}", fullmatch=True)


@pytest.mark.parametrize("good", ["DE136695976", "ATU13585627", "FR40303265045", "NL004495445B01", "CHE107787577MWST"])
def test_a_right_vat_id_is_accepted(good: str) -> None:
    assert is_vat_id(good)


@pytest.mark.parametrize("bad", ["DE123456789", "DE036695976", "DE13669597", "ATU13585628", "FR41303265045", "PL12"])
def test_a_wrong_vat_id_is_noticed(bad: str) -> None:
    assert not is_vat_id(bad)


@given(st.integers(10**8, 10**9 - 1))
def test_german_vat_ids_have_the_check_digit_that_stdnum_computes(number: int) -> None:
    assert is_vat_id(f"DE{number}") == vat.is_valid(str(number))


@given(st.integers(0, 10**7 - 1), st.integers(0, 9))
def test_austrian_vat_ids_have_the_check_digit_that_stdnum_computes(number: int, check: int) -> None:
    assert is_vat_id(f"ATU{number:07}{check}") == uid.is_valid(f"U{number:07}{check}")


@given(st.integers(0, 99), st.integers(0, 10**9 - 1))
def test_french_vat_ids_have_the_key_that_stdnum_computes(key: int, siren: int) -> None:
    if luhn.is_valid(f"{siren:09}"):
        assert is_vat_id(f"FR{key:02}{siren:09}") == tva.is_valid(f"{key:02}{siren:09}")


@given(st.integers(1, 10**8 - 1), st.integers(0, 9))
def test_dutch_vat_ids_have_the_check_digit_that_stdnum_computes(number: int, check: int) -> None:
    assert is_vat_id(f"NL{number:08}{check}B01") == btw.is_valid(f"{number:08}{check}B01")


@given(coarse=COARSE, fine=st.text("0123456789ABCXYZ", max_size=30), check=st.integers(0, 99))
def test_leitweg_ids_have_the_check_digits_that_stdnum_computes(coarse: str, fine: str, check: int) -> None:
    body = f"{coarse}-{fine}" if fine else coarse
    for digits in (mod_97_10.calc_check_digits(body.replace("-", "")), f"{check:02}"):
        assert is_leitweg_id(f"{body}-{digits}") == leitweg.is_valid(f"{body}-{digits}")


@given(st.integers(0, 10**18 - 1), st.integers(2, 98))
def test_ibans_have_the_check_digits_that_stdnum_computes(account: int, check: int) -> None:
    right = iban.calc_check_digits(f"DE00{account:018}")
    for digits in (right, f"{check:02}"):
        assert is_iban(f"DE{digits}{account:018}") == iban.is_valid(f"DE{digits}{account:018}", check_country=False)


def test_spaces_in_an_iban_do_not_matter() -> None:
    assert is_iban("DE02 1203 0000 0000 2020 51")


def test_an_iban_of_the_wrong_length_is_noticed() -> None:
    assert not is_iban("DE0212030000000020205")
