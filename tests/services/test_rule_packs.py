"""The shipped rule packs hold what they promise, and a faulty one says where it is wrong."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from safetydesk.domain.errors import BadInput
from safetydesk.domain.grading_tables import HOLDING_STEPS
from safetydesk.domain.incident import BasisKind, Flag, Recipient, ReportKind
from safetydesk.domain.rule_pack import Confidence, Subject, rules_in_use
from safetydesk.services.rule_packs import (
    PACK_NAMES,
    load_packs,
    parse_pack,
    shipped_rule_ids,
    shipped_text,
)

SHIPPED = load_packs(PACK_NAMES)
PACK = """schema = 1
id = "own"
name = "本地"

[[rule]]
id = "X1"
title = "一小时内"
report = "phone"
to = ["city"]
basis = "received"
within = "PT1H"
citation = "本地规定"
confidence = "page"
"""


def ids(*packs):
    return {rule.id for pack in SHIPPED if pack.id in packs for rule in pack.rules}


@pytest.mark.parametrize("pack", SHIPPED, ids=lambda pack: pack.id)
def test_every_rule_of_a_shipped_pack_is_named_cited_and_rated(pack):
    assert pack.rules
    for rule in pack.rules:
        assert rule.title
        assert rule.citation
        assert isinstance(rule.confidence, Confidence)


LISTED = """
N01 N02 N03 N04 N05 N06 N07 N08 N09 N10 N11 N12 N13 N14 N15 N16 N17 N18 N19 N20 N21 N22
SD1 SD2 SD3 SD4 SD5 HA1 HA2 HA3 HA4 HA5 WH1 WH2 WH3 SH1 SH2 CQ1 CQ2 BJ1 JX1 JX2 AH1 HE1
L30 L60 L20 L40 AS1 MN1 SE1 SE2 SE3 EN1 EN2 EN3 PH1 PH2 PH3 PH4 AN1 ND1 ND2 ND3 ND4 FL1 FL2
FF1 FF2 FF3 FF4 HD1 HD2 HD3 SY1 SY2 SY3 CK1
"""
"""Every id of the dossier's list of rules, in its order."""
RULES_TO_SHIP = frozenset(LISTED.split())


def test_every_rule_of_the_dossier_is_shipped_and_little_beside_it():
    assert shipped_rule_ids() >= RULES_TO_SHIP
    assert shipped_rule_ids() - RULES_TO_SHIP == {"N23", "BJ2", "CM1", "HC1", "HU1", "RT1"}
    assert ids("ministry") == {"N20", "N21"}


def test_what_time_alone_makes_stands_in_the_pack_as_grading_has_it():
    held = {
        (rule.id, rule.schedule.within, rule.citation.removeprefix("《特种设备安全监察条例》"))
        for rule in rules_in_use(SHIPPED, Subject.GRADE)
    }
    steps = {"SE2": HOLDING_STEPS[Flag.ELEVATOR], "SE3": HOLDING_STEPS[Flag.AMUSEMENT_RIDE][:2]}
    assert held == {(name, s.held_for, s.article) for name, some in steps.items() for s in some}


def test_the_shandong_pack_is_complete_and_dated():
    assert ids("shandong") == {"SD1", "SD2", "SD3", "SD4", "SD5"}
    (pack,) = load_packs(["shandong"])
    first = pack.rules[0]
    assert first.effective_from == date(2022, 3, 1)
    assert not first.in_force_on(date(2022, 2, 28))
    assert first.in_force_on(date(2022, 3, 1))


def test_superseded_and_unsure_rules_are_off_until_the_office_switches_them_on():
    off = {rule.id for pack in SHIPPED for rule in pack.rules if not rule.default_on}
    recalled = {"N03", "N17", "ND4", "FL2", "FF4", "RT1"}
    assert off == recalled | {"L20", "L40", "AS1", "HD3", "HU1"}
    assert not off & {rule.id for rule in rules_in_use(SHIPPED)}


def test_what_is_only_recalled_is_off_or_says_why_it_is_on():
    recalled = [r for pack in SHIPPED for r in pack.rules if r.confidence is Confidence.RECALL]
    on = [rule for rule in recalled if rule.default_on]
    assert {rule.id for rule in on} == {"N08", "N09", "N18", "N19", "EN1", "EN2"}
    assert all("仍默认启用" in rule.note for rule in on)


