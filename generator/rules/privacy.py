"""A public repository holds nothing internal, and a format from the future is not guessed at.

Source: design, section 2 (`repository.public`); issue *Main job* (a way for the format to change).
"""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from generator.domain.fields import Record, audience_of
from generator.domain.finding import Fault, FieldPath
from generator.domain.organisation import SCHEMA_VERSION
from generator.domain.records import Records


def public_repositories_hold_nothing_internal(records: Records) -> Iterator[Fault]:
    """S016: where anyone can read the repository, nothing internal is written in a record.

    A photo without consent is internal, too (design, section 2, `photos`).
    """
    organisation = records.organisation
    if not (organisation and organisation.repository and organisation.repository.public):
        return
    folders: tuple[Mapping[str, Record], ...] = (
        records.members,
        records.policies,
        records.plans,
        records.visits,
        records.articles,
    )
    for folder in folders:
        for record in folder.values():
            for field in _internal_fields(record, ()):
                message = "Khóa nội bộ trong một kho mà ai cũng đọc được."
                hint = "Xóa khóa này khỏi bản ghi; phần nội bộ để ở kho riêng."
                yield Fault("S016", record.path, field, message, hint)
    for visit in records.visits.values():
        for index, photo in enumerate(visit.photos):
            if not photo.consent:
                message = "Ảnh chưa có đồng ý công khai trong một kho mà ai cũng đọc được."
                hint = "Xóa ảnh khỏi kho; nếu người trong ảnh đã đồng ý thì ghi consent: true."
                yield Fault("S016", visit.path, ("photos", index, "file"), message, hint)


def the_format_is_known(records: Records) -> Iterator[Fault]:
    """S015: the records' format is the one that this version reads, neither newer nor older."""
    organisation = records.organisation
    if not organisation or organisation.schema_version == SCHEMA_VERSION:
        return
    message = (
        f"Bản ghi theo định dạng {organisation.schema_version}, "
        f"còn phần mềm này đọc đến {SCHEMA_VERSION}."
    )
    newer = organisation.schema_version > SCHEMA_VERSION
    hint = "Cập nhật congtac lên phiên bản mới." if newer else "Chạy congtac fmt để nâng lên."
    yield Fault("S015", organisation.path, ("schema_version",), message, hint)


def _internal_fields(model: BaseModel, at: FieldPath) -> Iterator[FieldPath]:
    """Yield the paths of the internal keys that were written, in every depth."""
    for name, field in type(model).model_fields.items():
        if name not in model.model_fields_set:
            continue
        here: FieldPath = (*at, field.alias or name)
        if audience_of(field) == "internal":
            yield here
            continue
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from _internal_fields(value, here)
        elif isinstance(value, tuple):
            for index, each in enumerate(value):
                if isinstance(each, BaseModel):
                    yield from _internal_fields(each, (*here, index))
