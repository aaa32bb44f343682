"""The rules behind the exhibition, as pure functions, each citing its statute and article.

What is here, and what each module answers:

- `codes`: is this text one of our codes, and which?  `parse`, `parse_receipt`, `parse_typed`, `new_code`,
  `format_receipt`, `new_pin`; `Code`, `CodeType`; errors `UnknownFormat`, `UnknownType`, `WrongCheck`.
- `seats`: how many seats may a congress have?  `RULES[rule](population)` -> `SeatCount`.
- `elections`: who may stand, is it valid, who is elected, by which day?  `candidates`, `turnout`, `votes_match`,
  `ballot`, `elect`, `run_off_candidates`, `run_off`, `calendar`, `may_introduce_candidates`.
- `ballots`: what do deputies (票决) or a street's meeting (票选) choose?  `RULES[id]` -> `VoteRules`, `tally`.
- `working_days`: is this a working day, and which day is the tenth from now?  `WorkCalendar`, `after`, `between`,
  `on_or_after`, `months_after`, `spans`.
- `holidays`: which days are off, which weekends are worked?  `CALENDAR`, `NOTICES`.
- `reply_terms`, `reply_words`: by when is a letter answered, lengthened or paused as its rule allows, and how is that
  said to who wrote it?  `pledge(days, longest)`, `rule(id, on)`, `due`, `extend`, `stop`, `resume`, `in_words`.
- `suggestions`: by when is a deputy's suggestion assigned, answered, evaluated?  `deadline(key, start, calendar)`,
  `standing`, `promise_window`, `after_evaluation`, `counts_in_statistics`; `TERMS`, `EXCLUDED`.
- `regions`: which districts are there on a day?  `districts(on)`, `get(id)`, `find(name, on)`, `successors(id, on)`.

Nothing here reads a clock, draws random numbers of its own, touches the network or keeps state. A number that a statute
leaves open says so in its result (`basis` "exhibit rule"), and is never presented as law.
"""
