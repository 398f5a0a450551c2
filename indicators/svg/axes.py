"""Ticks at round numbers."""

from math import ceil, floor, log10

STEPS = (1, 2, 5, 10, 20)


def round_step(span, most):
    """The smallest round step (1, 2 or 5 times a power of ten) that cuts `span` into at most `most` parts.

    >>> round_step(11, 4)
    5.0
    """
    power = 10 ** floor(log10(span / most))
    return next(step * power for step in STEPS if step * power * most >= span * (1 - 1e-9))


def round_ticks(low, high, most=4):
    """Round ticks that enclose every value from low to high, at most `most` + 2 of them.

    The axis spans at least a twentieth of the highest value, so that a small change never looks like a leap.

    >>> round_ticks(84.33, 89.68)
    [84.0, 86.0, 88.0, 90.0]
    >>> round_ticks(42.29, 42.29)
    [41.0, 42.0, 43.0, 44.0]
    """
    spare = max(0, max(1, high / 20) - (high - low)) / 2
    low, high = low - spare, high + spare
    step = round_step(high - low, most)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(index * step, 6) for index in range(first, last + 1)]


def rank_ticks(of):
    """First, last and the quarters between; every place where they are few.

    >>> rank_ticks(63)
    [1, 16, 32, 48, 63]
    """
    return list(range(1, of + 1)) if of <= 5 else [1, *(ceil(of * quarter / 4) for quarter in (1, 2, 3)), of]


def decimals(step):
    """How many decimals a tick needs: none for 5, one for 0.5.

    >>> [decimals(step) for step in (5, 0.5, 0.02)]
    [0, 1, 2]
    """
    return next(digits for digits in range(7) if abs(round(step, digits) - step) < 1e-9)
