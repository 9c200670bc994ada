"""The weekly notes, written to files or sent; who got none is told by name.

Nobody gets one who is not in the records, but for the department's address that the caller gives.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generator.audience import View
from generator.build.replace import write_file
from generator.errors import RefusedError, UsageError
from generator.present.digest import Note, department_note, member_note, noted_members
from generator.publish.mail import Letter, Server, message, send, usable

NO_SENDER: Final = "khong-tra-loi@congtac.invalid"
DEPARTMENT: Final = "_co-quan"
"""The file of the department's note: no id of a member begins so."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Who was reached, and who was not and why."""

    done: tuple[str, ...]
    failed: tuple[str, ...]


def notes(view: View, member: str | None) -> list[Note]:
    """Return the note of one member, or those of all and then the department's.

    Raises:
        UsageError: there is no such member.
    """
    if member is None:
        return [*(member_note(view, each) for each in noted_members(view)), department_note(view)]
    if member not in view.records.members:
        message = f"Không có Ủy viên “{member}”."
        raise UsageError(message)
    return [member_note(view, member)]


def write_texts(held: Iterable[Note], out: Path) -> Delivery:
    """Write each note as plain text below `out`."""
    out.mkdir(parents=True, exist_ok=True)
    done = []
    for note in held:
        write_file(out / f"{note.member or DEPARTMENT}.txt", note.text.encode())
        done.append(note.name)
    return Delivery(tuple(done), ())


def write_mails(view: View, held: Iterable[Note], out: Path, sender: str, to: str) -> Delivery:
    """Write each note as a mail file below `out`, but for those that have no address."""
    sender = _sender(sender or NO_SENDER)
    letters, failed = _letters(view, held, to)
    out.mkdir(parents=True, exist_ok=True)
    for name, letter in letters:
        write_file(out / f"{name}.eml", message(letter, sender).as_bytes())
    return Delivery(tuple(letter.name for _, letter in letters), tuple(failed))


def mail(view: View, held: Iterable[Note], server: Server, sender: str, to: str) -> Delivery:
    """Send each note to its own address; one that fails stops no other.

    Raises:
        RefusedError: the data are samples, and the server is not this machine.
        UsageError: there is no sender, or the server cannot be used.
    """
    organisation = view.records.organisation
    if organisation and organisation.demo and not server.loopback:
        message = "Đây là dữ liệu mẫu (demo: true) nên không gửi thư ra ngoài máy này."
        raise RefusedError(message)
    sender = _sender(sender)
    letters, failed = _letters(view, held, to)
    done = []
    for letter, why in send(server, [each for _, each in letters], sender):
        if why:
            failed.append(f"{letter.name} ({why})")
        else:
            done.append(letter.name)
    return Delivery(tuple(done), tuple(failed))


def _sender(address: str) -> str:
    if not usable(address):
        message = "Đặt biến môi trường CONGTAC_SMTP_FROM là địa chỉ thư của người gửi."
        raise UsageError(message)
    return address


def _letters(
    view: View, held: Iterable[Note], to: str
) -> tuple[Sequence[tuple[str, Letter]], list[str]]:
    letters, failed = [], []
    for note in held:
        address = _address(view, note, to)
        if usable(address):
            name = note.member or DEPARTMENT
            letters.append((name, _letter(note, address, view.results.as_of)))
        else:
            why = "địa chỉ thư không dùng được" if address else "chưa có địa chỉ thư"
            failed.append(f"{note.name} ({why})")
    return letters, failed


def _address(view: View, note: Note, to: str) -> str:
    if note.member is None:
        return to
    contact = view.records.members[note.member].contact
    return (contact.email if contact else None) or ""


def _letter(note: Note, address: str, day: date) -> Letter:
    year, week, _ = day.isocalendar()
    key = f"nhac-viec.{year}-W{week:02d}.{note.member or DEPARTMENT}"
    return Letter(key, note.name, address, note.subject, note.text, note.html, day)
