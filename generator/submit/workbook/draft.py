"""A visit as its row tells it, and the cell that every key came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.domain.finding import FieldPath
from generator.submit.workbook.columns import ISSUES, FieldKey
from generator.submit.workbook.faults import CellFault, Place, Trouble

Tree = dict[str, Any]
Cells = Mapping[FieldKey, Place]


@dataclass
class Draft:
    """A visit as its row tells it: the tree of its record, and what is wrong so far.

    `held` if it may not be written though no fault stands in it: a fault elsewhere concerns it.
    `unread` are the cells of which something could not be read.
    """

    row: int
    place: Place
    number: str
    cells: Cells
    tree: Tree = field(default_factory=dict)
    issue_cells: list[Cells] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    unread: set[Place] = field(default_factory=set)
    held: bool = False

    @property
    def bad(self) -> bool:
        """Whether it may not be written."""
        return self.held or any(fault.severity == "error" for fault in self.faults)

    @property
    def blurred(self) -> frozenset[str]:
        """The keys of which some cell could not be read, so that rules may speak in vain."""
        return frozenset(key[0] for key, place in self.cells.items() if place in self.unread)

    def place_of(self, path: FieldPath) -> Place:
        """Return the cell that a path in the record came from; the row, if none did."""
        if path[:1] == (ISSUES,) and self.issue_cells:
            cells = self.issue_cells[int(path[1]) if len(path) > 1 else 0]
            path = path[2:]
        else:
            cells = self.cells
        keys = tuple(step for step in path if isinstance(step, str))
        for length in range(len(keys), 0, -1):
            for key, place in cells.items():
                if key[:length] == keys[:length]:
                    return place
        return self.place if cells is self.cells else next(iter(cells.values())).whole_row

    def has(self, path: FieldPath) -> bool:
        """Whether there is a cell for just what the path says."""
        inside = path[2:] if path[:1] == (ISSUES,) else path
        cells = self.issue_cells[int(path[1])] if inside is not path else self.cells
        return tuple(step for step in inside if isinstance(step, str)) in cells

    def blame(self, place: Place, trouble: Trouble) -> None:
        """Note what is wrong with the row, and where."""
        self.faults.append(CellFault(place, *trouble))

    def cannot_read(self, place: Place, troubles: Sequence[Trouble]) -> None:
        """Note why a cell could not be read whole, if it could not."""
        for trouble in troubles:
            self.blame(place, trouble)
            self.unread.add(place)
