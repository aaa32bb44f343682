"""Does every text fit? Content laid out in every variant with the real fonts, without a window.

`rooms` says what there is to see of a part of the exhibition, `walk` finds its states by touching what may be touched,
`laying` lays a state out and tells what is clipped, `cure` how much shorter a text must be, `report` where it stands.
The hub runs `kiosk fits` as a process of its own, since it has neither screens nor fonts.
"""
