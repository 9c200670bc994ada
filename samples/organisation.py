"""The organisation that keeps the sample records."""

from __future__ import annotations

from datetime import date

from samples.record import Record

AS_OF = date(2020, 3, 15)

ORGANISATION: Record = {
    "schema_version": 1,
    "name": "Tỉnh đoàn Trà Vinh",
    "full_name": "Ban Chấp hành Đoàn TNCS Hồ Chí Minh tỉnh Trà Vinh",
    "document_issuer": "BCH ĐOÀN TỈNH TRÀ VINH",
    "place": "Trà Vinh",
    "timezone": "Asia/Ho_Chi_Minh",
    "demo": True,
    "as_of": AS_OF,
    "website": {"url": "https://tinhdoantravinh.vn"},
    "repository": {
        "forge": "github",
        "url": "https://github.com/example/congtac",
        "branch": "main",
        "public": False,
    },
}
