"""A model without its messages: what is in order becomes the same record, several times as fast.

The validator is pydantic's own for the model, with `NATIVE` in place of the Python functions. It
takes nothing that they refuse, so whatever it refuses goes to them, to be taken or told of.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import SchemaValidator

from generator.domain.fields import leanly
from generator.domain.scalars import NATIVE

Model = TypeVar("Model", bound=BaseModel)


def swiftly(model: type[Model], tree: Mapping[str, Any]) -> Model | None:
    """Return the model that `model_validate` gives of the tree, or None: ask there."""
    try:
        shaped: Model = _validator(model).validate_python(tree, by_alias=True, by_name=False)
    except ValidationError:
        return None
    return leanly(shaped)


@cache
def _validator(model: type[BaseModel]) -> SchemaValidator:
    # By default a schema is passed over wherever a model has a validator already.
    return SchemaValidator(_natively(model.__pydantic_core_schema__), _use_prebuilt=False)


def _natively(schema: Any) -> Any:  # noqa: ANN401  (a core schema and whatever is in it)
    if isinstance(schema, dict):
        asked = schema.get("type") == "function-before" and schema["function"]["function"]
        if asked in NATIVE:
            return NATIVE[asked]
        return {key: _natively(inner) for key, inner in schema.items()}
    if isinstance(schema, list):
        return [_natively(inner) for inner in schema]
    return schema
