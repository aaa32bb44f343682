"""The sample directory of the packaged exhibition."""

from datetime import date
from random import Random

from content.civics.regions import table
from content.samples import published_regions, sample_directory


def test_every_deputy_belongs_to_a_region_of_the_directory():
    directory = sample_directory(Random(3), 300, date(2026, 11, 23))
    regions = {region.id for region in directory.regions}
    assert len(regions) == 37
    assert {deputy.region for deputy in directory.deputies} <= regions
    assert all(deputy.is_sample for deputy in directory.deputies)


def test_the_same_generator_gives_the_same_directory():
    assert sample_directory(Random(3), 50, date(2026, 1, 1)) == sample_directory(Random(3), 50, date(2026, 1, 1))


def test_a_station_whose_clock_has_lost_the_time_still_opens():
    directory = sample_directory(Random(3), 50, date(1970, 1, 1))
    assert directory.as_of == table().covers_from
    assert len(directory.regions) == 38


def test_regions_carry_both_names_and_their_dates():
    liangjiang = next(one for one in published_regions(date(2026, 1, 1)) if one.name.zh_hans == "两江新区")
    assert (liangjiang.name.en, liangjiang.since) == ("Liangjiang New Area", date(2025, 11, 6))
