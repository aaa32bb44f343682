"""For visitors who can't see the glass or can't touch it: what stands there as things with names, heard or stepped to.

`tree` reads a scene as named things, `words` says them, `gestures` reads a finger that explores, `steps` is the focus
of a keypad, `news` tells what has changed, `listening` puts them together. Plain Python; the shell tells it of fingers,
keys and time. Leaves to others: what a thing does (the director), voice and tones (`media`), the ring (`shell`).
"""
