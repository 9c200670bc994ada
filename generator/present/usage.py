"""A wrong call of the command, said in Vietnamese: click's own messages are English."""

import click


def usage_sentence(error: click.UsageError) -> str:
    """Return what is wrong with the call, and where the right way stands."""
    path = error.ctx.command_path if error.ctx else "congtac"
    return f"{_fault(error)}\nXem cách dùng: {path} --help"


def _fault(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f" Ý bạn là {error.possibilities[0]}?" if error.possibilities else ""
        return f"Không có tùy chọn {error.option_name}.{near}"
    if isinstance(error, click.MissingParameter):
        return f"Thiếu {_name(error.param)}."
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _bad_value(error, error.param)
    if error.ctx and isinstance(error.ctx.command, click.Group):
        commands = error.ctx.command.list_commands(error.ctx)
        return f"Không có lệnh này. Các lệnh: {', '.join(commands)}."
    return f"Không hiểu lời gọi: {error.format_message()}"


def _bad_value(error: click.BadParameter, parameter: click.Parameter) -> str:
    kind = parameter.type
    if isinstance(kind, click.Choice):
        return f"{_name(parameter)}: chọn một trong: {', '.join(map(str, kind.choices))}."
    if kind is click.INT:
        return f"{_name(parameter)}: phải là số nguyên."
    return f"{_name(parameter)}: {error.message}"


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "một tham số"
    return (
        parameter.opts[0]
        if isinstance(parameter, click.Option)
        else parameter.make_metavar(click.Context(click.Command("congtac")))
    )
