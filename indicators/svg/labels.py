"""Where words may stand: labels that never cover one another, a point, or the edge of the drawing."""

from indicators.svg.marks import breadth

SHIFT = {"start": 0, "middle": 0.5, "end": 1}


def frame(x, y, words, size, anchor="middle"):
    """The box (left, top, right, bottom) of a line of words whose baseline is y."""
    width = breadth(words, size)
    left = x - width * SHIFT[anchor]
    return left, y - size * 0.8, left + width, y + size * 0.25


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def along(x1, y1, x2, y2, step=6):
    """Small boxes along a stroke, so that words may keep off it."""
    count = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) / step))
    for index in range(count + 1):
        x, y = x1 + (x2 - x1) * index / count, y1 + (y2 - y1) * index / count
        yield x - 2, y - 2, x + 2, y + 2


class Room:
    """A drawing's free room: words never stand on what is `taken`, and cross as few strokes as they can."""

    def __init__(self, left, top, right, bottom):
        self.edges = left, top, right, bottom
        self.taken = []
        self.strokes = []

    def fits(self, box):
        left, top, right, bottom = self.edges
        within = left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom
        return within and not any(overlap(box, other) for other in self.taken)

    def place(self, choices):
        """The position in `choices` (boxes) where words stand best, now taken; None where they stand nowhere."""
        free = [index for index, box in enumerate(choices) if self.fits(box)]
        if not free:
            return None
        best = min(free, key=lambda index: sum(overlap(choices[index], stroke) for stroke in self.strokes))
        self.taken.append(choices[best])
        return best
