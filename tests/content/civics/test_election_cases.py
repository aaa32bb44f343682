"""选举法 (2020): what an election committee may and may not do, case by case."""

import pytest

from content.civics.election_cases import NAMES, RULES


@pytest.mark.parametrize(
    ("name", "number", "seats", "allowed", "article", "paragraph"),
    [
        # art. 27 para. 1: those who moved go on the new list; art. 4: however short their stay
        ("moved_in", 0, 1, True, 27, 1),
        ("moved_in", 400, 1, True, 27, 1),
        # art. 4 para. 1: eighteen years of age
        ("comes_of_age", -1, 1, True, 4, 1),
        ("comes_of_age", 1, 1, False, 4, 1),
        # art. 27 para. 1, art. 4 para. 2: political rights regained, or not yet
        ("rights_restored", -30, 1, True, 27, 1),
        ("rights_restored", 30, 1, False, 4, 2),
        # art. 28: twenty days, that day included
        ("list_posted", 21, 1, True, 28, None),
        ("list_posted", 20, 1, True, 28, None),
        ("list_posted", 19, 1, False, 28, None),
        # art. 29: five days
        ("objection", 5, 1, True, 29, None),
        ("objection", 6, 1, False, 29, None),
        # art. 30 para. 2: ten or more
        ("nominators", 9, 1, False, 30, 2),
        ("nominators", 10, 1, True, 30, 2),
        # art. 10 para. 2
        ("member_stands", 0, 1, False, 10, 2),
        # art. 31 para. 2: by one third to as many again
        ("candidates", 1, 1, False, 31, 2),
        ("candidates", 2, 1, True, 31, 2),
        ("candidates", 3, 1, False, 31, 2),
        ("candidates", 2, 2, False, 31, 2),
        ("candidates", 3, 2, True, 31, 2),
        ("candidates", 4, 2, True, 31, 2),
        ("candidates", 5, 2, False, 31, 2),
        ("candidates", 4, 3, True, 31, 2),
        ("candidates", 6, 3, True, 31, 2),
        ("candidates", 7, 3, False, 31, 2),
        # art. 32 para. 1: fifteen and seven days
        ("first_list", 15, 1, True, 32, 1),
        ("first_list", 14, 1, False, 32, 1),
        ("formal_list", 7, 1, True, 32, 1),
        ("formal_list", 6, 1, False, 32, 1),
        # art. 34: stops on election day
        ("introduction", 1, 1, True, 34, None),
        ("introduction", 0, 1, False, 34, None),
        # art. 42: three at most
        ("proxies", 2, 1, True, 42, None),
        ("proxies", 3, 1, False, 42, None),
        # art. 40 para. 2, art. 38, art. 43 para. 2
        ("written_for", 0, 1, True, 40, 2),
        ("mobile_box", 0, 1, True, 38, None),
        ("relative_counts", 0, 1, False, 43, 2),
    ],
)
def test_the_law_rules(name, number, seats, allowed, article, paragraph):
    ruling = RULES[name](number, seats)
    assert (ruling.allowed, ruling.provision.article, ruling.provision.paragraph) == (allowed, article, paragraph)


def test_every_name_has_a_rule():
    assert set(RULES) == set(NAMES)
