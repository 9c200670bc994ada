"""What the editor shows: visits, the year's plans, articles, and the issues still open.

Source: issue *Submission*, Door 3; research/submission.md, "Decap: tested findings".
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from generator.audience import View
from generator.domain.article import Article
from generator.domain.fields import label_of
from generator.domain.organisation import Organisation
from generator.domain.plan import Plan
from generator.domain.visit import Visit
from generator.present.names import Names
from generator.present.wording import day
from generator.submit.asking import asked_schema, asks_internal
from generator.submit.choices import Choice, choices
from generator.submit.editor.fields import Field, Options, fields_of
from generator.submit.editor.forge import SignIn, backend

# The editor's scripts put these keys beside the record while it is open, and write none of them:
# the folder and the name of a new file, what the record is about, and whether issues are open.
FOLDER: Final = "_folder"
NAME: Final = "_name"
ABOUT: Final = "_about"
OPEN: Final = "_open"

# Where the records lie in the repository, as everywhere in the contract.
_RECORDS: Final = "records"
# Where pictures go, and what a record calls them: `2020/1.jpg` below the media.
_MEDIA: Final = {"media_folder": f"/{_RECORDS}/media/{{{{year}}}}", "public_folder": "{{year}}"}
_BODY: Final[Field] = {"name": "body", "label": "Nội dung bài", "widget": "text"}


def configuration(view: View, sign_in: SignIn) -> dict[str, Any]:
    """Return Decap's configuration."""
    organisation = view.records.organisation
    return {
        "backend": backend(organisation.repository if organisation else None, sign_in),
        **({"local_backend": {"url": sign_in.local}} if sign_in.local else {}),
        # Every save is a branch and a pull request; whether it is taken in, the forge decides.
        "publish_mode": "editorial_workflow",
        "load_config_file": False,
        "locale": "vi",
        "show_preview_links": False,
        "media_folder": f"{_RECORDS}/media",
        "public_folder": "",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "editor": {"preview": False},
        "collections": list(_collections(view)),
    }


def _collections(view: View) -> Iterator[dict[str, Any]]:
    organisation, offered = view.records.organisation, options(view)
    visits = _fields_of_visits(organisation, offered)
    yield _collection(
        "visits",
        "Chuyến đi cơ sở",
        "Ghi và sửa chuyến đi; lưu là gửi đi duyệt.",
        visits,
        sortable_fields=[
            {"field": "date", "label": label_of(Visit, "date"), "default_sort": "desc"}
        ],
        view_groups=[{"label": "Năm", "field": "date", "pattern": r"\d{4}"}],
        identifier_field="unit",
        **_MEDIA,
    )
    followed = [field for field in visits if field["name"] == "issues"]
    if followed:
        about = {"name": ABOUT, "label": "Chuyến đi", "widget": "about", "required": False}
        yield _collection(
            "follow-up",
            "Theo dõi kiến nghị",
            "Những chuyến đi còn kiến nghị chưa giải quyết.",
            [about, followed[0] | {"hint": "", "allow_add": False, "allow_remove": False}],
            kept_in="visits",
            create=False,
            filter={"field": OPEN, "value": True},
            identifier_field=ABOUT,
        )
    yield _collection(
        "plans",
        "Kế hoạch năm",
        "Kế hoạch đi cơ sở của từng Ủy viên; mỗi năm một bản.",
        fields_of(Plan, asked_schema(Plan, internal=True, later=True), offered),
        identifier_field="member",
    )
    yield _collection(
        "articles",
        "Tin, bài",
        "Tin, bài về chuyến đi; số liệu chèn bằng ô {{ }}, xem hướng dẫn viết tin.",
        [*fields_of(Article, asked_schema(Article, internal=True, later=True), offered), _BODY],
        extension="md",
        sortable_fields=[
            {"field": "date", "label": label_of(Article, "date"), "default_sort": "desc"}
        ],
        identifier_field="title",
        **_MEDIA,
    )


def _collection(
    name: str,
    label: str,
    told: str,
    fields: Sequence[Field],
    *,
    kept_in: str = "",
    **more: Any,  # noqa: ANN401
) -> dict[str, Any]:
    """Return one collection; nobody takes in or removes a record here."""
    shared = {
        "name": name,
        "label": label,
        "label_singular": label.lower(),
        "description": told,
        "folder": f"{_RECORDS}/{kept_in or name}",
        "path": f"{{{{{FOLDER}}}}}/{{{{slug}}}}",
        "slug": f"{{{{{NAME}}}}}",
        "summary": f"{{{{{ABOUT}}}}}",
        "format": f"congtac-{name}",
        "extension": "yml",
        "create": True,
        "delete": False,
        "publish": False,
        "fields": list(fields),
    }
    return shared | more


def _fields_of_visits(organisation: Organisation | None, offered: Options) -> list[Field]:
    schema = asked_schema(Visit, internal=asks_internal(organisation), later=True)
    return fields_of(Visit, schema, offered)


def options(view: View) -> Options:
    """Return what can be chosen, by where ids come from; those that ended say so.

    A relation of Decap shows only what stands in the file of what is chosen, so that of two units
    called *Phường 1* neither says where it is; hence options with their full names.
    """
    told = {
        str(kind): tuple({"value": each.id, "label": _label(each, view)} for each in known)
        for kind, known in choices(view.records).items()
    }
    return told | {"visits": tuple(_visits(view))}


def _label(choice: Choice, view: View) -> str:
    ended = choice.ends is not None and choice.ends < view.results.as_of
    return f"{choice.label} (đến {day(choice.ends)})" if ended and choice.ends else choice.label


def _visits(view: View) -> Iterator[dict[str, str]]:
    names = Names(view.records)
    for visit in sorted(view.records.visits.values(), key=lambda each: each.id, reverse=True):
        yield {"value": visit.id, "label": f"{day(visit.date)}: {names.place(visit.unit)}"}