def test_rules_of_the_desk_itself_are_not_rules_of_incidents():
    (desk,) = load_packs(["duty_desk"])
    assert rules_in_use([desk]) == []
    dues = {rule.id: rule.schedule.within for rule in rules_in_use([desk], Subject.WARNING)}
    assert dues == {"SY1": timedelta(minutes=10), "SY2": timedelta(minutes=30)}


def test_a_pack_asked_for_twice_counts_once():
    assert len(load_packs(["henan", "henan"])) == 1


def test_the_office_s_own_text_stands_in_for_the_shipped_one():
    own = shipped_text("anhui").replace("PT2H", "PT90M")
    (pack,) = load_packs(["anhui"], {"anhui": own})
    assert pack.rules[0].schedule.within == timedelta(minutes=90)


def test_an_unknown_pack_is_refused_with_the_known_names():
    with pytest.raises(BadInput) as caught:
        load_packs(["atlantis"])
    assert "shandong" in caught.value.fields["expected"]


def test_a_rule_is_read_with_all_it_says():
    (rule,) = parse_pack(PACK, "own.toml").rules
    assert (rule.report, rule.to, rule.basis) == (
        ReportKind.PHONE,
        (Recipient.CITY,),
        BasisKind.RECEIVED,
    )
    assert rule.accepted == {ReportKind.PHONE}
    assert rule.schedule.within == timedelta(hours=1)


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ('within = "PT1H"', 'within = "1 hour"', 11, "within"),
        ('within = "PT1H"', "per_day = 0", 11, "per_day"),
        ('within = "PT1H"', 'within = "PT1H"\nper_day = 2', 12, "per_day"),
        ('within = "PT1H"', "at_once = false", 11, "at_once"),
        ('within = "PT1H"', "daily_at = []", 11, "daily_at"),
        ('report = "phone"', 'report = "telegram"', 8, "report"),
        ('to = ["city"]', 'to = ["moon"]', 9, "to"),
        ('to = ["city"]', "to = []", 9, "to"),
        ('basis = "received"', 'basis = "dreamt"', 10, "basis"),
        ('citation = "本地规定"', 'citation = ""', 12, "citation"),
        ('title = "一小时内"', "title = 7", 7, "title"),
        ('title = "一小时内"', 'titel = "一小时内"', 7, "titel"),
        (
            'confidence = "page"',
            'confidence = "page"\nwhen = [{ min_grade = "5" }]',
            14,
            "min_grade",
        ),
        ('confidence = "page"', 'confidence = "page"\nwhen = [{ grade = 1 }]', 14, "grade"),
        ('confidence = "page"', 'confidence = "page"\ndefault_on = "no"', 14, "default_on"),
        (
            'confidence = "page"',
            'confidence = "page"\neffective_from = "2022"',
            14,
            "effective_from",
        ),
        ("schema = 1", "schema = 2", 1, "schema"),
        ('name = "本地"', 'nom = "本地"', 3, "nom"),
    ],
)
def test_a_faulty_field_is_named_with_its_file_and_line(old, new, line, field):
    with pytest.raises(BadInput) as caught:
        parse_pack(PACK.replace(old, new), "own.toml")
    where = caught.value.fields["where"]
    assert where.startswith(f"own.toml 第 {line} 行")
    assert field in where


def test_the_second_rule_is_named_by_its_own_line():
    second = PACK.split("\n\n")[1].replace("X1", "X2").replace("phone", "pigeon")
    with pytest.raises(BadInput) as caught:
        parse_pack(f"{PACK}\n{second}", "own.toml")
    assert caught.value.fields["where"] == "own.toml 第 18 行 report"


def test_text_that_is_no_toml_is_refused_with_its_line():
    with pytest.raises(BadInput) as caught:
        parse_pack(PACK.replace('id = "X1"', "id = X1"), "own.toml")
    assert "line 6" in caught.value.fields["expected"]


def test_two_rules_for_the_same_report_to_the_same_recipient_are_refused():
    with pytest.raises(BadInput) as caught:
        parse_pack(f"{PACK}\n{PACK.split(chr(10) * 2)[1]}", "own.toml")
    assert caught.value.code == "rule_pack.double"
