"""A sound visit goes out: one commit, one push, one proposal to merge; sent again, no second one.

Source: issue *Submission*, Door 2; design, section 3, `receive`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from generator.build.base_branch import BaseBranch
from generator.domain.organisation import Repository
from generator.domain.visit import Visit
from generator.errors import UsageError
from generator.present.names import Names
from generator.present.wording import days_text
from generator.publish.forge import (
    TOKEN_VARIABLE,
    Proposal,
    address_to_open,
    merge_request_in,
    open_proposal,
    push_options,
    takes_requests,
)
from generator.submit.arrivals import Arrival
from generator.submit.readable import labels_of, readable

BRANCHES: Final = "gui/"

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """A sound visit, its files by their paths in the repository, and its branch as it stands."""

    arrival: Arrival
    visit: Visit
    files: Mapping[str, bytes]
    tip: str

    @property
    def branch(self) -> str:
        """The branch of the visit: its name comes from the id alone."""
        return BRANCHES + self.arrival.id


def propose(base: BaseBranch, taken: Taken, say: Say) -> None:
    """Commit, push and propose what is not there yet, telling each step.

    What stood in the record before and was changed since is not put back.

    Raises:
        GitError: the push is refused, so nothing changed.
        UsageError: the branch is pushed, but the forge opens no proposal.
    """
    git, way = base.git, base.way
    blobs = {path: git.blob(data) for path, data in taken.files.items()}
    if not base.fresh(base.commit, blobs):
        say(f"Nhánh {way.base} đã có chuyến đi này từ trước; không có gì để gửi.")
        return
    record = f"{base.folder}/{taken.arrival.inside}"
    changes = git.contents(base.commit, record) is not None
    proposal = _proposal(base, taken, changes=changes)
    if changes:
        say(f"Nhánh {way.base} đã có bản ghi này với nội dung khác; đề nghị này sửa nó.")
    fresh = base.fresh(taken.tip or base.commit, blobs)
    told = ""
    if fresh:
        message = f"{proposal.title}\n\n{record}\n"
        commit = git.committed(taken.tip or base.commit, fresh, message)
        told = git.pushed(commit, way.remote, taken.branch, push_options(base.repository, proposal))
        added = "thêm vào nhánh" if taken.tip else "nhánh"
        say(f"Đã đẩy {added} {taken.branch} lên {way.remote}.")
    else:
        say(f"Nhánh {taken.branch} trên {way.remote} đã có chuyến đi này; không đẩy gì thêm.")
    say(_where(base, proposal, told))


def _proposal(base: BaseBranch, taken: Taken, *, changes: bool) -> Proposal:
    names, visit = Names(base.records), taken.visit
    lead = "Sửa chuyến đi cơ sở" if changes else "Chuyến đi cơ sở"
    when = days_text(visit.date, visit.last_day)
    title = f"{lead} {when}: {names.place(visit.unit)} ({names.team(visit)})"
    lines = readable(taken.arrival.tree, labels_of(base.records))
    return Proposal(taken.branch, base.way.base, title, tuple(lines))


def _where(base: BaseBranch, proposal: Proposal, told: str) -> str:
    """Return where the proposal stands, opened if the forge takes requests, or is to be opened."""
    repository = base.repository
    if repository is None:
        return (
            "organisation.yml chưa ghi kho dữ liệu (repository) nên chưa biết mở đề nghị thay đổi "
            f"ở đâu: mở từ nhánh {proposal.branch} vào {proposal.base}."
        )
    address = address_to_open(repository, proposal)
    if takes_requests(repository) and base.way.token:
        return _opened(base, repository, proposal)
    if takes_requests(repository):
        return f"Không có {TOKEN_VARIABLE} nên xin mở đề nghị thay đổi tại: {address}"
    if found := merge_request_in(told):
        return f"Đề nghị thay đổi: {found}"
    return f"Nếu chưa có đề nghị thay đổi thì mở tại: {address}"


def _opened(base: BaseBranch, repository: Repository, proposal: Proposal) -> str:
    try:
        opened = open_proposal(repository, proposal, base.way.token)
    except UsageError as error:
        address = address_to_open(repository, proposal)
        message = f"{error}\nNhánh đã ở {base.way.remote}; mở tay tại: {address}"
        raise UsageError(message) from error
    done = "Đã mở đề nghị thay đổi" if opened.new else "Đề nghị thay đổi đã mở từ trước"
    return f"{done}: {opened.address}"
