"""The documents and signatures both sides rely on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sync.layout import (
    Blob,
    HubKeys,
    Manifest,
    PublicKey,
    blob_url,
    build_section,
    manifest_target,
    parse_section,
    section_of,
    split_sections,
    target_url,
)
from sync.messages import (
    PATH_LETTERS,
    BadSignature,
    EnrolAnswer,
    LetterDocument,
    LetterItem,
    LettersAnswer,
    LettersBatch,
    hash_pin,
    pin_matches,
    sign_headers,
    sign_heartbeat_answer,
    sign_letters_answer,
    verify_headers,
    verify_heartbeat_answer,
    verify_letters_answer,
)
from sync.seal import (
    CannotOpen,
    generate_seal_key,
    generate_signing_key,
    open_letter,
    open_sealed,
    private_text,
    public_of,
    seal,
    seal_key_from_text,
    seal_letter,
    signing_key_from_text,
)
from tests.sync.inbox import STATION, letter
from tests.sync.simulator import START

SEAL, RECEIPT, SIGNER = generate_seal_key(), generate_signing_key(), generate_signing_key()
KEYS = HubKeys(seal_keys=(public_of(SEAL),), receipt_keys=(public_of(RECEIPT),))
BODY = b'{"some":"body"}'
SHA = Blob.of(b"x").sha256


# ---- names ----


def test_names_are_where_nginx_serves_them() -> None:
    assert blob_url(SHA) == f"blobs/{SHA[:2]}/{SHA}"
    assert target_url(manifest_target("city"), SHA) == f"targets/channels/{SHA}.city.manifest.json"
    assert target_url("hub-keys.json", SHA) == f"targets/{SHA}.hub-keys.json"


@pytest.mark.parametrize("channel", ["", "City", "a/b", "../x", "-a", "a" * 64, "街道"])
def test_an_unfit_channel_name_is_refused(channel: str) -> None:
    with pytest.raises(ValueError, match="channel"):
        manifest_target(channel)


@pytest.mark.parametrize("sha256", ["", "../..", SHA.upper(), SHA[:-1], SHA + "0"])
def test_an_unfit_hash_never_becomes_a_path(sha256: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        blob_url(sha256)


@pytest.mark.parametrize("path", ["", "/a", "a/", "a//b", "a/../b", "./a", "a\\b", "a\nb", "x" * 301])
def test_an_unfit_path_is_refused_on_both_sides(path: str) -> None:
    with pytest.raises(ValidationError):
        build_section({path: Blob.of(b"x")})


def test_one_exhibit_is_one_section() -> None:
    files = {
        "home.json": Blob.of(b"h"),
        "exhibits/d1/exhibit.json": Blob.of(b"1"),
        "exhibits/d1/media/a.png": Blob.of(b"2"),
    }
    sections = split_sections(files)
    assert set(sections) == {"", "exhibits/d1"}
    assert section_of("exhibits/d1/media/a.png") == "exhibits/d1"
    assert {path for data in sections.values() for path in parse_section(data)} == set(files)


def test_the_same_section_always_has_the_same_bytes() -> None:
    files = {f"a/b/{name}": Blob.of(name.encode()) for name in "zyx"}
    assert build_section(files) == build_section(dict(sorted(files.items())))


def test_documents_cannot_be_changed_after_they_were_checked() -> None:
    manifest = Manifest(channel="city", release="1", published_at=START, sections={})
    with pytest.raises(ValidationError):
        manifest.release = "2"  # type: ignore[misc]


def test_a_manifest_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValidationError):
        Manifest(channel="city", release="1", published_at=datetime(2026, 1, 1), sections={})


def test_a_key_with_anothers_id_is_refused() -> None:
    with pytest.raises(ValidationError, match="does not belong"):
        PublicKey(key_id=public_of(RECEIPT).key_id, public=public_of(SEAL).public)


# ---- requests ----


def test_a_signed_request_says_who_and_when() -> None:
    headers = sign_headers(SIGNER, STATION, "POST", PATH_LETTERS, BODY, START)
    lowered = {name.lower(): value for name, value in headers.items()}
    signed = verify_headers(public_of(SIGNER).public, lowered, "POST", PATH_LETTERS, BODY)
    assert (signed.station_id, signed.at) == (STATION, START)


@pytest.mark.parametrize(
    ("change", "method", "path", "body"),
    [
        ({}, "POST", PATH_LETTERS, BODY + b" "),
        ({}, "PUT", PATH_LETTERS, BODY),
        ({}, "POST", "/v1/heartbeat", BODY),
        ({"X-Station": "other"}, "POST", PATH_LETTERS, BODY),
        ({"X-Time": "1"}, "POST", PATH_LETTERS, BODY),
        ({"X-Time": "soon"}, "POST", PATH_LETTERS, BODY),
        ({"X-Time": "9" * 30}, "POST", PATH_LETTERS, BODY),
        ({"X-Signature": "AAAA"}, "POST", PATH_LETTERS, BODY),
        ({"X-Signature": "§"}, "POST", PATH_LETTERS, BODY),
        ({"X-Signature": ""}, "POST", PATH_LETTERS, BODY),
    ],
)
def test_a_request_changed_anywhere_is_refused(change: dict[str, str], method: str, path: str, body: bytes) -> None:
    headers = sign_headers(SIGNER, STATION, "POST", PATH_LETTERS, BODY, START) | change
    with pytest.raises(BadSignature):
        verify_headers(public_of(SIGNER).public, headers, method, path, body)


def test_a_request_without_signature_or_of_another_station_is_refused() -> None:
    with pytest.raises(BadSignature):
        verify_headers(public_of(SIGNER).public, {}, "POST", PATH_LETTERS, BODY)
    headers = sign_headers(generate_signing_key(), STATION, "POST", PATH_LETTERS, BODY, START)
    with pytest.raises(BadSignature):
        verify_headers(public_of(SIGNER).public, headers, "POST", PATH_LETTERS, BODY)


# ---- answers ----


def test_a_receipt_holds_for_its_station_request_and_letters_only() -> None:
    stored, refused = uuid4(), uuid4()
    answer = sign_letters_answer(RECEIPT, STATION, BODY, START, [stored], [refused])
    answer = LettersAnswer.model_validate_json(answer.to_bytes())
    verify_letters_answer(answer, KEYS, STATION, BODY)
    changed = [
        answer.model_copy(update={"stored": (stored, uuid4())}),
        answer.model_copy(update={"stored": (stored, refused), "refused": ()}),
        answer.model_copy(update={"server_time": START + timedelta(days=1)}),
        answer.model_copy(update={"key_id": "0" * 16}),
    ]
    for lie in changed:
        with pytest.raises(BadSignature):
            verify_letters_answer(lie, KEYS, STATION, BODY)
    for station, body in (("other", BODY), (STATION, b"other")):
        with pytest.raises(BadSignature):
            verify_letters_answer(answer, KEYS, station, body)


def test_a_heartbeat_answer_cannot_be_made_by_a_proxy() -> None:
    answer = sign_heartbeat_answer(RECEIPT, STATION, BODY, START)
    verify_heartbeat_answer(answer, KEYS, STATION, BODY)
    with pytest.raises(BadSignature):
        verify_heartbeat_answer(answer.model_copy(update={"resend_since": START}), KEYS, STATION, BODY)
    with pytest.raises(BadSignature):
        verify_heartbeat_answer(sign_heartbeat_answer(SIGNER, STATION, BODY, START), KEYS, STATION, BODY)


def test_a_receipt_and_a_heartbeat_are_never_mistaken_for_each_other() -> None:
    receipt = sign_letters_answer(RECEIPT, STATION, BODY, START, [])
    answer = sign_heartbeat_answer(RECEIPT, STATION, BODY, START)
    with pytest.raises(BadSignature):
        verify_heartbeat_answer(answer.model_copy(update={"signature": receipt.receipt}), KEYS, STATION, BODY)


def test_an_answer_survives_another_time_zone() -> None:
    there = START.astimezone(datetime.strptime("+0800", "%z").tzinfo)
    answer = sign_heartbeat_answer(RECEIPT, STATION, BODY, there, there)
    verify_heartbeat_answer(type(answer).model_validate_json(answer.to_bytes()), KEYS, STATION, BODY)


def test_too_many_letters_at_once_are_refused() -> None:
    item = seal_letter(letter(), KEYS.seal_keys[0])
    with pytest.raises(ValidationError):
        LettersBatch(station_id=STATION, items=(item,) * 21)


@pytest.mark.parametrize("code", ["ABCDEFG", "ABCDEFGHJ", "ABCDEFG0", "ABCDEFGI", "abcdefgh", "ABCD EFG"])
def test_a_receipt_code_outside_the_alphabet_is_refused(code: str) -> None:
    with pytest.raises(ValidationError):
        LetterDocument.model_validate(letter().model_dump() | {"receipt_code": code})


def test_an_answer_with_fields_of_a_newer_hub_is_understood() -> None:
    answer = EnrolAnswer(station_id=STATION, name="民主村", channel="city", root=b"{}", hub_keys=KEYS)
    newer = answer.to_bytes()[:-1] + b',"later":{"x":1}}'
    assert EnrolAnswer.model_validate_json(newer) == answer


# ---- PIN ----


def test_a_pin_matches_its_own_hash_only() -> None:
    stored = hash_pin("4821")
    assert pin_matches("4821", stored)
    assert not pin_matches("4822", stored)
    assert "4821" not in stored
    assert hash_pin("4821") != stored


@pytest.mark.parametrize("stored", ["", "4821", "scrypt$zz$zz", "a$b", "md5$00$00"])
def test_text_that_is_no_pin_hash_matches_nothing(stored: str) -> None:
    assert not pin_matches("4821", stored)


# ---- sealing ----


def test_only_the_hub_opens_a_letter() -> None:
    document = letter()
    item = LetterItem.model_validate_json(seal_letter(document, KEYS.seal_keys[0]).to_bytes())
    assert open_letter(item, SEAL, STATION) == document
    with pytest.raises(CannotOpen):
        open_letter(item, generate_seal_key(), STATION)


def test_a_letter_cannot_be_pasted_into_another_envelope() -> None:
    first, second = (seal_letter(letter(), KEYS.seal_keys[0]) for _ in range(2))
    with pytest.raises(CannotOpen):
        open_letter(first.model_copy(update={"sealed": second.sealed}), SEAL, STATION)
    with pytest.raises(CannotOpen):
        open_letter(first, SEAL, "other-station")


def test_a_letter_that_names_another_inside_is_refused() -> None:
    document = letter()
    item = seal_letter(document, KEYS.seal_keys[0])
    swapped = seal(letter().to_bytes(), KEYS.seal_keys[0], STATION, document.id)
    with pytest.raises(CannotOpen, match="envelope"):
        open_letter(item.model_copy(update={"sealed": swapped}), SEAL, STATION)


def test_what_is_no_letter_inside_is_refused() -> None:
    item = seal_letter(letter(), KEYS.seal_keys[0])
    junk = seal(b"{}", KEYS.seal_keys[0], STATION, item.id)
    with pytest.raises(CannotOpen, match="no letter"):
        open_letter(item.model_copy(update={"sealed": junk}), SEAL, STATION)


@given(st.binary(max_size=5000))
def test_whatever_is_sealed_comes_out_again(plaintext: bytes) -> None:
    id_ = uuid4()
    assert open_sealed(seal(plaintext, KEYS.seal_keys[0], STATION, id_), SEAL, STATION, id_) == plaintext


@given(st.binary(max_size=2200))
def test_what_is_no_sealed_letter_cannot_be_opened(junk: bytes) -> None:
    with pytest.raises(CannotOpen):
        open_sealed(junk, SEAL, STATION, uuid4())


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_the_length_of_a_sealed_letter_does_not_tell_short_words_apart(one: int, other: int) -> None:
    id_ = uuid4()
    lengths = {len(seal(b"x" * size, KEYS.seal_keys[0], STATION, id_)) for size in (one, other)}
    assert len(lengths) == 1


def test_keys_survive_being_written_down() -> None:
    assert public_of(seal_key_from_text(private_text(SEAL) + "\n")) == public_of(SEAL)
    assert public_of(signing_key_from_text(private_text(RECEIPT))) == public_of(RECEIPT)
    for text in ("", "not a key", "AAAA"):
        with pytest.raises(ValueError, match=r".+"):
            seal_key_from_text(text)


def test_times_are_carried_with_their_zone() -> None:
    assert letter(created_at=datetime(2026, 11, 23, tzinfo=UTC)).to_bytes().count(b"2026-11-23T00:00:00Z") == 1
