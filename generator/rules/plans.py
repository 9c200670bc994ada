"""Plans lie where they say, and their items can happen."""

from collections.abc import Iterator

from generator.domain.finding import Fault
from generator.domain.records import Records
from generator.domain.scalars import MONTHS


def plans_are_where_they_say(records: Records) -> Iterator[Fault]:
    """P001: a plan lies at `plans/<year>/<member>.yml`."""
    for plan in records.plans.values():
        folder, name = plan.path.removesuffix(".yml").split("/")[-2:]
        if folder != str(plan.year):
            message = f"Tệp nằm trong thư mục {folder}, nhưng kế hoạch là của năm {plan.year}."
            yield Fault("P001", plan.path, ("year",), message, "Chuyển tệp, hoặc sửa năm.")
        if name != plan.member:
            message = f"Tên tệp là “{name}”, nhưng kế hoạch là của “{plan.member}”."
            yield Fault(
                "P001", plan.path, ("member",), message, "Đổi tên tệp, hoặc sửa mã ủy viên."
            )


def months_exist(records: Records) -> Iterator[Fault]:
    """P002: the month of a plan item is 1 to 12."""
    for plan in records.plans.values():
        for index, item in enumerate(plan.items):
            if item.month not in MONTHS:
                message = f"Không có tháng {item.month}."
                yield Fault(
                    "P002", plan.path, ("items", index, "month"), message, "Ghi từ 1 đến 12."
                )


def items_take_time(records: Records) -> Iterator[Fault]:
    """P003: a plan item takes at least half a day."""
    for plan in records.plans.values():
        for index, item in enumerate(plan.items):
            if not item.days:
                message = "Mục kế hoạch có 0 ngày."
                hint = "Ghi số ngày dự kiến; mục không làm nữa thì ghi lý do ở cancelled."
                yield Fault("P003", plan.path, ("items", index, "days"), message, hint)


def approvals_fit_the_year(records: Records) -> Iterator[Fault]:
    """P004: an approval is of the plan's year or a part of it."""
    for plan in records.plans.values():
        for index, approval in enumerate(plan.approvals):
            if approval.period.year != plan.year:
                message = f"Phê duyệt cho {approval.period}, nhưng kế hoạch là của năm {plan.year}."
                field = ("approvals", index, "period")
                yield Fault("P004", plan.path, field, message, "Sửa thời gian được duyệt.")
