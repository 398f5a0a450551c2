"""What is known of one province: figures by edition and component, positions where no ranks are announced."""

from dataclasses import replace

from provinces.eras import of_one_era

from .figures import figure_cells, figures


class Known:
    """The figures of one province.

    `told`: its citations, each with its standing where no ranks are announced.
    """

    def __init__(self, catalogue, told, marks):
        self.catalogue, self.marks, told = catalogue, marks, list(told)
        self.found = figures(told, key=lambda each: (each.result__edition_id, each.result__component__slug))
        self.standings = {each.result_id: (each.higher + 1, each.scored) for each in told if each.scored is not None}

    def figure(self, edition, component):
        """The figure of a component (slug), ranked by position where no ranks are announced; None if not known."""
        figure = edition and self.found.get((edition.pk, component))
        if not figure or figure.result not in self.standings:
            return figure
        return replace(figure, rank=self.standings[figure.result][0])

    def cells(self, edition, component, before):
        """The cells of a component in an edition, with the changes since the edition `before` (or None)."""
        figure, earlier = self.figure(edition, component), self.figure(of_one_era(edition, before), component)
        if figure is None or figure.result not in self.standings:
            return figure_cells(figure, self.marks, edition.ranked, earlier)
        count = self.count(figure)
        complete = self.count(earlier) == count == len(self.catalogue.places(edition))
        return figure_cells(figure, self.marks, count, earlier, complete, computed=True)

    def count(self, figure):
        """Among how many a computed position counts."""
        return self.standings[figure.result][1] if figure and figure.result in self.standings else None
